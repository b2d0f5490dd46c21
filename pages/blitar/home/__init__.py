"""What waits in the mentoring on Beranda."""
