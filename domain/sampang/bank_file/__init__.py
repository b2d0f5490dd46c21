"""The monthly file of the bank (VII.8): read, held against the loans, and what became of each row."""
