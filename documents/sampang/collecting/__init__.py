"""Papers to and about borrowers who are behind (IX, VII.5)."""
