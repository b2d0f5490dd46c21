"""Visits in the store: recorded, sent, verified or returned; what was agreed; what a form pile brought."""
