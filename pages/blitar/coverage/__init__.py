"""Cakupan: who serves which kecamatan."""
