"""Ringkasan: every number equals what it is made of and an independent count, and no name is on it."""

import io
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from pypdf import PdfReader
from sqlalchemy import text

from db.blitar.caseload.mentored import mentored_on
from db.blitar.caseload.mentored_months import mentored_at_ends
from db.blitar.headlines import blitar_summary
from db.blitar.reporting.costs import costs
from db.blitar.staffing.assignments import deployment
from db.office.logos import propose_logo
from db.office.practice import law_of
from db.office.settings import approve_setting, propose_setting
from db.sampang.headlines import sampang_summary
from db.sampang.servicing.behind import ageing
from domain.blitar import parameters as blitar
from domain.blitar.parameters import BUSINESS_COUNTS, DPA_SPENT
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.blitar.staffing.business_base import base_on
from domain.blitar.staffing.coverage import coverage_on
from domain.blitar.staffing.measures import Measure
from domain.dates import indonesian_date, months_ends_before
from domain.programme import may
from domain.programmes import PROGRAMMES
from domain.regions.business_counts import BusinessCount, BusinessCounts
from domain.regions.regions import districts
from domain.regulation.law_in_force import Practice
from domain.regulation.office_proposals import SettingProposed
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import OfficeDecision
from domain.roles import OfficePermission, OfficeRole
from domain.sampang import parameters as sampang
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from domain.sampang.servicing.ageing import AGES
from pages.blitar.summary.first_look import map_for_paper
from pages.blitar.summary.shown_on_map import ShownOnMap
from pages.office.summary.summary_printing import printed_summary
from pages.office.summary.summary_reading import read_summary
from pages.parts.store import now, today
from tests.db.office.logos import a_png
from tests.people import ROLES, someone
from tests.screens.demo_office import SUMMARY, calm, said

_PAID = """
SELECT loan.id, (SELECT sum(principal + interest) FROM instalment WHERE loan_id = loan.id) - (SELECT
  coalesce(sum(released), 0) FROM journal_entry WHERE journal_entry.loan_id = loan.id) AS owed,
  (SELECT coalesce(sum(posting.amount), 0) FROM posting JOIN journal_entry ON entry_id = journal_entry.id
   WHERE journal_entry.loan_id = loan.id AND kind IN ('payment', 'reversal', 'settlement')
   AND account IN ('fund_cash', 'interest_cash')) AS paid FROM loan
 WHERE id NOT IN (SELECT loan_id FROM journal_entry WHERE kind = 'write_off')
"""
_BEHIND = """
SELECT count(DISTINCT late.loan_id) FROM instalment late WHERE late.due_on < :day AND
  late.loan_id NOT IN (SELECT loan_id FROM journal_entry WHERE kind = 'write_off') AND
  (SELECT sum(principal + interest) FROM instalment up WHERE up.loan_id = late.loan_id
   AND up.number <= late.number) >
  (SELECT coalesce(sum(posting.amount), 0) FROM posting JOIN journal_entry ON entry_id = journal_entry.id
   WHERE journal_entry.loan_id = late.loan_id AND kind IN ('payment', 'reversal', 'settlement')
   AND account IN ('fund_cash', 'interest_cash'))
"""
_RISEN = """
SELECT count(*) FROM client WHERE (ended_on IS NULL OR ended_on >= :day) AND EXISTS
  (SELECT 1 FROM client_indicator up WHERE up.client_id = client.id AND up.movement = 'up' AND NOT EXISTS
    (SELECT 1 FROM client_indicator down WHERE down.client_id = client.id AND down.movement = 'down'
     AND {same_goal}))
"""
# Written out by hand from Pasal 2 ayat (2): which indicators stand for one goal together.
_TOGETHER = (
    ("annual_meeting", "bookkeeping"),
    ("standard_packaging", "quality_test"),
    ("business_number", "tax_number", "home_industry", "halal", "brand"),
    ("annual_sales", "assets"),
)


@pytest.fixture
def summary(office):
    return read_summary(office.by_role[OfficeRole.LEADERSHIP], PROGRAMMES, today())


def _headlines(summary, programme=None):
    return [headline for of, part in summary.parts if programme in (None, of) for headline in part.headlines]


