"""Screens of the mentoring programme of Kabupaten Blitar."""
