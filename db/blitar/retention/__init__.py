"""What the mentoring keeps about people and for how long: what is due, and which rows it is."""
