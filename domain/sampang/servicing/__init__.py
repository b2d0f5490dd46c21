"""The years after the money went out: arrears, classes, what comes next, and how a loan ends."""
