"""Age at registration (Pasal 7 huruf d), by the calendar, to the day."""

from datetime import date

import pytest

from domain.blitar.ages import begun_age, completed_age
from domain.regulation.assessment import Verdict
from domain.regulation.outcomes import Outcome
from tests.domain.blitar.builders import assessed, calon, deciding, law, point, settled

# Registered on 2 March 2026.
BOUNDARIES = [
    ("39 years and 364 days", date(1986, 3, 3), Verdict.QUALIFIES),
    ("40 years to the day", date(1986, 3, 2), Verdict.QUALIFIES),
    ("40 years and 1 day", date(1986, 3, 1), Verdict.DEPENDS_ON_READING),
    ("40 years and 364 days", date(1985, 3, 3), Verdict.DEPENDS_ON_READING),
    ("41 years to the day", date(1985, 3, 2), Verdict.NOT_QUALIFIED),
    ("41 years and 1 day", date(1985, 3, 1), Verdict.NOT_QUALIFIED),
]


@pytest.mark.parametrize(("age", "born", "verdict"), BOUNDARIES, ids=[row[0] for row in BOUNDARIES])
def test_the_fortieth_year_is_open_to_reading_and_nothing_else_is(
    age: str, born: date, verdict: Verdict
) -> None:
    assert assessed(calon(born_on=born)).verdict is verdict


@pytest.mark.parametrize(
    ("born", "under_a", "under_b"),
    [
        (date(1986, 3, 2), Verdict.QUALIFIES, Verdict.QUALIFIES),
        (date(1986, 3, 1), Verdict.QUALIFIES, Verdict.NOT_QUALIFIED),
        (date(1985, 3, 3), Verdict.QUALIFIES, Verdict.NOT_QUALIFIED),
        (date(1985, 3, 2), Verdict.NOT_QUALIFIED, Verdict.NOT_QUALIFIED),
    ],
)
def test_once_the_announcement_has_settled_b_09_the_reading_decides(
    born: date, under_a: Verdict, under_b: Verdict
) -> None:
    for letter, verdict in (("A", under_a), ("B", under_b)):
        assert assessed(calon(born_on=born), law(practice=settled("B-09", letter))).verdict is verdict


def test_only_b_09_decides_for_somebody_in_the_fortieth_year() -> None:
    assert deciding(calon(born_on=date(1985, 9, 1))) == {"B-09 B": Verdict.NOT_QUALIFIED}


# By hand: 29 February 1984; 2024 has a 29 February, 2025 has none, so that year turns on 1 March.
@pytest.mark.parametrize(
    ("registered", "completed", "begun"),
    [
        (date(2024, 2, 28), 39, 40),
        (date(2024, 2, 29), 40, 40),
        (date(2024, 3, 1), 40, 41),
        (date(2025, 2, 28), 40, 41),
        (date(2025, 3, 1), 41, 41),
        (date(2025, 3, 2), 41, 42),
    ],
)
def test_who_was_born_on_29_february_turns_a_year_older_on_1_march_where_that_day_lacks(
    registered: date, completed: int, begun: int
) -> None:
    born = date(1984, 2, 29)
    assert completed_age(born, registered) == completed
    assert begun_age(born, registered) == begun


def test_the_age_is_that_of_the_day_of_registration_and_not_of_the_examination() -> None:
    candidate = calon(born_on=date(1985, 3, 3))
    on_the_day = assessed(candidate, law(date(2026, 3, 2))).finding("7.d").truth
    a_year_later = assessed(candidate, law(date(2027, 3, 2))).finding("7.d").truth
    assert on_the_day is a_year_later


@pytest.mark.parametrize("blank", ["born_on", "registered_on"])
def test_without_one_of_the_two_days_the_age_is_not_known(blank: str) -> None:
    assert point(calon(**{blank: None}), "d").outcome is Outcome.UNKNOWN


def test_a_birth_after_the_registration_gives_no_age_at_all() -> None:
    assert completed_age(date(2026, 3, 3), date(2026, 3, 2)) is None
    assert begun_age(date(2026, 3, 3), date(2026, 3, 2)) is None


def test_the_youngest_are_not_turned_away_by_their_age() -> None:
    assert point(calon(born_on=date(2010, 1, 1)), "d").outcome is Outcome.MET
