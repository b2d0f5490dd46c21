"""How long data about people are kept, by the office's own dated settings, and what is due to be erased."""
