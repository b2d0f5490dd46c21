"""Kios: the stalls of a market."""
