"""The law's expression trees as SQL: a register is assessed where it lies, by the database's own engine."""
