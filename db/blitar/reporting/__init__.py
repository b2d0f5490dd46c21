"""Monthly reports, recommendations and reviews in the store."""
