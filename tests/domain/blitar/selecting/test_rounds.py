"""A selection round is announced, opens, closes and is decided, in this order (Pasal 8)."""

from dataclasses import replace
from datetime import date

import pytest

from domain.blitar.selecting.rounds import Round, RoundStage, check_registration_day, check_round

ROUND = Round(
    title="Seleksi contoh",
    announcement_number="",
    announced_on=date(2026, 1, 2),
    opens_on=date(2026, 1, 5),
    closes_on=date(2026, 1, 30),
    quota=22,
    test_on=date(2026, 2, 3),
    interview_on=date(2026, 2, 5),
)


def wrong(**changes):
    return [problem.field for problem in check_round(replace(ROUND, **changes))]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, []),
        ({"title": "  "}, ["title"]),
        ({"opens_on": date(2026, 1, 2)}, []),  # on the day of the announcement
        ({"opens_on": date(2026, 1, 1)}, ["opens_on"]),
        ({"closes_on": date(2026, 1, 5)}, []),  # open for a single day
        ({"closes_on": date(2026, 1, 4)}, ["closes_on"]),
        ({"quota": 0}, ["quota"]),
        ({"quota": 1}, []),
        ({"quota": 501}, ["quota"]),
        ({"test_on": date(2026, 1, 30)}, ["test_on"]),
        ({"test_on": date(2026, 1, 31)}, []),
        ({"interview_on": date(2026, 1, 29)}, ["interview_on"]),
        ({"test_on": None, "interview_on": None}, []),
    ],
)
def test_a_round_is_in_order(changes, fields):
    assert wrong(**changes) == fields


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (date(2026, 1, 4), RoundStage.ANNOUNCED),
        (date(2026, 1, 5), RoundStage.OPEN),
        (date(2026, 1, 30), RoundStage.OPEN),
        (date(2026, 1, 31), RoundStage.SELECTING),
    ],
)
def test_the_stage_follows_the_day(day, stage):
    assert ROUND.stage_on(day, decided=False) is stage


def test_a_decided_round_stays_decided():
    assert ROUND.stage_on(date(2026, 1, 6), decided=True) is RoundStage.DECIDED


@pytest.mark.parametrize(
    ("day", "allowed"),
    [
        (date(2026, 1, 4), False),
        (date(2026, 1, 5), True),
        (date(2026, 1, 30), True),
        (date(2026, 1, 31), True),
    ],
)
def test_nobody_registers_before_the_period_and_who_comes_after_it_is_recorded(day, allowed):
    assert (check_registration_day(ROUND, day) is None) is allowed
