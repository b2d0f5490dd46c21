"""Screens of the revolving fund of Kabupaten Sampang."""
