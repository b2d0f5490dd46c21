"""The form of a Sampang application, section by section, as it is read from the screen."""
