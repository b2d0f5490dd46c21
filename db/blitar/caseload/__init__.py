"""Binaan in the store: taken in, changed, ended; baselines, the explorer, proposals to move up."""
