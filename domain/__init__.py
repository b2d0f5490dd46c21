"""The law and the arithmetic: knows no screen, no database and no document."""