def _ask(office, query, **told):
    with office.database.read() as session:
        return session.execute(text(query), told).scalar_one()


def test_every_number_equals_what_it_is_made_of(summary):
    for headline in _headlines(summary):
        assert sum(part.amount for part in headline.parts) == headline.amount, headline.title
        assert headline.citation.place


def test_the_funds_numbers_are_those_of_an_independent_count(office, summary):
    found = {one.key: one.amount for one in _headlines(summary, SAMPANG)}
    day, year = today().isoformat(), f"{today().year}-%"
    running = _ask(office, f"SELECT count(*) FROM ({_PAID}) WHERE owed > paid")
    account = "SELECT sum(amount) FROM posting WHERE account = :account"
    promised = """SELECT coalesce(sum(json_extract(step.body, '$.amount')), 0) FROM file_step step
        JOIN application ON application.id = application_id
        WHERE step = 'approve' AND status IN ('approved', 'agreed', 'requested')"""
    revenue = """SELECT -coalesce(sum(amount), 0) FROM posting
        JOIN journal_entry ON entry_id = journal_entry.id
        WHERE account = 'due_to_revenue' AND "on" LIKE :year"""
    waiting = "('filed', 'checked', 'surveyed', 'postponed', 'approved', 'agreed', 'requested')"
    assert found == {
        "berkas": _ask(office, f"SELECT count(*) FROM application WHERE status IN {waiting}"),
        "dicairkan": _ask(
            office, "SELECT coalesce(sum(principal), 0) FROM loan WHERE disbursed_on LIKE :year", year=year
        ),
        "berjalan": running,
        "beredar": _ask(office, account, account="loans"),
        "menunggak": _ask(office, _BEHIND, day=day),
        "bebas": _ask(office, account, account="fund_cash") - _ask(office, promised),
        "pad": _ask(office, revenue, year=year),
    }


def test_the_mentorings_numbers_are_those_of_an_independent_count(office, summary):
    found = {one.key: one.amount for one in _headlines(summary, BLITAR)}
    day, month = today(), today().isoformat()[:8] + "%"
    mentored = "(ended_on IS NULL OR ended_on >= :day)"
    visited = f"""SELECT count(*) FROM client WHERE {mentored} AND id IN
        (SELECT client_id FROM visit WHERE state IN ('sent', 'verified') AND "on" >= :since)"""
    same = " OR ".join(f"(up.indicator IN {names} AND down.indicator IN {names})" for names in _TOGETHER)
    risen = _RISEN.format(same_goal=f"({same} OR up.indicator = down.indicator)")
    assert found["binaan"] == _ask(office, f"SELECT count(*) FROM client WHERE {mentored}", day=day)
    assert found["kunjungan"] == _ask(
        office,
        "SELECT count(*) FROM visit WHERE state IN ('sent', 'verified') AND \"on\" LIKE :month",
        month=month,
    )
    assert found["dikunjungi"] == _ask(office, visited, day=day, since=day - timedelta(days=30))
    assert found["naik"] == _ask(office, risen, day=day) > 0
    assert found["cakupan"] == 21


def test_the_rise_of_turnover_is_that_of_those_measured_again(office, summary):
    (omzet,) = [one for one in _headlines(summary, BLITAR) if one.key == "omzet"]
    measured = """FROM client_indicator JOIN client ON client.id = client_id WHERE status = 'open' AND
        indicator = 'annual_sales' AND baseline_value IS NOT NULL AND latest_value IS NOT NULL AND
        latest_on >= baseline_on"""
    businesses = _ask(office, "SELECT count(*) FROM client WHERE status = 'open' AND kind = 'client_micro'")
    again = _ask(office, f"SELECT count(*) {measured}")
    assert omzet.amount == _ask(office, f"SELECT sum(latest_value - baseline_value) {measured}")
    assert (
        f"{_ask(office, f'SELECT count(*) {measured} AND latest_value > baseline_value')} binaan"
        in omzet.beside
    )
    assert omzet.caution.startswith(f"{businesses - again} dari {businesses} usaha mikro")


def test_a_target_is_drawn_only_once_the_office_has_set_it(summary):
    assert [one.key for one in _headlines(summary) if one.target is not None or one.target_told] == []


