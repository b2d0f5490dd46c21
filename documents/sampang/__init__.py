"""Papers and workbooks of the revolving loan fund of Sampang."""
