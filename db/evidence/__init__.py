"""Photos and scans beside records of any programme; each programme says who may see and bring them."""
