"""What needs a decision is one list: on Ringkasan, on Beranda of who leads, and on the one-page PDF."""

import io

import pytest
from pypdf import PdfReader
from sqlalchemy import text

from db.blitar.decisions import mentoring_decisions
from db.sampang.decisions import fund_decisions
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.dates import age_in_words
from domain.programme import may
from domain.roles import OfficePermission, OfficeRole
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from pages.office.summary.summary_printing import printed_summary
from pages.office.summary.summary_reading import read_summary
from pages.parts.store import today
from tests.screens.demo_office import said

HOME = "pages/office/home/screen.py"
SUMMARY = "pages/office/summary/screen.py"
BOX = "Perlu keputusan"
OF = {SAMPANG: fund_decisions, BLITAR: mentoring_decisions}
HEADS = {SAMPANG: SampangRole.TEAM_LEAD, BLITAR: BlitarRole.AGENCY_HEAD}


def due(office, programme, role=OfficeRole.LEADERSHIP):
    with office.database.read() as session:
        return OF[programme](session, office.by_role[role], today())


def shown(office, role, screen, programme=None):
    opened = office.open(office.by_role[role], screen)
    if programme is not None:
        opened.session_state["kabupaten"] = programme.regency.name
        opened = opened.run()
    return (said(opened) + " ".join(link.proto.label for link in opened.get("page_link"))).replace("\\", "")


def printed(office, programme):
    person = office.by_role[OfficeRole.LEADERSHIP]
    page = printed_summary(read_summary(person, [programme], today()), person, demo=True)
    (told,) = PdfReader(io.BytesIO(page)).pages
    return " ".join(told.extract_text().split())


def ask(office, query, **told):
    with office.database.read() as session:
        return session.execute(text(query), told).scalar_one()


@pytest.mark.parametrize("programme", OF, ids=lambda one: one.key)
def test_beranda_ringkasan_and_the_page_tell_the_same_items_with_the_same_ages(office, programme):
    items = due(office, programme)
    places = [
        shown(office, HEADS[programme], HOME),
        shown(office, HEADS[programme], SUMMARY),
        shown(office, OfficeRole.LEADERSHIP, SUMMARY, programme),
        printed(office, programme),
    ]
    assert len(items) >= 4
    for told in places:
        assert [one.what for one in items if one.what not in told] == []
        assert [one.because for one in items if one.because.lower() not in told.lower()] == []


@pytest.mark.parametrize("programme", OF, ids=lambda one: one.key)
def test_head_and_leadership_read_one_list(office, programme):
    assert due(office, programme) == due(office, programme, HEADS[programme])


@pytest.mark.parametrize("programme", OF, ids=lambda one: one.key)
def test_each_says_whose_yes_it_needs_on_screen_and_on_paper(office, programme):
    items = due(office, programme)
    on_screen = shown(office, OfficeRole.LEADERSHIP, SUMMARY, programme)
    on_paper = printed(office, programme)
    assert [one.key for one in items if not one.who or f"menunggu {one.who}" not in on_screen] == []
    assert [one.key for one in items if f"Menunggu {one.who}" not in on_paper] == []


@pytest.mark.parametrize("programme", OF, ids=lambda one: one.key)
def test_what_waits_for_the_head_stands_first_on_their_beranda(office, programme):
    head = office.by_role[HEADS[programme]]
    told = shown(office, HEADS[programme], HOME)
    items = sorted(due(office, programme, HEADS[programme]), key=lambda one: told.index(one.what))
    theirs = [one.is_for(head) for one in items]
    assert theirs == sorted(theirs, reverse=True)
    assert any(theirs)


@pytest.mark.parametrize("role", [SampangRole.OFFICER, SampangRole.BANK, BlitarRole.FACILITATOR])
def test_nobody_else_is_shown_the_list(office, role):
    assert not any(may(office.by_role[role], OfficePermission.READ_SUMMARY, one) for one in OF)
    assert BOX not in shown(office, role, HOME)


def test_the_funds_are_those_that_wait_in_the_store(office):
    found = {one.key: one for one in due(office, SAMPANG)}
    requested = ask(office, "SELECT count(*) FROM application WHERE status = 'requested'")
    waiting = "FROM reversal_proposal WHERE approved_at IS NULL AND closed_at IS NULL"
    assert found["requested"].what.startswith(f"{requested} permintaan cair")
    assert found["pembalikan"].what.startswith(f"{ask(office, f'SELECT count(*) {waiting}')} usul")


@pytest.mark.parametrize("programme", OF, ids=lambda one: one.key)
def test_each_tells_how_long_it_waits(office, programme):
    dated = [one for one in due(office, programme) if one.since]
    assert dated
    assert [one.what for one in dated if age_in_words(one.since, today()) not in one.because] == []


def test_the_mentorings_proposals_are_those_without_an_outcome(office):
    found = {one.key: one for one in due(office, BLITAR)}
    waiting = ask(office, "SELECT count(*) FROM upgrade_proposal WHERE outcome IS NULL")
    assert found["usul"].what.startswith(f"{waiting} usul")


def test_contracts_that_end_are_those_of_who_serves(office):
    found = {one.key: one for one in due(office, BLITAR)}
    serving = """SELECT count(*) FROM staff WHERE kind = 'mentor' AND appointed_on <= :day AND
        min(contract_until, coalesce(ended_on, contract_until)) BETWEEN :day AND date(:day, '+60 days')"""
    count = ask(office, serving, day=today().isoformat())
    assert found["kontrak"].what == f"Kontrak {count} Pendamping berakhir dalam 60 hari"


def test_who_passed_and_is_not_appointed_is_counted(office):
    found = {one.key: one for one in due(office, BLITAR)}
    passed = """SELECT count(DISTINCT candidate_id) FROM candidate_record JOIN candidate ON
        candidate.id = candidate_id WHERE kind = 'outcome' AND
        json_extract(candidate_record.body, '$.kind') = 'passed' AND
        candidate_id NOT IN (SELECT candidate_id FROM staff WHERE candidate_id IS NOT NULL) AND round_id =
        (SELECT max(id) FROM selection_round WHERE decided_on IS NOT NULL)"""
    assert found["lulus"].what.startswith(f"{ask(office, passed)} calon lulus seleksi")
