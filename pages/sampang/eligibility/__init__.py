"""One application's result on the screen, piece by piece."""
