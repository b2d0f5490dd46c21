"""What waits in the fund on Beranda."""
