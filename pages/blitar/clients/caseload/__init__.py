"""The list of binaan: what needs attention, filters, table, map."""
