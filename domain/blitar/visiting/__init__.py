"""Visits to binaan (Pasal 12, Pasal 16 ayat (2)): recorded, warned about, verified."""
