"""Periksa surat: is this paper the one that went out?"""
