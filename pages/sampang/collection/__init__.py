"""Penagihan: who is due, who is late, and what comes next."""
