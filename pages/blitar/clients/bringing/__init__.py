"""Bringing a whole list of binaan at once."""
