"""Where Pendamping work: their area over the 22 kecamatan, gaps, a fair spread, and the working week."""
