"""Candidates and binaan as a register for the policy laboratory."""
