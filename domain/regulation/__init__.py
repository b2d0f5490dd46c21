"""Shared machinery that turns a regulation into rules which a person can read and a program can evaluate."""
