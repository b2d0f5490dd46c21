"""Papers and workbooks about binaan."""
