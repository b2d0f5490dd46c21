"""The door: the only screen of who is not let in."""
