"""The demo files beyond the counter: every stage, a fund that is used, and people with a history."""

from collections import Counter
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from db.office.people import personas
from db.office.settings import pending
from db.sampang.applications.application_list import Filter, counts_by_stage, list_applications
from db.sampang.fund.ledger import balances
from db.sampang.fund.opening_balance import fund
from db.sampang.loans.loans import loans
from db.sampang.loans.reversal_lists import waiting_reversals
from db.sampang.origination.kin import kin
from db.sampang.origination.loan_files import stored_file
from db.sampang.origination.meeting_queue import candidates
from db.sampang.origination.meetings import decided_at, meetings
from db.tables import CustodyEntryRow, OfficeSettingRow
from demo.sampang.application_forms import demo_register
from demo.sampang.older.old_register import old_loans
from domain.dates import JAKARTA, add_months
from domain.regulation.assessment import Verdict
from domain.roles import OfficeRole
from domain.sampang.fund.repayment import behind_on
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.household import Relation
from domain.sampang.origination.records import DecisionKind
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from tests.demo.loaded_demo import whole_demo_on
from tests.examples import BY_NIGHT

TODAY = date(2026, 3, 31)
OLDER = "518/"  # the numbers of the loans that were taken over
DAYS = [TODAY, date(2028, 2, 29), *([date(2031, 8, 17)] if BY_NIGHT else [])]


def _moment(day):
    """When the screens are tested, too, so that a day of both is loaded once for a run."""
    return datetime(day.year, day.month, day.day, 10, 15, tzinfo=JAKARTA)


@pytest.fixture(scope="module")
def store():
    """A database with the demo of one day in it, for tests that only read."""
    database = whole_demo_on(TODAY, _moment(TODAY))
    with database.read() as session:
        yield session
    database.close()


@pytest.fixture
def who(store):
    """The first persona of each role."""
    return {role: person for person in reversed(personas(store)) for role in person.roles}


def _files(store, who, stage):
    rows = list_applications(store, who[SampangRole.OFFICER], Filter(status=stage), page_size=200).rows
    return [
        stored_file(store, who[SampangRole.OFFICER], row.id)
        for row in rows
        if not row.number.startswith(OLDER)
    ]


def _loans(store, who):
    pages = (loans(store, who[SampangRole.OFFICER], page=page, page_size=200)[0] for page in (1, 2))
    return [one for page in pages for one in page if not one.number.startswith(OLDER)]


def test_files_stand_at_every_stage(store, who):
    counts = counts_by_stage(store, who[SampangRole.OFFICER])
    assert set(counts) == set(Stage)
    assert 24 <= counts[Stage.DISBURSED] - len(old_loans(TODAY)) <= 36
    assert counts[Stage.SURVEYED] >= 8
    assert counts[Stage.REFUSED] == 2
    assert counts[Stage.REQUESTED] == counts[Stage.POSTPONED] == 1


def test_nobody_waits_at_the_counter_for_more_than_a_season(store, who):
    waiting = list_applications(
        store, who[SampangRole.OFFICER], Filter(status=Stage.FILED), page_size=200
    ).rows
    assert min(row.filed_on for row in waiting) >= TODAY - timedelta(days=100)


def test_a_file_that_could_not_be_completed_was_taken_back(store, who):
    counts = counts_by_stage(store, who[SampangRole.OFFICER])
    assert counts[Stage.WITHDRAWN] >= 8


def test_one_request_was_returned_with_its_reason(store, who):
    returned = [
        file for file in _files(store, who, Stage.AGREED) if file.timeline[-1].step is Step.RETURN_REQUEST
    ]
    (file,) = returned
    assert "polis" in file.timeline[-1].note


def test_every_refusal_names_a_provision(store, who):
    decisions = [file.file.decision for file in _files(store, who, Stage.REFUSED)]
    assert {decision.provisions for decision in decisions} == {("IV.2.g",), ("VI.2.a.4",)}
    assert all(decision.kind is DecisionKind.REFUSE for decision in decisions)


def test_the_steps_of_every_file_follow_each_other_in_time(store, who):
    for stage in Stage:
        for file in _files(store, who, stage):
            days = [step.on for step in file.timeline]
            moments = [step.at for step in file.timeline]
            assert days == sorted(days)
            assert moments == sorted(moments)
            assert all(moment <= _moment(TODAY) for moment in moments)


def test_the_next_meeting_can_choose_among_files_of_every_sort(store, who):
    found = candidates(store, who[SampangRole.TEAM_LEAD], TODAY)
    surveyed = [one for one in found if one.has_survey]
    assert len(surveyed) >= 8
    assert all(one.verdict is Verdict.QUALIFIES for one in surveyed)
    kinds = {one.found.application.applicant.kind for one in surveyed}
    assert {ApplicantKind.BUSINESS, ApplicantKind.COOPERATIVE, ApplicantKind.CLUSTER} <= kinds
    assert found[0].priorities
    assert found[-1].found.application.earlier.borrowed_before is True


def test_something_of_the_fund_is_free_but_not_enough_for_every_candidate(store, who):
    position = fund(store, who[OfficeRole.LEADERSHIP]).position
    wanted = sum(one.amount for one in candidates(store, who[SampangRole.TEAM_LEAD], TODAY))
    assert 0 < position.free < wanted
    assert position.committed > 0
    assert (
        position.paid_out + position.taken_over - position.returned
        == position.lent + position.written_off
        > 0
    )


