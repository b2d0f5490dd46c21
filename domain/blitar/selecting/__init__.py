"""A selection round: announcement, registration, file check, test, interview, and who passed (Pasal 6-8)."""
