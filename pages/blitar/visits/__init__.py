"""Recording, reading and verifying visits."""
