"""Who comes in: what a provider of identities tells, how long somebody stays, and roles in time."""
