"""The policy laboratory: what a different rule would do over a whole register. Nothing here is ever law."""
