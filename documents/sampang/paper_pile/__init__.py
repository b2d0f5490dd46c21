"""The workbook of a pile of paper applications: the template, how it is read, what comes back."""
