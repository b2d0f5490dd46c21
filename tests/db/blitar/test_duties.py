"""A dated duty is told from its day, of whom it binds, and what nobody asked is never told as a "no"."""

from datetime import date

import pytest

from db.blitar.caseload.attention import attention_counts, attention_rows
from domain.blitar.caseload.attention import AttentionKind
from domain.blitar.caseload.duties import HALAL_FOOD, state_in_words
from domain.blitar.indicators import Indicator
from domain.blitar.law import law_on
from domain.regulation.law_in_force import NO_PRACTICE
from tests.db.blitar.caseload import BEGAN, VariedCaseload
from tests.db.blitar.visiting import change
from tests.db.people import an_office

# Food of micro businesses: bound from 17 October 2026 (PP 42/2024 Pasal 160, as the sources tell it).
FIRST, EVE = date(2026, 10, 17), date(2026, 10, 16)
DUTIES = AttentionKind.DUTIES


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield VariedCaseload(office)


def told(caseload, day=FIRST, actor=None):
    law = law_on(day, NO_PRACTICE)
    with caseload.office.database.read() as session:
        rows = attention_rows(session, actor or caseload.facilitator, DUTIES, law)
        assert attention_counts(session, actor or caseload.facilitator, law)[DUTIES] == len(rows)
    return {row.name: row.value for row in rows}


def found(caseload, name, value):
    caseload.baseline(caseload.ids[name], change(Indicator.HALAL, value), on=BEGAN)


def test_it_is_told_from_its_day_and_not_before(caseload):
    assert (told(caseload, EVE), set(told(caseload))) == ({}, {"Ani", "Dewi", "Gita"})


def test_other_trades_unknown_trades_koperasi_and_ended_ones_are_not_judged(caseload):
    assert not {"Cipta", "Eka 10%", "Bakti", "Fajar", "Tutup"} & set(told(caseload))


def test_who_has_it_is_not_told(caseload):
    found(caseload, "Dewi", 1)
    assert set(told(caseload)) == {"Ani", "Gita"}


def test_who_is_known_to_lack_it_stands_before_those_of_whom_nobody_knows(caseload):
    found(caseload, "Gita", 0)
    assert list(told(caseload).items())[0] == ("Gita", 0)


def test_what_nobody_asked_is_told_as_unknown(caseload):
    words = [state_in_words(HALAL_FOOD, value) for value in (told(caseload)["Ani"], 0)]
    assert words == ["sertifikat halal belum diketahui: tanyakan", "sertifikat halal belum ada"]


def test_a_pendamping_is_told_of_their_own(caseload):
    assert set(told(caseload, actor=caseload.mentor)) == {"Ani"}


def test_it_names_its_source_and_that_its_text_is_to_be_read():
    assert (
        "sejak 17 Oktober 2026 (PP 42/2024 Pasal 160, dari sumber kedua; periksa naskahnya)"
        in HALAL_FOOD.told
    )
