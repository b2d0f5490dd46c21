"""Photos and scans on the screen: brought, looked at, withdrawn."""
