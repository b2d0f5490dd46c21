"""Which provisions the headings of Pasal I name as changed; every example is by hand from the text."""

import pytest

from domain.sampang.amendments import NAMED_AS_CHANGED, is_reprinted
from domain.sampang.instruments import at

CHANGED = """
III.10 IV.1.i.1 IV.1.i.2 IV.1.k IV.2.b IV.2.g.1 IV.2.g.2 IV.2.h IV.3.f IV.3.g IV.4.f IV.4.g V.1 V.1.1
V.1.5 VI.2.a.4 VI.2.a.5 VII.10 VIII.1.b VIII.5.d VIII.5.i IX.1 IX.2
"""
REPRINTED = """
III.1 III.6 III.9 IV.1.a IV.1.j IV.1.l IV.2.a IV.2.d IV.2.f IV.3.a IV.3.e IV.4.d VI.1 VI.2.a.1 VI.2.a.3
VI.2.b VI.2.c VI.3 VII.1 VII.9 VIII.1.a VIII.1.c VIII.2.b.2 VIII.2.d VIII.3.a VIII.4 VIII.4.d VIII.5.c
VIII.5.e VIII.5.h IX.3
"""


@pytest.mark.parametrize("short", CHANGED.split())
def test_a_provision_that_a_heading_names_is_changed(short: str) -> None:
    assert not is_reprinted(short)


@pytest.mark.parametrize("short", REPRINTED.split())
def test_a_provision_that_no_heading_names_is_reprinted(short: str) -> None:
    assert is_reprinted(short)


@pytest.mark.parametrize("short", ["IV.1.i", "IV.2.g", "VI.2.a", "VIII.5", "III"])
def test_what_holds_a_changed_part_is_not_called_reprinted(short: str) -> None:
    assert not is_reprinted(short)


@pytest.mark.parametrize("short", ["Pasal I", "Pasal II", "Menimbang b", "Mengingat 5", "Judul"])
def test_what_stands_outside_the_annex_is_not_reprinted(short: str) -> None:
    assert not is_reprinted(short)


def test_every_named_place_is_a_place_of_its_chapter() -> None:
    for chapter, named in NAMED_AS_CHANGED.items():
        for short in named:
            assert at(short).place.startswith(f"Lampiran Romawi {chapter} ")
