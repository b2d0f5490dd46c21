"""A pile of applications on paper, typed into one workbook and taken in together."""
