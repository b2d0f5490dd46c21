"""Papers of the Pendamping: the minutes of a handover of binaan, and the week of everybody."""
