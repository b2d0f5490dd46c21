"""What is personal in the store, and how it goes when its time is over."""
