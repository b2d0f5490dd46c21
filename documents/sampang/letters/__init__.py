"""The official papers of a loan file: minutes, lists, letters, and the request for payment."""
