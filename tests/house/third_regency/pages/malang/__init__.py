"""The screens of Malang."""
