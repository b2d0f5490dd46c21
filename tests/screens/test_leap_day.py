"""Screens on a day that most years do not have: the 29th of February."""

import pytest

from domain.blitar.roles import BlitarRole
from domain.sampang.roles import SampangRole
from tests.screens.clock import LEAP_DAY, clock_at
from tests.screens.demo_office import (
    CLIENTS,
    FUND,
    INTAKE,
    MENTORS,
    REPORTS,
    SUMMARY,
    a_demo_of,
    said,
)


@pytest.fixture(autouse=True)
def _one_day():
    with clock_at(LEAP_DAY):
        yield


@pytest.fixture(scope="module")
def demo_file():
    return a_demo_of(LEAP_DAY)


@pytest.mark.parametrize(
    ("role", "page", "address", "words"),
    [
        (BlitarRole.FACILITATOR, MENTORS, {"lihat": "Penugasan"}, "punya Pendamping pada 29 Februari 2028"),
        (BlitarRole.FACILITATOR, REPORTS, {}, "Januari 2028"),
        (BlitarRole.FACILITATOR, CLIENTS, {"isi": "baru"}, "Binaan baru"),
        (BlitarRole.AGENCY_HEAD, SUMMARY, {}, "2028"),
        (SampangRole.OFFICER, INTAKE, {"baru": 1}, "Pengajuan"),
        (SampangRole.TEAM_LEAD, FUND, {}, "Kas dana"),
    ],
)
def test_a_screen_opens_on_the_29th_of_february(office, role, page, address, words):
    assert words in said(office.open(office.by_role[role], page, **address))
