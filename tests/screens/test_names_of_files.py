"""The name of an uploaded file, as it can be shown and kept, whatever its owner called it."""

import pytest

from pages.parts.uploads import name_of


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("foto.jpg", "foto.jpg"),
        ("laporan\0.xlsx", "laporan.xlsx"),
        ("foto\ud83d.jpg", "foto.jpg"),
        ("gpj\u202efdp.exe", "gpjfdp.exe"),
        ("dua\nbaris.csv", "dua baris.csv"),
        ("\0\x07", "tanpa nama"),
        ("", "tanpa nama"),
    ],
)
def test_a_name_is_what_can_be_read_of_it(sent, shown):
    assert name_of(sent) == shown


def test_a_long_name_is_cut():
    assert len(name_of("a" * 300)) <= 100
