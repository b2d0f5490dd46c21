"""A file goes from the counter to the money step by step, each step once, with its line in the trail."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from db import audit
from db.refusals import AlreadySent, ChangedMeanwhile, SelfApproval
from db.sampang.loans.loans import loan_of
from db.sampang.origination.meetings import close_meeting, decide, decided_at, save_meeting
from db.sampang.origination.screening import record_finding
from db.sampang.refusals import MeetingClosed
from db.sampang.trail import SampangAction
from db.tables import AuditRow, FileStepRow, SurveyFindingRow
from domain.sampang.origination.records import Attendee, Element
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from tests.db.people import NOW, a_nonce
from tests.db.sampang.lending import (
    APPROVAL,
    DAY,
    FINDING,
    MEETING,
    MINUTES,
    REFUSAL,
    REQUEST,
    WAY,
    a_lending_office,
)

STEPS_TO_THE_MONEY = [
    Step.FILE,
    Step.CHECK_PAPERS,
    Step.CLOSE_SURVEY,
    Step.APPROVE,
    Step.SIGN_AGREEMENT,
    Step.REQUEST_DISBURSEMENT,
    Step.DISBURSE,
]


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


def test_the_timeline_tells_each_step_with_its_stages_day_and_person(lending):
    told = [
        (entry.seq, entry.step, entry.from_stage, entry.to_stage, entry.by)
        for entry in lending.seen(lending.file_at(Stage.DISBURSED)).timeline
    ]
    assert told == [
        (1, Step.FILE, Stage.DRAFT, Stage.FILED, "Orang petugas"),
        (2, Step.CHECK_PAPERS, Stage.FILED, Stage.CHECKED, "Orang petugas"),
        (3, Step.CLOSE_SURVEY, Stage.CHECKED, Stage.SURVEYED, "Orang anggota Pokjanis"),
        (4, Step.APPROVE, Stage.SURVEYED, Stage.APPROVED, "Orang anggota Pokjanis"),
        (5, Step.SIGN_AGREEMENT, Stage.APPROVED, Stage.AGREED, "Orang petugas"),
        (6, Step.REQUEST_DISBURSEMENT, Stage.AGREED, Stage.REQUESTED, "Orang petugas"),
        (7, Step.DISBURSE, Stage.REQUESTED, Stage.DISBURSED, "Orang Ketua Harian"),
    ]


def test_what_was_recorded_at_the_steps_comes_back(lending):
    seen = lending.seen(lending.file_at(Stage.DISBURSED)).file
    assert seen.findings == (replace(FINDING, surveyor="Orang Bank Jatim"),)
    assert seen.survey == MINUTES
    assert seen.decision == replace(APPROVAL, by="Rapat Pokjanis 2 Maret 2026")
    assert seen.request == replace(REQUEST, requested_by="Orang petugas")
    assert [line.event for line in seen.custody[0].entries] == ["received", "deed", "land_check"]
    assert seen.application.applicant.nik.count("*") == 10


def test_the_loan_has_the_terms_of_its_day_and_instalments_that_sum_to_it(lending):
    loan = lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))
    terms, rows = loan.schedule.terms, loan.schedule.rows
    # III.6 and VIII.5.c: 24 months, four of them grace; VIII.4: 6 % a year, flat (S-42), so Rp100.000 a month
    assert (terms.principal, terms.tenor, terms.grace, terms.yearly_percent) == (20_000_000, 24, 4, 6)
    assert [row.principal for row in rows] == [0] * 4 + [1_000_000] * 20
    assert {row.interest for row in rows} == {100_000}
    assert (rows[0].due_on, rows[-1].due_on) == (date(2026, 4, 2), date(2028, 3, 2))
    assert (loan.requested_by, loan.approved_by) == ("Orang petugas", "Orang Ketua Harian")
    assert (loan.owed, loan.is_settled) == (20_000_000, False)


def test_every_change_has_its_line_in_the_trail_and_no_other(lending):
    file = lending.file_at(Stage.SURVEYED)
    with lending.database.write() as session:
        already = set(session.scalars(select(AuditRow.id)))
        for name in WAY[Stage.DISBURSED][3:]:
            lending.press_in(session, name, file)
    with lending.database.read() as session:
        rows = session.scalars(select(AuditRow).order_by(AuditRow.id)).all()
    added = [(row.action, row.person_name) for row in rows if row.id not in already]
    assert added == [
        (SampangAction.ADVANCE_FILE, "Orang anggota Pokjanis"),
        (SampangAction.RECORD_RECEIPT, "Orang anggota Pokjanis"),
        (SampangAction.RECORD_CUSTODY, "Orang Bank Jatim"),
        (SampangAction.RECORD_CUSTODY, "Orang petugas"),
        (SampangAction.RECORD_CUSTODY, "Orang petugas"),
        (SampangAction.ADVANCE_FILE, "Orang petugas"),
        (SampangAction.ADVANCE_FILE, "Orang petugas"),
        (SampangAction.ADVANCE_FILE, "Orang Ketua Harian"),
    ]
    assert (rows[-1].before, rows[-1].after["status"]) == ({"status": "requested"}, "disbursed")


def test_a_button_pressed_twice_does_its_work_once(lending):
    file = lending.file_at(Stage.FILED)
    for name in WAY[Stage.DISBURSED]:
        nonce = a_nonce()
        lending.press(name, file, nonce=nonce)
        once = lending.office.everything()
        again = lending.press(name, file, nonce=nonce)
        assert again is None or again.already_done
        assert lending.office.everything() == once, name
    assert [entry.step for entry in lending.seen(file).timeline] == STEPS_TO_THE_MONEY


def test_when_the_line_in_the_trail_cannot_be_written_the_step_is_not_taken(lending, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError

    file = lending.file_at(Stage.FILED)
    for name in WAY[Stage.DISBURSED]:
        before = lending.office.everything()
        with monkeypatch.context() as patch:
            patch.setattr(audit, "record", fail)
            with pytest.raises(ZeroDivisionError):
                lending.press(name, file)
        assert lending.office.everything() == before, name
        lending.press(name, file)


def test_a_second_button_of_the_same_form_and_another_file_are_not_taken_for_the_first(lending):
    first, second, nonce = lending.file_at(Stage.SURVEYED), lending.file_at(Stage.SURVEYED), a_nonce()
    lending.press("approve", first, nonce=nonce)
    for name, file in (("refuse", first), ("approve", second)):
        with pytest.raises(AlreadySent):
            lending.press(name, file, nonce=nonce)
    assert (lending.stage(first), lending.stage(second)) == (Stage.APPROVED, Stage.SURVEYED)


def test_a_second_press_after_the_file_went_on_tells_where_the_file_is_now(lending):
    file, nonce = lending.file_at(Stage.SURVEYED), a_nonce()
    lending.press("approve", file, nonce=nonce)
    lending.press("sign_agreement", file)
    again = lending.press("approve", file, nonce=nonce)
    assert (again.already_done, again.stage) == (True, Stage.AGREED)


def test_each_surveyors_newest_finding_counts_and_all_of_them_stay(lending):
    file = lending.file_at(Stage.CHECKED)
    for who, amount in ((lending.bank, 15_000_000), (lending.member, 20_000_000), (lending.bank, 18_000_000)):
        lending.run(record_finding, who, file, replace(FINDING, amount=amount))
    found = lending.seen(file).file.findings
    assert [(one.surveyor, one.amount) for one in found] == [
        ("Orang Bank Jatim", 18_000_000),
        ("Orang anggota Pokjanis", 20_000_000),
    ]
    with lending.database.read() as session:
        kept = select(SurveyFindingRow).where(SurveyFindingRow.application_id == file)
        assert len(session.scalars(kept).all()) == 3


def test_who_asked_for_the_money_never_consents_to_it_even_with_both_roles(lending):
    file = lending.file_at(Stage.AGREED)
    lending.press("request_disbursement", file, lending.officer_and_lead)
    before = lending.office.everything()
    with pytest.raises(SelfApproval):
        lending.press("disburse", file, lending.officer_and_lead)
    assert lending.office.everything() == before
    assert lending.press("disburse", file).stage is Stage.DISBURSED


def test_a_file_postponed_by_one_meeting_is_approved_by_the_next(lending):
    file = lending.file_at(Stage.POSTPONED)
    following = lending.run(save_meeting, lending.lead, MEETING)
    done = lending.run(decide, lending.lead, following, file, APPROVAL)
    assert done.stage is Stage.APPROVED
    assert [one.application_id for one in lending.ask(decided_at, lending.bank, following)] == [file]
    assert lending.seen(file).timeline[-1].meeting_id == following


def test_a_closed_meeting_decides_nothing_more_and_cannot_be_changed(lending):
    closed = lending.run(save_meeting, lending.member, MEETING)
    file = lending.file_at(Stage.SURVEYED)
    with lending.database.write() as session:
        close_meeting(session, lending.member, closed, at=NOW)
    before = lending.office.everything()
    with pytest.raises(MeetingClosed):
        lending.run(decide, lending.member, closed, file, REFUSAL)
    with pytest.raises(MeetingClosed):
        lending.run(save_meeting, lending.member, MEETING, meeting_id=closed, expected_version=1)
    with pytest.raises(MeetingClosed), lending.database.write() as session:
        close_meeting(session, lending.member, closed, at=NOW)
    assert lending.office.everything() == before


def test_of_two_who_change_the_attendance_the_second_is_told(lending):
    opened = lending.run(save_meeting, lending.member, MEETING)
    more = replace(MEETING, attendees=(*MEETING.attendees, Attendee(Element.BUPATI, "B")))
    change = {"meeting_id": opened, "expected_version": 1}
    assert lending.run(save_meeting, lending.lead, more, **change) == opened
    with pytest.raises(ChangedMeanwhile):
        lending.run(save_meeting, lending.member, MEETING, **change)


def test_the_database_itself_keeps_a_second_decision_and_a_second_payout_of_a_file_away(lending):
    file = lending.file_at(Stage.DISBURSED)
    for step in ("approve", "refuse", "disburse"):
        with (
            pytest.raises(Exception, match=r"uq_file_step|UNIQUE|append-only"),
            lending.database.write() as session,
        ):
            session.add(
                FileStepRow(
                    application_id=file, seq=99, step=step, from_stage="x", to_stage="x", on=DAY,
                    note="", body={}, by_person_id=1, at=NOW,
                )
            )  # fmt: skip
