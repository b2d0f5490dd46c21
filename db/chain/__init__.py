"""What is kept for ever is chained: nobody can change, add or remove any of it without being found."""
