"""Laporan: the month, moving up, recommendations, the review."""
