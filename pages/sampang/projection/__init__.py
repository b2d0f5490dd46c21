"""Proyeksi dana: the fund over ten years, as a part of Simulasi kebijakan."""
