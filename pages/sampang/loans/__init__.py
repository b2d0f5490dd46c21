"""One file from the counter to the money: its list, its next step, its papers and its tabs."""