def test_the_opening_balance_has_a_decree_that_says_it_is_an_example(store, who):
    found = fund(store, who[OfficeRole.LEADERSHIP])
    assert "contoh" in found.decree
    assert found.opened_on < add_months(TODAY, -24)


def test_the_books_of_the_demo_balance(store):
    assert sum(balances(store).values()) == 0


def test_loans_went_out_over_two_years_and_most_borrowers_keep_up(store, who):
    found = _loans(store, who)
    days = [one.schedule.terms.disbursed_on for one in found]
    assert add_months(TODAY, -24) < min(days) < add_months(TODAY, -21)
    assert add_months(TODAY, -3) < max(days) < TODAY
    late = Counter(len(behind_on(one.laid, TODAY)) for one in found)
    assert set(late) == {0, 1, 3, 7}
    assert late[0] > len(found) / 2
    assert sum(one.is_settled for one in found) == 2


def test_maker_and_approver_of_every_loan_are_two_people(store, who):
    assert all(one.requested_by != one.approved_by for one in _loans(store, who))


def test_everything_that_a_paid_out_loan_rests_on_is_recorded(store, who):
    for file in _files(store, who, Stage.DISBURSED):
        told = file.file
        assert told.findings
        assert told.survey
        assert told.approval
        assert told.agreement
        assert told.request
        assert all(one.is_kept and one.is_bound for one in told.custody)


def test_a_repeat_borrower_has_a_settled_loan_and_a_running_one(store, who):
    running = {one.name: one for one in _loans(store, who) if not one.is_settled}
    settled = {one.name: one for one in _loans(store, who) if one.is_settled}
    (name,) = running.keys() & settled.keys()
    (earlier,) = [
        one
        for one in kin(store, who[SampangRole.OFFICER], running[name].application_id)
        if one.relation is Relation.SAME_PERSON
    ]
    file = stored_file(store, who[SampangRole.OFFICER], running[name].application_id).file.application
    assert file.earlier.settled_on == earlier.settled_on
    assert file.earlier.last_amount == settled[name].schedule.terms.principal
    assert running[name].schedule.terms.disbursed_on > earlier.settled_on


def test_a_wife_or_husband_of_a_borrower_waits_for_the_meeting(store, who):
    spouses = [
        one
        for candidate in candidates(store, who[SampangRole.TEAM_LEAD], TODAY)
        for one in kin(store, who[SampangRole.TEAM_LEAD], candidate.application_id)
        if one.relation is Relation.SPOUSE
    ]
    (spouse,) = spouses
    assert spouse.stage is Stage.DISBURSED
    assert spouse.owed > 0


def test_a_closed_meeting_was_held_every_quarter_and_decided_something(store, who):
    held = meetings(store, who[SampangRole.TEAM_LEAD])
    quarters = {(one.meeting.held_on.year, (one.meeting.held_on.month - 1) // 3) for one in held}
    assert len(quarters) >= 8
    assert all(one.is_closed and "contoh" in one.meeting.number for one in held)
    assert all(decided_at(store, who[SampangRole.TEAM_LEAD], one.id) for one in held)


def test_the_office_has_set_its_costs_by_two_people(store, who):
    rows = store.scalars(select(OfficeSettingRow)).all()
    costs = {"insurance_rate", "notary_fee", "land_check_fee"}
    assert {row.parameter for row in rows} == costs | {"agency_address"}
    assert all(row.approved_by_id not in (None, row.proposed_by_id) for row in rows)
    assert all("contoh" in row.reason.lower() for row in rows)
    assert pending(store, who[OfficeRole.ADMINISTRATOR], SAMPANG) == ()


def test_a_payment_that_was_typed_in_twice_waits_to_be_reversed(store, who):
    (waiting,) = waiting_reversals(store, who[SampangRole.TEAM_LEAD])
    assert "dua kali" in waiting.reason
    assert waiting.amount > 0


def test_land_was_checked_at_the_land_office(store):
    events = CustodyEntryRow.body["event"].as_string()
    counted = dict(store.execute(select(events, func.count()).group_by(events)).all())
    assert counted["land_check"] < counted["received"] - len(old_loans(TODAY)) == counted["deed"]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_one_day_gives_the_same_files_and_none_of_their_days_lies_ahead(day):
    files = demo_register(day).files
    assert repr(files) == repr(demo_register(day).files)
    for file in files:
        course = file.course
        days = [
            course.filed_on,
            course.checked_on,
            course.surveyed_on,
            course.met_on,
            course.signed_on,
            course.kept_on,
            course.requested_on,
            course.returned_on,
            course.paid_on,
        ]
        told = [one for one in days if one is not None]
        assert told == sorted(told)
        assert told[-1] < day
        assert all(one.weekday() < 5 for one in told)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_nobody_beyond_the_counter_is_somebody_at_the_counter(day):
    register = demo_register(day)
    at_the_counter = {each.application.applicant.nik for each in register.applications}
    files = Counter(file.application.applicant.nik for file in register.files)
    assert not at_the_counter & set(files)
    assert sorted(files.values())[-3:] == [1, 2, 2]
    niks = [nik for nik in files if nik]
    assert all(nik.endswith("0000") for nik in niks)


@pytest.mark.parametrize("day", DAYS[1:], ids=str)
def test_the_demo_of_another_day_loads_too(day):
    with closing(whole_demo_on(day, _moment(day))) as database, database.read() as session:
        officer = next(one for one in personas(session) if SampangRole.OFFICER in one.roles)
        assert loans(session, officer)[0]
