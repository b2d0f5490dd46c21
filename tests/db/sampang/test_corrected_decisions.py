"""A decision of an open meeting is taken back with a reason, kept as it was, and the file decided anew."""

from dataclasses import replace
from datetime import timedelta

import pytest
from alembic import command
from sqlalchemy import text

from db.audit import history
from db.refusals import Refused, Wrong
from db.sampang.fund.fund_at_meeting import fund_before
from db.sampang.origination.approved import approved_amounts
from db.sampang.origination.collateral_register import record_custody
from db.sampang.origination.correcting import take_back_decision, taken_back_at
from db.sampang.origination.issued_papers import PaperKind, issue_paper
from db.sampang.origination.kin import kin
from db.sampang.origination.meeting_queue import candidates
from db.sampang.origination.meetings import close_meeting, decide, decided_at, save_meeting
from db.sampang.refusals import Hindered, MeetingClosed
from db.schema import configured, exclusively
from domain.closings import ClosingReason
from domain.programme import NotAllowed
from domain.sampang.origination.custody import CustodyEvent, CustodyLine
from domain.sampang.origination.records import DecisionKind
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from tests.db.people import NOW
from tests.db.races import DONE, at_one_moment, the_one_refused
from tests.db.sampang.lending import (
    APPROVAL,
    ASKED,
    DAY,
    MEETING,
    NO_MORE,
    a_lending_office,
    a_nik,
    custody_entry,
)

STEPS_OF = "SELECT step, attempt FROM file_step WHERE application_id = :file ORDER BY seq"
LATER = NOW + timedelta(hours=1)
LESS = replace(APPROVAL, amount=15_000_000)


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url) as lending:
        yield lending


def take_back(lending, file, who=None, *, meeting=None, why=NO_MORE, **more):
    meeting = meeting or lending.meeting
    return lending.run(take_back_decision, who or lending.member, meeting, file, why, **more)


def decided(lending):
    return {
        one.application_id: one.decision for one in lending.ask(decided_at, lending.member, lending.meeting)
    }


@pytest.mark.parametrize("button", ["approve", "refuse", "postpone"])
@pytest.mark.parametrize("before", [Stage.SURVEYED, Stage.CHECKED])
def test_the_file_stands_where_it_stood_and_is_on_the_list_of_the_meeting_again(lending, button, before):
    if (button, before) == ("approve", Stage.CHECKED):
        return  # nothing is approved without a survey
    file = lending.file_at(before)
    lending.press(button, file)
    take_back(lending, file)
    found = lending.seen(file)
    assert (found.file.stage, found.file.decision) == (before, None)
    assert file in [one.application_id for one in lending.ask(candidates, lending.member, DAY)]
    assert decided(lending) == {}
    assert [step.step for step in found.timeline[-2:]] == [Step(button), Step.TAKE_BACK]
    assert found.timeline[-1].note == NO_MORE.reason


def test_money_that_was_promised_is_free_again_and_the_second_decision_alone_counts(lending):
    nik = a_nik()
    file, other = lending.file_at(Stage.SURVEYED, nik=nik), lending.file_at(Stage.FILED, nik=nik)
    lending.press("approve", file)
    assert lending.position().committed == ASKED
    take_back(lending, file)
    assert lending.position().committed == 0
    lending.run(decide, lending.member, lending.meeting, file, LESS)
    assert lending.position().committed == 15_000_000
    assert {number: one.amount for number, one in decided(lending).items()} == {file: 15_000_000}
    assert lending.ask(approved_amounts, lending.lead, [file]) == {file: 15_000_000}
    assert [one.amount for one in lending.ask(kin, lending.lead, other)] == [15_000_000]
    assert lending.seen(file).file.approval.amount == 15_000_000


def test_what_a_later_meeting_finds_promised_is_the_second_decision_alone(lending):
    file = lending.file_at(Stage.SURVEYED)
    lending.press("approve", file)
    take_back(lending, file)
    lending.run(decide, lending.member, lending.meeting, file, LESS)
    elsewhere = lending.run(save_meeting, lending.member, MEETING)
    refused = lending.file_at(Stage.SURVEYED)
    lending.run(decide, lending.member, elsewhere, refused, replace(LESS, amount=5_000_000), at=LATER)
    assert lending.ask(fund_before, lending.lead, elsewhere).committed == 15_000_000


