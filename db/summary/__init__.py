"""Numbers for the leadership, counted and summed in SQL; no names, no identity."""
