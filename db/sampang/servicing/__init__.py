"""Loans after the money went out, in the store."""
