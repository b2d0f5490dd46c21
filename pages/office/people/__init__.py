"""Pengguna: who may sign in, and with which roles on which days."""
