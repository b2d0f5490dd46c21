"""How a service stands on a day is told with the days until it ends or since it ended."""

from datetime import date

import pytest

from domain.blitar.staffing.service_state import ServiceState, state_in_words, state_of
from tests.domain.blitar.builders import law
from tests.domain.blitar.staffing.people import a_service

CONTRACT = {"appointed_on": date(2026, 2, 2), "contract_until": date(2026, 12, 31)}


# Sixty days before 31 December 2026 is 1 November 2026 (the office's setting as delivered).
@pytest.mark.parametrize(
    ("day", "state", "words"),
    [
        (date(2026, 2, 1), ServiceState.COMING, "mulai 2 Februari 2026 (1 hari lagi)"),
        (date(2026, 2, 2), ServiceState.SERVING, "sampai 31 Desember 2026 (332 hari lagi)"),
        (date(2026, 10, 31), ServiceState.SERVING, "sampai 31 Desember 2026 (61 hari lagi)"),
        (date(2026, 11, 1), ServiceState.ENDING, "sampai 31 Desember 2026 (60 hari lagi)"),
        (date(2026, 12, 31), ServiceState.ENDING, "sampai hari ini, 31 Desember 2026"),
        (date(2027, 1, 1), ServiceState.ENDED, "berakhir 31 Desember 2026 (1 hari lalu)"),
    ],
)
def test_a_service_stands_as_the_days_say(day, state, words):
    service = a_service(**CONTRACT)
    assert state_of(service, law(day)) is state
    assert state_in_words(service, day) == words


def test_a_resignation_ahead_counts_from_its_own_last_day():
    service = a_service(**CONTRACT, ended_on=date(2026, 4, 30))
    assert state_of(service, law(date(2026, 4, 1))) is ServiceState.ENDING
    assert state_of(service, law(date(2026, 5, 1))) is ServiceState.ENDED
