"""What is typed and not yet sent: kept in the store while a person types, and offered again."""
