"""Paper forms in bulk: a grid and a template."""
