"""The guided tour over the real screens, and the demo put back for the next guest."""
