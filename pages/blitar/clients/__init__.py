"""Binaan: the caseload, and one binaan on its own."""
