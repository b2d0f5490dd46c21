"""Settling a loan early, and the papers with which any loan ends."""
