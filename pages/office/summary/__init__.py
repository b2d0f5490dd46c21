"""The summary for the leadership: cards, charts, who is waited for, and a story."""