def test_an_earlier_postponement_counts_again_when_the_later_approval_is_taken_back(lending):
    file = lending.file_at(Stage.POSTPONED)
    lending.press("approve", file)
    take_back(lending, file)
    found = lending.seen(file).file
    assert (found.stage, found.decision.kind) == (Stage.POSTPONED, DecisionKind.POSTPONE)


def test_a_refusal_becomes_an_approval_and_may_be_corrected_a_second_time(lending):
    file = lending.file_at(Stage.REFUSED)
    take_back(lending, file)
    lending.press("approve", file)
    take_back(lending, file)
    lending.press("refuse", file)
    assert lending.stage(file) is Stage.REFUSED
    kinds = [one.decision.kind for one in lending.ask(taken_back_at, lending.bank, lending.meeting)]
    assert kinds == [DecisionKind.REFUSE, DecisionKind.APPROVE]
    with pytest.raises(Hindered):
        lending.press("approve", file)


def test_the_first_decision_stays_readable_with_why_it_was_corrected(lending):
    file = lending.file_at(Stage.SURVEYED)
    lending.press("approve", file)
    take_back(lending, file, lending.other_member)
    (one,) = lending.ask(taken_back_at, lending.bank, lending.meeting)
    assert (one.application_id, one.decision.amount, one.why.reason) == (file, ASKED, NO_MORE.reason)
    assert one.why.by == "Anggota kedua"
    newest = lending.ask(history, lending.office.admin, SAMPANG)[0]
    assert (newest.before["status"], newest.before["amount"], newest.before["kind"]) == (
        "approved",
        ASKED,
        "approve",
    )
    assert (newest.after["status"], newest.after["step"], newest.after["note"]) == (
        "surveyed",
        "take_back",
        NO_MORE.reason,
    )


def closed(lending, file):
    with lending.database.write() as session:
        close_meeting(session, lending.member, lending.meeting, at=NOW)


def with_a_paper(lending, file):
    numbered = PaperNumber(number="1", on=DAY)
    kind, pdf = PaperKind.REFUSAL, b"%PDF-1.7 surat"
    lending.run(issue_paper, lending.officer, kind, pdf, numbered, application_id=file)


def with_minutes(lending, file):
    numbered = PaperNumber(number="1", on=DAY)
    kind, pdf = PaperKind.MEETING_MINUTES, b"%PDF-1.7 surat"
    lending.run(issue_paper, lending.officer, kind, pdf, numbered, meeting_id=lending.meeting)


def with_collateral(lending, file):
    lending.press("receive", file)


def withdrawn(lending, file):
    lending.press("withdraw", file)


WRONG_MOMENTS = [
    (closed, MeetingClosed, "sudah ditutup"),
    (with_a_paper, Hindered, "Surat atas keputusan ini sudah terbit"),
    (with_minutes, Hindered, "Surat atas keputusan ini sudah terbit"),
    (with_collateral, Hindered, "Agunannya sudah dicatat"),
    (withdrawn, Hindered, "kini pada tahap “Ditarik pemohon”"),
]


@pytest.mark.parametrize(("happened", "refusal", "words"), WRONG_MOMENTS)
def test_once_something_rests_on_a_decision_it_stands(lending, happened, refusal, words):
    file = lending.file_at(Stage.SURVEYED)
    lending.press("approve", file)
    happened(lending, file)
    before = lending.office.everything()
    with pytest.raises(refusal, match=words):
        take_back(lending, file)
    assert lending.office.everything() == before


def test_a_meeting_corrects_what_it_decided_itself_and_only_what_was_decided(lending):
    file = lending.file_at(Stage.SURVEYED)
    with pytest.raises(Hindered, match="kini pada tahap “Disurvei”"):
        take_back(lending, file)
    lending.press("approve", file)
    elsewhere = lending.run(save_meeting, lending.member, MEETING)
    with pytest.raises(Hindered, match="diputus pada rapat lain"):
        take_back(lending, file, meeting=elsewhere)
    assert lending.stage(file) is Stage.APPROVED


