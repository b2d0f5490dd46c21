"""Papers to hand over: domain objects in, PDF bytes out."""
