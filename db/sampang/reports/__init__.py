"""Questions behind the reports of the fund: previews from what is kept, reports at one moment."""
