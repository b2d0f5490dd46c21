"""The loan calculator, piece by piece."""
