"""Beranda tells who decides everything that waits for their yes, with its age, and nobody else."""

import pytest
from sqlalchemy import text

from db.blitar.approvals import contracts_ending, passed_unappointed
from domain.blitar.roles import BlitarRole
from domain.dates import age_in_words
from domain.sampang.roles import SampangRole
from pages.blitar.home.approvals import approvals_for as of_mentoring
from pages.parts.store import today
from pages.sampang.home.approvals import approvals_for as of_the_fund
from tests.screens.demo_office import said

HOME = "pages/office/home/screen.py"
BOX = "Menunggu persetujuan Anda"


def shown(office, role):
    screen = office.open(office.by_role[role], HOME)
    return said(screen) + " ".join(link.proto.label for link in screen.get("page_link"))


def ask(office, query, **told):
    with office.database.read() as session:
        return session.execute(text(query), told).scalar_one()


@pytest.mark.parametrize("role", [SampangRole.TEAM_LEAD, BlitarRole.AGENCY_HEAD])
def test_who_decides_finds_it_first(office, role):
    assert BOX in shown(office, role)


@pytest.mark.parametrize("role", [SampangRole.OFFICER, SampangRole.BANK, BlitarRole.FACILITATOR])
def test_nobody_else_is_shown_what_they_cannot_decide(office, role):
    assert BOX not in shown(office, role)


def test_the_funds_are_those_that_wait_in_the_store(office):
    found = {one.key: one for one, _ in of_the_fund(office.by_role[SampangRole.TEAM_LEAD], today())}
    requested = ask(office, "SELECT count(*) FROM application WHERE status = 'requested'")
    waiting = "FROM reversal_proposal WHERE approved_at IS NULL AND closed_at IS NULL"
    assert found["permintaan-cair"].what.startswith(f"{requested} permintaan cair")
    assert found["pembalikan"].what.startswith(f"{ask(office, f'SELECT count(*) {waiting}')} usul")


def test_each_tells_how_long_the_oldest_waits(office):
    for role, of in ((SampangRole.TEAM_LEAD, of_the_fund), (BlitarRole.AGENCY_HEAD, of_mentoring)):
        dated = [one for one, _ in of(office.by_role[role], today()) if one.since and one.key != "lulus"]
        assert dated
        assert [one.what for one in dated if age_in_words(one.since, today()) not in one.because] == []


def test_the_oldest_stands_first(office):
    days = [one.since for one, _ in of_the_fund(office.by_role[SampangRole.TEAM_LEAD], today())]
    assert days == sorted(days)


def test_the_mentorings_proposals_are_those_without_an_outcome(office):
    found = {one.key: one for one, _ in of_mentoring(office.by_role[BlitarRole.AGENCY_HEAD], today())}
    waiting = ask(office, "SELECT count(*) FROM upgrade_proposal WHERE outcome IS NULL")
    assert found["usul"].what.startswith(f"{waiting} usul")


def test_contracts_that_end_are_those_of_who_serves(office):
    head = office.by_role[BlitarRole.AGENCY_HEAD]
    with office.database.read() as session:
        found = contracts_ending(session, head, today(), 365)
    serving = """SELECT count(*) FROM staff WHERE kind = 'mentor' AND appointed_on <= :day AND
        min(contract_until, coalesce(ended_on, contract_until)) BETWEEN :day AND date(:day, '+365 days')"""
    assert found.count == ask(office, serving, day=today().isoformat())


def test_who_passed_and_is_not_appointed_is_counted(office):
    head = office.by_role[BlitarRole.AGENCY_HEAD]
    with office.database.read() as session:
        found = passed_unappointed(session, head)
    assert found is None or (found.count >= 1 and found.decided_on <= today())
