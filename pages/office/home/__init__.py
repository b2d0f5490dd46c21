"""The parts of Beranda: who you could be, and what waits for you."""
