"""Copies of a whole store: backed up while in use, restored, and moved between the two kinds of database."""
