"""A request for the money is taken back by the officer who made it, before the Ketua Harian consents."""

from dataclasses import replace

import pytest

from db.refusals import NotYourProposal, Refused, Wrong
from db.sampang.loans.disbursing import disburse, request_disbursement, withdraw_request
from db.sampang.refusals import Hindered
from domain.closings import ClosingReason
from domain.programme import NotAllowed
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from tests.db.races import DONE, at_one_moment, the_one_refused
from tests.db.sampang.lending import ASKED, DAY, NO_MORE, REQUEST, a_lending_office


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url) as lending:
        yield lending


def test_a_request_taken_back_leaves_the_money_set_aside_and_is_made_again_from_what_was_typed(lending):
    file = lending.file_at(Stage.REQUESTED)
    lending.press("withdraw_request", file)
    found = lending.seen(file)
    assert (found.file.stage, found.file.request) == (Stage.AGREED, None)
    assert (lending.position().committed, lending.position().paid_out) == (ASKED, 0)
    last = found.timeline[-1]
    assert (last.step, last.note, last.by) == (Step.WITHDRAW_REQUEST, NO_MORE.reason, lending.officer.name)
    assert found.earlier_request == replace(REQUEST, requested_by=lending.officer.name)
    with pytest.raises(Hindered, match="kini pada tahap “Perjanjian”"):
        lending.press("disburse", file)
    lending.press("request_disbursement", file)
    lending.press("disburse", file)


def test_only_who_asked_takes_the_request_back_and_says_why(lending):
    file = lending.file_at(Stage.REQUESTED)
    with pytest.raises(NotYourProposal):
        lending.press("withdraw_request", file, lending.officer_and_lead)
    with pytest.raises(NotAllowed):
        lending.press("withdraw_request", file, lending.lead)
    with pytest.raises(Wrong, match="Alasan belum diisi"):
        lending.run(withdraw_request, lending.officer, file, ClosingReason(reason=" "))
    assert lending.stage(file) is Stage.REQUESTED


def test_pressed_twice_a_request_is_taken_back_once(lending):
    file = lending.file_at(Stage.REQUESTED)
    lending.press("withdraw_request", file, nonce="once")
    once = lending.office.everything()
    assert lending.press("withdraw_request", file, nonce="once").already_done
    assert lending.office.everything() == once


def test_who_asked_and_leads_takes_back_what_they_cannot_consent_to(lending):
    file = lending.file_at(Stage.AGREED)
    lending.run(request_disbursement, lending.officer_and_lead, file, REQUEST)
    with pytest.raises(Refused, match="Anda sendiri yang mengusulkannya"):
        lending.run(disburse, lending.officer_and_lead, file, on=DAY)
    lending.press("withdraw_request", file, lending.officer_and_lead)
    assert lending.stage(file) is Stage.AGREED


def test_paid_out_and_taken_back_at_one_moment_is_one_of_the_two(lending):
    file = lending.file_at(Stage.REQUESTED)
    results = at_one_moment(
        lambda: lending.press("disburse", file), lambda: lending.press("withdraw_request", file)
    )
    assert isinstance(the_one_refused(results), Hindered)
    is_paid = results[0] == DONE
    assert lending.stage(file) is (Stage.DISBURSED if is_paid else Stage.AGREED)
    assert lending.position().paid_out == ASKED * is_paid
