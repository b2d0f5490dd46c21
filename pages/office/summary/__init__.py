"""The summary for the leadership: each programme's part, on the screen and as one printed page."""
