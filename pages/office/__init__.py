"""Screens for the whole office."""
