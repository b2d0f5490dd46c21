"""Taking over older loans: the workbook is brought, looked at, proposed, and approved by another person."""
