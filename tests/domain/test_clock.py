"""Times of the day as people type them, and those that no day has."""

from dataclasses import replace
from datetime import time

import pytest

from domain.clock import clock_in, is_clock
from domain.declared import check_typed
from tests.db.sampang.lending import MEETING


@pytest.mark.parametrize(
    "told",
    [
        "09.00",
        "9:30",
        "pukul 9.30 WIB",
        "Jam 23.59",
        "00.00",
        "09.00–12.00 WIB",
        "09.00 WIB s.d. selesai",
        "09.00 s/d 12.00",
        "13.00 sampai dengan 15.30 wib",
    ],
)
def test_what_people_write_for_a_time_is_one(told):
    assert is_clock(told)


@pytest.mark.parametrize(
    "told",
    [
        "25.99",
        "24.00",
        "09.60",
        "9",
        "pagi",
        "09.00–25.00",
        "12.00–09.00",
        "09.00 s.d.",
        "09.00 di aula",
        "١٢",
    ],
)
def test_what_no_day_has_is_no_time(told):
    assert not is_clock(told)


@pytest.mark.parametrize(
    ("told", "found"), [(" 9.05 ", time(9, 5)), ("23:59:30", time(23, 59)), ("24.00", None)]
)
def test_a_time_is_read_to_the_minute(told, found):
    assert clock_in(told) == found


@pytest.mark.parametrize(("hour", "wrong"), [("25.99", ["hour"]), ("09.00 WIB", []), ("", [])])
def test_the_time_of_a_meeting_is_checked_as_a_time(hour, wrong):
    assert [one.field for one in check_typed(replace(MEETING, hour=hour))] == wrong
