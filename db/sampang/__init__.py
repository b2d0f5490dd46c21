"""The store's verbs of the revolving loan fund of Sampang."""