def test_only_the_team_corrects_and_says_why(lending):
    file = lending.file_at(Stage.REFUSED)
    for who in (lending.officer, lending.bank):
        with pytest.raises(NotAllowed):
            take_back(lending, file, who)
    with pytest.raises(Wrong, match="Alasan belum diisi"):
        take_back(lending, file, why=ClosingReason(reason=" "))
    assert lending.stage(file) is Stage.REFUSED


def test_pressed_twice_a_decision_is_taken_back_once(lending):
    file = lending.file_at(Stage.REFUSED)
    take_back(lending, file, nonce="once")
    once = lending.office.everything()
    assert take_back(lending, file, nonce="once").already_done
    assert lending.office.everything() == once


def test_the_day_of_a_meeting_that_took_everything_back_may_be_changed(lending):
    file = lending.file_at(Stage.REFUSED)
    moved = replace(MEETING, held_on=DAY - timedelta(days=1))
    change = {"meeting_id": lending.meeting, "expected_version": 1}
    with pytest.raises(Hindered):
        lending.run(save_meeting, lending.member, moved, **change)
    take_back(lending, file)
    lending.run(save_meeting, lending.member, moved, **change)


def test_closed_and_corrected_at_one_moment_is_one_of_the_two(lending):
    file = lending.file_at(Stage.REFUSED)
    results = at_one_moment(lambda: closed(lending, file), lambda: take_back(lending, file))
    # Whoever comes first: a meeting may close after a correction, but nothing is corrected after it closed.
    assert results[0] == DONE
    is_corrected = results[1] == DONE
    assert is_corrected or isinstance(results[1], MeetingClosed)
    assert lending.stage(file) is (Stage.SURVEYED if is_corrected else Stage.REFUSED)


def test_corrected_and_withdrawn_by_the_applicant_leaves_nothing_promised(lending):
    file = lending.file_at(Stage.SURVEYED)
    lending.press("approve", file)
    results = at_one_moment(lambda: take_back(lending, file), lambda: lending.press("withdraw", file))
    assert results[1] == DONE
    assert results[0] == DONE or isinstance(results[0], Refused)
    assert lending.stage(file) is Stage.WITHDRAWN
    assert lending.position().committed == 0


def test_two_members_who_correct_at_one_moment_correct_once(lending):
    file = lending.file_at(Stage.REFUSED)
    refused = the_one_refused(
        at_one_moment(
            lambda: take_back(lending, file), lambda: take_back(lending, file, lending.other_member)
        )
    )
    assert isinstance(refused, Hindered)
    assert len(lending.ask(taken_back_at, lending.member, lending.meeting)) == 1


def test_collateral_is_received_on_the_second_approval(lending):
    file = lending.file_at(Stage.SURVEYED)
    lending.press("approve", file)
    take_back(lending, file)
    lending.press("approve", file)
    entry = custody_entry(CustodyEvent.RECEIVED)
    lending.run(record_custody, lending.bank, file, CustodyLine(entry=entry))


def test_a_decision_stays_when_the_database_goes_back_a_release_and_comes_again(lending):
    file = lending.file_at(Stage.SURVEYED)
    lending.press("approve", file)
    take_back(lending, file)
    lending.run(decide, lending.member, lending.meeting, file, LESS)
    with exclusively(lending.database) as connection:
        command.downgrade(configured(connection), "0014")
        command.upgrade(configured(connection), "head")
        steps = connection.execute(text(STEPS_OF), {"file": file}).all()
    assert [tuple(one) for one in steps[-3:]] == [("postpone", 0), ("postpone", 0), ("approve", 0)]
    assert lending.seen(file).file.approval.amount == 15_000_000
    with pytest.raises(Refused):
        lending.run(decide, lending.member, lending.meeting, file, APPROVAL)
