"""The parts of the screen `Seleksi`: rounds, registrations, the matrix, tests and results."""
