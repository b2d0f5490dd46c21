"""The bank's monthly files in the store: taken in, sorted, accepted in one transaction, and told of."""
