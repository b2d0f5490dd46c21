"""The parts of the screen Kas dana, from the four figures down to the journal."""
