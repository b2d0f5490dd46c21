"""How addresses and the session name what is open on the monthly report."""

IN_ADDRESS, VERSION, OPEN_ROWS = "bulan", "versi", "baris"
