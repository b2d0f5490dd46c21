"""Recommendations to Perangkat Daerah."""
