"""Papers of the years after the money went out: receipts and statements."""
