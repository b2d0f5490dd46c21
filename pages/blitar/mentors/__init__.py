"""Parts of the screen "Pendamping"."""
