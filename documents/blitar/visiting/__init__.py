"""The template for paper forms, and the rows that came back."""
