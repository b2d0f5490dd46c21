"""Two people press at one moment: exactly one of them does it, the other is told, and the books agree."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from db.sampang.applications.applications import save_draft
from db.sampang.origination.meetings import decide, save_meeting
from db.sampang.refusals import DecidedAlready, Hindered
from db.tables import FileStepRow, InstalmentRow, JournalEntryRow, LoanRow
from domain.sampang.origination.stages import Stage
from tests.db.people import NOW, a_nonce
from tests.db.races import DONE, at_one_moment, the_one_refused
from tests.db.sampang.lending import APPROVAL, ASKED, LAND, MEETING, a_lending_office

ROUNDS = 2


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 10 * ASKED) as lending:
        yield lending


def count(lending, table, *conditions):
    with lending.database.read() as session:
        return session.scalar(select(func.count()).select_from(table).where(*conditions))


def decisions_of(lending, file):
    kinds = FileStepRow.step.in_(("approve", "refuse"))
    return count(lending, FileStepRow, FileStepRow.application_id == file, kinds)


def test_of_two_members_who_approve_one_file_one_does_and_the_other_is_told(lending):
    for _ in range(ROUNDS):
        file = lending.file_at(Stage.SURVEYED)
        refused = the_one_refused(
            at_one_moment(
                lambda f=file: lending.press("approve", f, lending.member),
                lambda f=file: lending.press("approve", f, lending.other_member),
            )
        )
        assert isinstance(refused, Hindered)
        assert "kini pada tahap “Ditetapkan”" in refused.sentence
        assert decisions_of(lending, file) == 1
    assert lending.position().committed == ROUNDS * ASKED


def test_approved_and_refused_at_one_moment_is_decided_once(lending):
    for _ in range(ROUNDS):
        file = lending.file_at(Stage.SURVEYED)
        refused = the_one_refused(
            at_one_moment(
                lambda f=file: lending.press("approve", f, lending.member),
                lambda f=file: lending.press("refuse", f, lending.other_member),
            )
        )
        assert isinstance(refused, Hindered)
        assert decisions_of(lending, file) == 1
        stage, promised = lending.stage(file), lending.position().committed
        assert (stage is Stage.APPROVED) == (promised % (2 * ASKED) == ASKED)
        if stage is Stage.APPROVED:
            lending.press("withdraw", file)


def test_one_button_pressed_twice_at_one_moment_decides_once_and_both_hear_so(lending):
    file, nonce = lending.file_at(Stage.SURVEYED), a_nonce()
    press = lambda: lending.press("approve", file, nonce=nonce)  # noqa: E731
    assert at_one_moment(press, press) == [DONE, DONE]
    assert decisions_of(lending, file) == 1


def test_two_files_of_which_the_fund_can_pay_one_are_not_both_approved(database_url):
    with a_lending_office(database_url, ASKED) as lending:
        _approve_both(lending)


def _approve_both(lending):
    first, second = lending.file_at(Stage.SURVEYED), lending.file_at(Stage.SURVEYED)
    # In two meetings, so that only the fund itself stands between them.
    elsewhere = lending.run(save_meeting, lending.other_member, MEETING)
    refused = the_one_refused(
        at_one_moment(
            lambda: lending.run(decide, lending.member, lending.meeting, first, APPROVAL),
            lambda: lending.run(decide, lending.other_member, elsewhere, second, APPROVAL),
        )
    )
    assert [one.place.short for one in refused.hindrances] == ["VIII.5.b"]
    assert "kurang Rp20.000.000" in refused.sentence
    assert sorted((lending.stage(first), lending.stage(second))) == [Stage.APPROVED, Stage.SURVEYED]
    assert (lending.position().committed, lending.position().free) == (ASKED, 0)


def test_of_two_leads_who_consent_one_pays_out_and_there_is_one_loan_and_one_booking(lending):
    for done in range(1, ROUNDS + 1):
        file = lending.file_at(Stage.REQUESTED)
        refused = the_one_refused(
            at_one_moment(
                lambda f=file: lending.press("disburse", f, lending.lead),
                lambda f=file: lending.press("disburse", f, lending.other_lead),
            )
        )
        assert "kini pada tahap “Dicairkan”" in refused.sentence
        assert count(lending, LoanRow) == count(lending, LoanRow, LoanRow.application_id == file) + done - 1
        assert count(lending, JournalEntryRow, JournalEntryRow.kind == "disbursement") == done
        assert count(lending, InstalmentRow) == 24 * done
        assert lending.balances()["fund_cash"] == (10 - done) * ASKED


def test_paid_out_and_taken_back_at_one_moment_is_one_of_the_two(lending):
    for _ in range(ROUNDS):
        file, cash = lending.file_at(Stage.REQUESTED), lending.position().cash
        refused = the_one_refused(
            at_one_moment(
                lambda f=file: lending.press("disburse", f),
                lambda f=file: lending.press("withdraw", f),
            )
        )
        assert isinstance(refused, Hindered)
        paid = lending.stage(file) is Stage.DISBURSED
        assert count(lending, LoanRow, LoanRow.application_id == file) == int(paid)
        assert lending.position().cash == cash - ASKED * paid
        assert lending.position().committed == 0


def test_approved_and_taken_back_at_one_moment_leaves_nothing_promised(lending):
    for _ in range(ROUNDS):
        file = lending.file_at(Stage.SURVEYED)
        results = at_one_moment(
            lambda f=file: lending.press("approve", f), lambda f=file: lending.press("withdraw", f)
        )
        # Whoever comes first: what was approved may be taken back, what was taken back is not approved.
        assert results[1] == DONE
        assert lending.stage(file) is Stage.WITHDRAWN
        assert decisions_of(lending, file) == int(results[0] == DONE)
        assert lending.position().committed == 0


def test_a_loan_is_never_approved_on_collateral_that_was_lowered_at_the_same_moment(lending):
    for _ in range(ROUNDS):
        file = lending.file_at(Stage.SURVEYED)
        seen = lending.office.opened(file)
        lower = replace(LAND, value=25_000_000)  # less than 130 % of 20 million
        form = replace(seen.application, collateral=(lower,), judgements={})
        results = at_one_moment(
            lambda f=file: lending.press("approve", f), lambda f=file, v=seen, g=form: _save(lending, f, v, g)
        )
        refused = the_one_refused(results)
        approved = results[0] == DONE
        assert isinstance(refused, DecidedAlready if approved else Hindered)
        value = lending.seen(file).file.application.collateral[0].value
        assert (value, lending.stage(file)) == (
            (30_000_000, Stage.APPROVED) if approved else (25_000_000, Stage.SURVEYED)
        )


def _save(lending, file, seen, form):
    with lending.database.write() as session:
        more = {"application_id": file, "expected_version": seen.version}
        save_draft(session, lending.officer, form, nonce=a_nonce(), at=NOW, **more)
