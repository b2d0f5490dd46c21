"""All candidates of a selection, typed into one table or brought as one workbook."""
