"""The demo office of Blitar: a finished and a running selection, Pendamping at their posts, binaan."""
