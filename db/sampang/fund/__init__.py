"""The fund's books in the store: one fund, balanced entries, loans that were paid out."""