def test_the_first_decision_is_the_day_on_which_most_kecamatan_lose_their_pendamping(office, summary):
    (part,) = [part for programme, part in summary.parts if programme is BLITAR]
    with office.database.read() as session:
        deployed = deployment(session, office.by_role[BlitarRole.AGENCY_HEAD])
    known = (deployed.services, deployed.assignments)
    days = [today() + timedelta(days=ahead) for ahead in range(61)]
    open_on = [{one.district.code for one in coverage_on(day, *known) if not one.is_covered} for day in days]
    opening = [len(now - before) for before, now in pairwise(open_on)]
    place = opening.index(max(opening)) + 1
    told = f"{indonesian_date(days[place])}: {len(open_on[place])} dari 22 kecamatan tanpa Pendamping"
    assert part.decisions[0].what == told


def test_a_trend_ends_with_the_number_and_has_the_one_before_it(summary):
    known = [one for one in _headlines(summary) if one.trend and one.trend.told.startswith("akhir")]
    assert {one.key: one.trend.values[-1] for one in known} == {one.key: one.amount for one in known}
    assert {one.key: one.trend.values[-2] for one in known} == {one.key: one.before for one in known}


def test_what_it_was_is_counted_at_the_end_of_last_month(office, summary):
    end = today().replace(day=1) - timedelta(days=1)
    found = {one.key: one.before for one in _headlines(summary)}
    owed = """SELECT sum(amount) FROM posting JOIN journal_entry ON entry_id = journal_entry.id
        WHERE account = 'loans' AND "on" <= :day"""
    binaan = "SELECT count(*) FROM client WHERE since <= :day AND (ended_on IS NULL OR ended_on >= :day)"
    assert found["beredar"] == _ask(office, owed, day=end.isoformat())
    assert found["binaan"] == _ask(office, binaan, day=end.isoformat())


def test_no_name_is_on_the_screen_or_on_the_page(office, summary):
    screen = office.open(office.by_role[OfficeRole.LEADERSHIP], SUMMARY)
    (button,) = [one for one in screen.get("download_button") if "1 halaman" in one.label]
    with office.database.read() as session:
        names = {
            row[0] for row in session.execute(text("SELECT name FROM client UNION SELECT name FROM staff"))
        }
    told = ""
    for programme, part in summary.parts:
        screen.session_state["kabupaten"] = programme.regency.name
        for headline in part.headlines:
            screen.session_state[f"rincian-{headline.key}"] = True
        told += said(calm(screen.run()))
    assert "Ringkasan" in told
    assert all(headline.meaning in told for headline in _headlines(summary))
    assert not [name for name in names if name in told]
    assert button


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda one: one.key)
def test_the_page_of_a_regency_is_one_page_with_the_news_and_every_number(office, programme):
    person = office.by_role[OfficeRole.LEADERSHIP]
    summary = read_summary(person, [programme], today())
    reader = PdfReader(io.BytesIO(printed_summary(summary, person, demo=True)))
    assert len(reader.pages) == 1
    told = " ".join(reader.pages[0].extract_text().split())
    ((_, part),) = summary.parts
    assert f"PERLU KEPUTUSAN: {part.decisions[0].what}" in told
    assert f"PEMERINTAH {programme.regency.name.upper()}" in told
    assert [one.title for one in part.headlines if one.in_words not in told] == []
    assert "DATA CONTOH" in told


def test_the_printed_map_names_every_kecamatan_and_the_hole(office):
    person = office.by_role[BlitarRole.AGENCY_HEAD]
    page = printed_summary(read_summary(person, [BLITAR], today()), person, demo=True)
    told = PdfReader(io.BytesIO(page)).pages[0].extract_text()
    assert [one.name for one in districts(BLITAR.regency.code) if one.name not in told] == []
    assert "Kota Blitar" in told


