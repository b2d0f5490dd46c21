"""Peta Sampang: the loans by kecamatan."""
