"""Loans that are older than this product: as they are told, their own plan, what is left, and the sums."""
