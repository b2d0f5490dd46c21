"""The fund's books: accounts, balanced entries, and what is free, committed, lent and returned."""
