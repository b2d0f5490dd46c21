"""Sheets that people and other offices fill in: their cells and their headings, read alike everywhere."""
