"""Jejak audit: who did what, and whether anybody touched what is kept."""
