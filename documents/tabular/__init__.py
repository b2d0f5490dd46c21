"""Files of rows as they come from people and other offices: opened safely, read, and given back."""
