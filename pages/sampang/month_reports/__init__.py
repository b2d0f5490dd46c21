"""Laporan dana: the monthly reports of the fund."""
