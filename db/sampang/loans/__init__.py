"""Loans: paid out, paid back."""
