"""Loans that are older than this product: proposed by one person, taken over by another, read back."""
