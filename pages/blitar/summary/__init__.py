"""The mentoring in the summary for the leadership."""
