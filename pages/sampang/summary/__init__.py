"""The fund in the summary for the leadership."""
