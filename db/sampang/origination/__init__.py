"""A file on its way to the money, in the store: its steps, surveys, meetings, decisions and papers."""
