"""Applications: taken in, listed, assessed, judged."""
