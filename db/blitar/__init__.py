"""The store's verbs of the mentoring of Blitar."""
