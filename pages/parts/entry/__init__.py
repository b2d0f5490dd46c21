"""Coming in by sign-in: the providers, who stands at the door, going out, and the page that was wanted."""
