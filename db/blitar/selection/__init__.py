"""The selection of Pendamping: rounds, candidates, results."""
