"""The bank's file as it is read, its bad rows given back, and the minutes of its reconciliation."""
