"""Papers and workbooks of the mentoring of Blitar."""
