"""Simulasi kebijakan: what a different rule would do over the whole register."""
