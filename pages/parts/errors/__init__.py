"""An error that nobody expected: its number, its line in the log, and what the screen says."""
