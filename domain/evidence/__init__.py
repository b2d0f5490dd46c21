"""Photos and scans that show what was recorded: what they are, and how they are made safe to keep."""
