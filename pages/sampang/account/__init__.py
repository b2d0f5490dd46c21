"""The account of a loan on screen: where it stands, plan against reality, and what came in."""
