"""The fund over the next ten years: what chance may do to it, by the plans and by our own history."""
