"""Other regulations are noted with the day from which they count, and decide no application."""

from dataclasses import replace
from datetime import date

import pytest

from domain.blitar.law import BLITAR_MENTORING
from domain.regulation.clause_coverage import uses
from domain.regulation.receipts import fingerprint
from domain.sampang.law import SAMPANG_LOANS

BOTH = pytest.mark.parametrize("law", [SAMPANG_LOANS, BLITAR_MENTORING], ids=["S", "B"])


def noted(law):
    return {note.law.key: note for note in law.other_law}


@BOTH
def test_no_rule_limit_number_or_reading_rests_on_other_law(law):
    names = {note.law.name for note in law.other_law}
    assert names.isdisjoint({use.citation.instrument.name for use in uses(law)})


@BOTH
def test_taking_other_law_away_changes_no_outcome(law):
    assert fingerprint(replace(law, other_law=())) == fingerprint(law)


@BOTH
def test_every_note_stands_beside_places_or_readings_that_there_are(law):
    known = {*law.clauses, *law.interpretations}
    assert [name for note in law.other_law for name in note.beside if name not in known] == []


@pytest.mark.parametrize(
    ("key", "since", "amount", "beside"),
    [
        ("pmk-137-2022", None, 8_000_000, "IX.2"),
        ("pp-28-2025", date(2025, 6, 5), None, "S-49"),
        ("pp-42-2024", date(2026, 10, 17), None, "IV.2.b"),
        ("pojk-41-2024", date(2024, 12, 27), None, "S-36"),
        ("pp-47-2024", date(2024, 11, 5), None, "VIII.5.i"),
    ],
)
def test_the_fund_notes_other_law_with_its_day_its_amount_and_the_place_beside_it(key, since, amount, beside):
    note = noted(SAMPANG_LOANS)[key]
    assert (note.law.since, note.law.amount) == (since, amount)
    assert note.stands_beside(beside)


def test_the_mentoring_notes_licensing_and_halal_beside_its_task_of_legality():
    assert [key for key, note in noted(BLITAR_MENTORING).items() if note.stands_beside("12.i")] == [
        "pp-28-2025",
        "pp-42-2024",
    ]
