"""The workbook in which an office tells its older loans: the template, how it is read, what comes back."""
