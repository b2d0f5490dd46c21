"""Moving up: proposals and decisions."""
