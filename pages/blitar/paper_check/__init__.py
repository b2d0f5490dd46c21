"""Periksa surat Blitar: is this paper the one that went out?"""
