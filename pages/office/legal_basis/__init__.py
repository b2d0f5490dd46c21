"""Pieces of the legal-basis screen: what it lists, how an entry looks, the office's own decisions."""
