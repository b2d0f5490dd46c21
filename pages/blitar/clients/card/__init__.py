"""One binaan: what is told of it, its ladder, its timeline, and its forms."""
