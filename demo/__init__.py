"""Demo people and synthetic applications, for a database that is marked as demo."""
