"""The summary for the leadership on one page."""
