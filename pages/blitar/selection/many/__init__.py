"""Registering all candidates of a round at once, in a table or from a workbook."""
