"""The demo of Malang."""
