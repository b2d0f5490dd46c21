"""The year of visits in the demo of Blitar: plausible, the same for the same day, with the hard cases."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import cache

import pytest
from sqlalchemy import func, select

from db.office.people import personas
from db.tables import (
    ClientIndicatorRow,
    ClientRow,
    FollowUpRow,
    IndicatorReadingRow,
    StaffRow,
    VisitImportRow,
    VisitPartRow,
    VisitRow,
    VisitStepRow,
    VisitTaskRow,
)
from demo.blitar.caring import endings
from demo.blitar.days import days_of
from demo.blitar.demo_clients import demo_clients
from demo.blitar.meetings import months_of
from demo.blitar.personas import PERSONAS
from demo.blitar.posts import BAKUNG, BINANGUN, LEFT, NEVER_FILLED, SERVING, WONOTIRTO
from demo.blitar.year_of_visits import Way, demo_year
from domain.blitar.caseload.progress import Movement
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import indicators_of
from domain.blitar.kinds import Operation, Sector, SubjectKind
from domain.blitar.reporting.recommendations import AGENCIES
from domain.blitar.visiting.visit import FollowUpState, Source, VisitPlace, VisitState
from domain.dates import JAKARTA, add_months
from domain.working_days import holiday_name, is_working_day
from tests.demo.loaded_demo import demo_on

TODAY = date(2026, 11, 20)
# A Sunday, the turn of the year, the first week of a year, a leap day, the days around the one from which
# the resignation lies in May, a holiday that is a Sunday, and the first of a month.
DAYS = [
    TODAY,
    date(2026, 11, 22),
    date(2027, 1, 1),
    date(2027, 1, 5),
    date(2028, 2, 29),
    date(2026, 6, 14),
    date(2026, 6, 15),
    date(2031, 8, 17),
    date(2026, 12, 1),
]
TARGET = 170  # binaan to move up in a year


@cache
def _year(today, *seed):
    days = days_of(today)
    return demo_year(days, demo_clients(days), *seed)


@pytest.fixture
def session():
    with demo_on(TODAY).read() as session:
        yield session


def _own_staff(session, key):
    name = next(persona.name for persona in PERSONAS if persona.key == key)
    person = next(person for person in personas(session) if person.name == name)
    return session.scalars(select(StaffRow.id).where(StaffRow.person_id == person.id)).one()


# ---- the plan, on any day of the year ------------------------------------------------------------
def test_the_same_day_and_seed_give_the_same_year():
    assert repr(_year(TODAY)) == repr(demo_year(days_of(TODAY), demo_clients(days_of(TODAY))))
    assert repr(_year(TODAY).visits) != repr(_year(TODAY, 1).visits)


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_every_serving_pendamping_makes_10_to_18_visits_a_month_and_two_have_a_month_of_none(today):
    days, made = days_of(today), Counter()
    for one in _year(today).visits:
        made[one.meeting.post, one.meeting.on.replace(day=1)] += 1
    # Binaan come in over the first weeks; the present month is not over, and paper comes two weeks late.
    last = min(days.today.replace(day=1), (today - timedelta(days=15)).replace(day=1))
    whole = [month for month in months_of(days) if days.appointed + timedelta(days=45) <= month < last]
    assert whole
    empty = Counter()
    for post in SERVING:
        for month in whole:
            count = made[post.district_code, month]
            empty[post.district_code] += not count
            assert not count or 10 <= count <= 18, (post.district_code, month)
    assert max(empty.values()) <= 1
    zero = Counter(
        post.district_code
        for post in SERVING
        for month in months_of(days)[1:-1]
        if not made[post.district_code, month] and month < last
    )
    assert sorted(zero.values()) == [1, 1]


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_no_visit_lies_ahead_or_before_the_binaan_came_or_after_the_pendamping_left(today):
    days, year = days_of(today), _year(today)
    since = {each.key: each.since for each in year.clients}
    ended = endings(days, year.clients)
    assert len(ended) == 3
    for one in year.visits:
        met = one.meeting
        assert since[met.client] < met.on <= today
        assert met.post != LEFT or met.on <= days.resigned
        assert met.client not in ended or met.on <= ended[met.client].on
        assert one.closing is None or met.on <= one.closing.on <= today
    for pile in year.piles:
        assert pile.last <= pile.entered_on <= today
        assert pile.verified_on is None or pile.entered_on < pile.verified_on < today


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_every_visit_comes_into_the_store_once(today):
    year = _year(today)
    taken_in = Counter(one.meeting for pile in year.piles for one in year.in_pile(pile))
    own = {met for met, way in year.ways.items() if way not in (Way.IN_A_PILE, Way.RETURNED_FROM_A_PILE)}
    assert set(taken_in.values()) == {1}
    assert taken_in.keys() | own == {one.meeting for one in year.visits}
    assert not taken_in.keys() & own


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_hard_cases_are_there(today):
    year = _year(today)
    met = [one.meeting for one in year.visits]
    home = {each.key: each.district_code for each in year.clients}
    assert sum(holiday_name(one.on) is not None and one.on.weekday() < 5 for one in met) == 2
    assert sum(not is_working_day(one.on) for one in met) == 4
    at_once = Counter((one.post, one.on, one.day_part) for one in met)
    assert sorted(at_once.values())[-3:] == [1, 2, 2]
    far = [one for one in met if one.district_code not in (None, home[one.client])]
    assert len(far) == 4
    assert any(one.post == WONOTIRTO and one.district_code == NEVER_FILLED == BAKUNG for one in met)
    assert any(one.post != LEFT and one.district_code == BINANGUN for one in met)  # taken over
    assert all(one.told.source is Source.PAPER for one in year.visits if one.meeting.post == "35.05.20")


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_most_binaan_were_visited_in_the_last_30_days_some_not_and_a_few_never(today):
    year, days = _year(today), days_of(today)
    last = {}
    for one in year.visits:
        last[one.meeting.client] = max(one.meeting.on, last.get(one.meeting.client, one.meeting.on))
    open_now = [each for each in year.clients if each.key not in endings(days, year.clients)]
    never = [each for each in open_now if each.key not in last]
    overdue = [each for each in open_now if each.key in last and last[each.key] < today - timedelta(days=30)]
    assert 5 <= len(never) <= 14
    assert 14 <= len(overdue) <= 75
    waiting = [each for each in open_now if each.district_code == LEFT]
    assert sum(last[each.key] <= days.resigned for each in waiting if each.key in last) >= 5


# ---- clients -------------------------------------------------------------------------------------
def test_every_binaan_has_a_sector_and_most_were_told_what_their_data_are_for():
    clients = [each.client for each in demo_clients(days_of(TODAY))]
    sectors = Counter(one.sector for one in clients)
    assert None not in sectors
    assert sectors[Sector.FOOD] > 60
    assert {Sector.CRAFT, Sector.LIVESTOCK, Sector.FISHERY, Sector.SAVINGS_AND_LOANS} <= sectors.keys()
    assert 10 <= sum(one.consent.notice_on is None for one in clients) <= 35
    assert 20 <= sum(one.consent.shares_story is True for one in clients) <= 80
    assert all(one.consent.notice_on for one in clients if one.consent.shares_story is not None)
    assert {one.phone[:9] for one in clients} == {"", "0800-0000"}


def test_three_owners_have_two_businesses_under_one_nik():
    owners = defaultdict(set)
    for each in demo_clients(days_of(TODAY)):
        owners[each.client.nik].add((each.client.contact_name, each.client.name))
    doubled = [told for told in owners.values() if len(told) > 1]
    assert [len(told) for told in doubled] == [2, 2, 2]
    assert all(len({contact for contact, _ in told}) == 1 for told in doubled)


# ---- the store -----------------------------------------------------------------------------------
def test_visits_stand_in_every_state_and_of_the_months_reported_all_are_verified(session):
    states = Counter(session.scalars(select(VisitRow.state)))
    assert states[VisitState.DRAFT] == 4
    assert states[VisitState.RETURNED] == 5
    assert 50 <= states[VisitState.SENT] <= 150
    assert states[VisitState.VERIFIED] > 2_000
    before = add_months(TODAY.replace(day=1), -1)
    older = session.scalars(select(VisitRow.state).where(VisitRow.on < before)).all()
    assert set(older) == {VisitState.VERIFIED}
    this_month = session.scalars(select(VisitRow.state).where(VisitRow.on >= TODAY.replace(day=1))).all()
    assert {VisitState.SENT, VisitState.VERIFIED} <= set(this_month)


def test_both_fasilitator_verified_and_returned_visits_carry_a_note(session):
    steps = session.execute(select(VisitStepRow.state, VisitStepRow.by_person_id, VisitStepRow.note)).all()
    assert len({by for state, by, _ in steps if state == VisitState.VERIFIED}) == 2
    returned = [note for state, _, note in steps if state == VisitState.RETURNED]
    assert len(returned) == 7  # five stand, two were corrected and verified after all
    assert all(returned)
    again = select(VisitRow.state).where(VisitRow.version >= 4)
    assert session.scalars(again).all() == [VisitState.VERIFIED] * 2


def test_the_mentor_personas_have_drafts_and_a_returned_visit_of_their_own(session):
    for key in ("mentor", "other_mentor"):
        own = VisitRow.mentor_id == _own_staff(session, key)
        found = Counter(session.scalars(select(VisitRow.state).where(own)))
        assert (found[VisitState.DRAFT], found[VisitState.RETURNED]) == (2, 1)
        entered = select(StaffRow.person_id).join(VisitRow, VisitRow.entered_by_id == StaffRow.person_id)
        assert session.scalars(entered.where(own, VisitRow.state == VisitState.DRAFT)).all()


def test_forms_on_paper_were_typed_in_weeks_after_the_visit(session):
    rows = session.execute(select(VisitRow.body, VisitRow.on, VisitRow.entered_at)).all()
    paper = [(on, at.astimezone(JAKARTA).date()) for body, on, at in rows if body["source"] == Source.PAPER]
    assert len(paper) > 300
    assert all(on <= entered for on, entered in paper)
    assert sum((entered - on).days > 14 for on, entered in paper) > 100
    assert session.scalar(select(func.sum(VisitImportRow.taken))) > 2_000


def test_old_visits_stay_under_the_name_of_the_one_who_left(session):
    gone = session.scalars(select(StaffRow).where(StaffRow.ended_on.is_not(None))).one()
    days = session.scalars(select(VisitRow.on).where(VisitRow.mentor_id == gone.id)).all()
    assert len(days) > 15
    assert max(days) <= gone.ended_on
    later = (
        select(VisitRow.id)
        .join(ClientRow)
        .where(ClientRow.district_code == LEFT, VisitRow.on > gone.ended_on, VisitRow.mentor_id != gone.id)
    )
    assert session.scalars(later).all()
    waiting = select(func.max(ClientRow.last_visit_on)).where(ClientRow.mentor_id == gone.id)
    assert session.scalar(waiting) <= gone.ended_on


def test_first_something_is_found_out_later_it_is_guided_and_now_and_then_evaluated(session):
    parts = Counter(session.scalars(select(VisitPartRow.part)))
    tasks = Counter(session.scalars(select(VisitTaskRow.task)))
    assert parts.keys() == {*ReportPart}
    assert tasks.keys() == {*MentorTask}
    assert parts[ReportPart.ADVOCACY] < parts[ReportPart.RECOMMENDATION] < parts[ReportPart.IDENTIFICATION]
    first = (
        select(func.min(VisitRow.on))
        .where(VisitRow.state == VisitState.VERIFIED)
        .group_by(VisitRow.client_id)
    )
    identified = session.execute(
        select(VisitRow.client_id, VisitRow.on)
        .join(VisitPartRow)
        .where(VisitPartRow.part == ReportPart.IDENTIFICATION, VisitRow.state == VisitState.VERIFIED)
    ).all()
    assert {on for _, on in identified} <= set(session.scalars(first))
    stages = Counter(session.scalars(select(ClientRow.stage)))
    assert {"new", "identified", "guided", "evaluated"} <= stages.keys()


def test_what_was_agreed_is_mostly_closed_and_some_of_it_overdue(session):
    rows = session.scalars(select(FollowUpRow)).all()
    states = Counter(row.state for row in rows)
    overdue = [row for row in rows if row.state == FollowUpState.OPEN and row.due_on < TODAY]
    assert states[FollowUpState.DONE] > 0.7 * len(rows)
    assert all(row.closing_note for row in rows if row.state == FollowUpState.DROPPED)
    assert 10 <= len(overdue) <= 60
    assert {row.doer for row in rows} == {"client", "mentor", "facilitator", "agency"}


def test_recommendations_name_other_agencies(session):
    agencies = Counter(session.scalars(select(VisitRow.agency).where(VisitRow.agency != "")))
    assert agencies.keys() <= {*AGENCIES}
    assert len(agencies) >= 6
    assert 100 <= sum(agencies.values()) <= 400


def test_nearly_all_binaan_have_a_baseline_with_some_blanks(session):
    kinds = {row.id: row.kind for row in session.scalars(select(ClientRow))}
    told = defaultdict(set)
    for client, indicator in session.execute(
        select(IndicatorReadingRow.client_id, IndicatorReadingRow.indicator).where(
            IndicatorReadingRow.visit_id.is_(None)
        )
    ):
        told[client].add(indicator)
    assert 3 <= len(kinds) - len(told) <= 20
    blank = sum(len(told[one]) < len(indicators_of(SubjectKind(kinds[one]))) for one in told)
    assert 50 <= blank <= 200


def test_between_55_and_70_of_a_hundred_of_the_target_rose_most_shown_by_evidence(session):
    up = select(ClientIndicatorRow).where(ClientIndicatorRow.movement == Movement.UP)
    rows = session.scalars(up).all()
    risen = {row.client_id for row in rows}
    assert 0.55 * TARGET <= len(risen) <= 0.70 * TARGET
    unshown = sum(not row.latest_evidence for row in rows)
    assert 0 < unshown < 0.25 * len(rows)
    down = session.scalars(
        select(ClientIndicatorRow.client_id).where(ClientIndicatorRow.movement == Movement.DOWN)
    ).all()
    assert 3 <= len(down) <= 10
    assert not risen & set(down)


def test_about_45_of_a_hundred_active_koperasi_held_their_annual_meeting(session):
    active = {
        row.id
        for row in session.scalars(select(ClientRow).where(ClientRow.kind == SubjectKind.CLIENT_COOPERATIVE))
        if row.body["operation"] == Operation.RUNNING
    }
    held = [
        row.client_id
        for row in session.scalars(
            select(ClientIndicatorRow).where(ClientIndicatorRow.indicator == "annual_meeting")
        )
        if (row.baseline_value if row.latest_value is None else row.latest_value) == 1
    ]
    assert set(held) <= active
    assert 0.38 <= len(held) / len(active) <= 0.5


def test_three_mentorings_ended_with_their_reason(session):
    ended = session.scalars(select(ClientRow).where(ClientRow.status == "ended")).all()
    assert Counter(row.leaving["ground"] for row in ended) == {"refused": 2, "closed": 1}
    assert all(row.leaving["reason"] and row.ended_on <= TODAY for row in ended)


def test_visits_that_wait_hold_findings_that_do_not_count_yet(session):
    waiting = session.scalars(select(VisitRow).where(VisitRow.state == VisitState.SENT)).all()
    with_findings = [row for row in waiting if row.body["changes"]]
    assert with_findings
    counted = select(IndicatorReadingRow.visit_id).where(
        IndicatorReadingRow.visit_id.in_([row.id for row in with_findings])
    )
    assert not session.scalars(counted).all()


def test_office_visits_have_no_kecamatan_and_field_visits_one(session):
    where = session.execute(select(VisitRow.place, VisitRow.district_code)).all()
    assert all((code is None) is (place == VisitPlace.OFFICE) for place, code in where)
    at_office = sum(place == VisitPlace.OFFICE for place, _ in where) / len(where)
    assert 0.12 <= at_office <= 0.35