def test_once_there_is_a_base_map_and_page_show_binaan_per_1_000_usaha_with_its_source(office):
    head, code = office.by_role[BlitarRole.AGENCY_HEAD], districts(BLITAR.regency.code)[0].code
    asked = SettingProposed(since=today() - timedelta(days=1), reason="contoh")
    value = BusinessCounts("Angka contoh", {code: BusinessCount(1990, 10)}).written()
    told = (office.by_role[OfficeRole.ADMINISTRATOR], BLITAR, BUSINESS_COUNTS, value, asked)
    with office.database.write() as session:
        number = propose_setting(session, *told, nonce="test-base", at=now())
        approve_setting(session, head, BLITAR, number, at=now())
        clients = mentored_on(session, today(), 30).by_district[code]
        base = base_on(law_of(session, BLITAR, today()))
        summary = blitar_summary(session, head, today(), days=30)
    shown = ShownOnMap(Measure.PER_THOUSAND, 30, base)
    printed = map_for_paper(summary, shown)
    assert Fraction(printed.figures[code].short.replace(",", ".")) == Fraction(clients, 2)
    assert {one.shade for key, one in printed.figures.items() if key != code} == {None}
    assert "sumber: Angka contoh" in printed.note
    screen = office.open(head, SUMMARY)
    assert "Angka contoh" not in said(screen)
    screen.session_state["ringkasan-ukuran"] = Measure.PER_THOUSAND
    assert "sumber: Angka contoh" in said(calm(screen.run()))


def test_with_more_decisions_than_fit_the_page_leaves_its_story_out_and_stays_one(office):
    person = office.by_role[OfficeRole.LEADERSHIP]
    summary = read_summary(person, [BLITAR], today())
    ((programme, part),) = summary.parts
    for more in range(15):
        full = replace(part, decisions=(*part.decisions, *part.decisions[:1] * more))
        page = printed_summary(replace(summary, parts=((programme, full),)), person, demo=True)
        (only,) = PdfReader(io.BytesIO(page)).pages
        if "Satu cerita" not in only.extract_text():
            return
    pytest.fail("the story never left")


@pytest.mark.parametrize(
    ("programme", "role", "logo", "phone"),
    [
        (SAMPANG, SampangRole.TEAM_LEAD, sampang.AGENCY_LOGO, sampang.AGENCY_PHONE),
        (BLITAR, BlitarRole.AGENCY_HEAD, blitar.AGENCY_LOGO, blitar.AGENCY_PHONE),
    ],
    ids=["sampang", "blitar"],
)
def test_the_page_has_the_offices_logo_and_telephone_once_they_are_set(office, programme, role, logo, phone):
    admin, head = office.by_role[OfficeRole.ADMINISTRATOR], office.by_role[role]
    asked = SettingProposed(since=today(), reason="contoh")
    with office.database.write() as session:
        told = {"nonce": "test-logo", "at": now()}
        one = propose_logo(session, admin, programme, logo, a_png(), asked, **told)
        told = {"nonce": "test-phone", "at": now()}
        other = propose_setting(session, admin, programme, phone, "(0342) 123", asked, **told)
        for number in (one, other):
            approve_setting(session, head, programme, number, at=now())
    page = printed_summary(read_summary(head, [programme], today()), head, demo=True)
    (only,) = PdfReader(io.BytesIO(page)).pages
    assert len(only.images) == 1
    assert "Telepon (0342) 123" in only.extract_text()


def test_without_a_base_the_map_offers_no_choice(office):
    screen = office.open(office.by_role[BlitarRole.AGENCY_HEAD], SUMMARY)
    assert "ringkasan-ukuran" not in [one.key for one in screen.get("button_group")]


def test_what_a_number_is_made_of_is_drawn_only_once_it_is_opened(office, summary):
    screen = office.open(office.by_role[OfficeRole.LEADERSHIP], SUMMARY)
    one, other = _headlines(summary)[:2]
    assert one.meaning not in said(screen)
    screen.session_state[f"rincian-{one.key}"] = True
    told = said(calm(screen.run()))
    assert one.meaning in told
    assert other.meaning not in told


def test_the_page_is_printed_only_once_it_is_asked_for(office, monkeypatch):
    printed = []
    monkeypatch.setattr(
        "pages.office.summary.summary_printing.summary_page", lambda *_: printed.append(1) or b"%PDF"
    )
    screen = office.open(office.by_role[OfficeRole.LEADERSHIP], SUMMARY)
    assert [one.label for one in screen.get("download_button")] == ["Cetak 1 halaman"]
    assert not printed


