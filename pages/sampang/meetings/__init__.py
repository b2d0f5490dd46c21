"""The parts of the screen Rapat Pokjanis, from the choice of a meeting down to its papers."""
