"""A map of kecamatan: its shapes, its legend, its table, and which kecamatan is chosen."""