def test_the_summary_opens_for_the_leadership_and_no_counter(office):
    allowed = {
        programme: {role for role in ROLES if may(someone(role), OfficePermission.READ_SUMMARY, programme)}
        for programme in PROGRAMMES
    }
    both = {OfficeRole.LEADERSHIP, OfficeRole.ADMINISTRATOR}
    assert allowed == {SAMPANG: {*both, SampangRole.TEAM_LEAD}, BLITAR: {*both, BlitarRole.AGENCY_HEAD}}


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (SampangRole.TEAM_LEAD, []),
        (BlitarRole.AGENCY_HEAD, []),
        (OfficeRole.LEADERSHIP, ["Kabupaten Sampang", "Kabupaten Blitar"]),
    ],
)
def test_only_who_holds_both_regencies_chooses_between_them(office, role, shown):
    screen = office.open(office.by_role[role], SUMMARY)
    offered = [name for group in screen.get("button_group") for name in group.options]
    assert offered == shown


@pytest.mark.parametrize(
    ("role", "there", "not_there"),
    [
        (SampangRole.TEAM_LEAD, "Kabupaten Sampang", "Kabupaten Blitar"),
        (BlitarRole.AGENCY_HEAD, "Kabupaten Blitar", "Kabupaten Sampang"),
    ],
)
def test_a_person_sees_the_regency_they_belong_to(office, role, there, not_there):
    told = said(office.open(office.by_role[role], SUMMARY))
    assert there in told
    assert not_there not in told


def test_arrears_by_age_are_those_of_penagihan(office):
    lead = office.by_role[SampangRole.TEAM_LEAD]
    with office.database.read() as session:
        known, shown = ageing(session, lead, today()), sampang_summary(session, lead, today())
    assert shown.late == {age: replace(known.of_age(age), provision=0) for age in AGES if age.first}
    assert shown.now.owed == known.all.owed


def test_the_charts_months_add_up_to_the_numbers(office, summary):
    lead = office.by_role[SampangRole.TEAM_LEAD]
    with office.database.read() as session:
        flows = sampang_summary(session, lead, today()).flows
    found = {one.key: one.amount for one in _headlines(summary, SAMPANG)}
    this_year = [flow for month, flow in flows.items() if month.year == today().year]
    assert sum(flow.lent for flow in this_year) == found["dicairkan"]
    assert sum(flow.revenue for flow in this_year) == found["pad"]


def test_each_month_of_a_trend_is_what_that_months_end_counts(office):
    ends = months_ends_before(today(), 5)
    with office.database.read() as session:
        together = mentored_at_ends(session, ends, 30)
        alone = [mentored_on(session, end, 30) for end in ends]
    assert [(one.clients, one.visited, one.risen) for one in together] == [
        tuple(sum(counts.values()) for counts in (one.by_kind, one.visited, one.risen)) for one in alone
    ]


def test_costs_are_shared_over_the_visits_of_the_year_and_the_binaan_of_the_month(office):
    spent = DatedValue(today(), 100_000_000, OfficeDecision("realisasi", decided_by="Kepala Dinas"))
    law = BLITAR.law_on(today(), Practice(settings=((DPA_SPENT.key, spent),)))
    with office.database.read() as session:
        found = costs(session, office.by_role[OfficeRole.LEADERSHIP], law)
    visits = _ask(
        office,
        "SELECT count(*) FROM visit WHERE state IN ('sent', 'verified') AND \"on\" BETWEEN :first AND :day",
        first=today().replace(month=1, day=1).isoformat(),
        day=today().isoformat(),
    )
    clients = _ask(
        office,
        "SELECT count(*) FROM client WHERE since <= :day AND (ended_on IS NULL OR ended_on >= :first)",
        first=today().replace(day=1).isoformat(),
        day=today().isoformat(),
    )
    assert (found.visits, found.clients) == (visits, clients)


def test_until_the_office_has_entered_them_costs_are_not_known(office):
    with office.database.read() as session:
        law = law_of(session, BLITAR, today())
        found = costs(session, office.by_role[OfficeRole.LEADERSHIP], law)
    assert (found.budget, found.spent, found.per_client, found.per_visit) == (None, None, None, None)
