"""What stands in the way of a step besides stage and role is told with its provision, storing nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.sampang.applications.assessments import receipts
from db.sampang.loans.disbursing import disburse, request_disbursement
from db.sampang.origination.meetings import decide
from db.sampang.origination.screening import close_survey, record_finding
from db.sampang.refusals import Hindered
from domain.sampang.origination.records import Element, Vote
from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import (
    AGAIN,
    APPROVAL,
    DAY,
    FINDING,
    MINUTES,
    REQUEST,
    WAY,
    a_lending_office,
    an_eligible_form,
)


@pytest.fixture(scope="module")
def lending(tmp_path_factory):
    """The same on every database, because nothing here is asked of one: once on SQLite."""
    with a_lending_office(f"sqlite:///{tmp_path_factory.mktemp('way') / 'test.sqlite3'}", 10**9) as lending:
        yield lending


def test_a_character_that_was_not_judged_good_stands_in_the_way_of_an_approval(lending):
    file = lending.file_at(Stage.CHECKED)
    lending.press("record_finding", file)
    lending.run(close_survey, lending.member, file, replace(MINUTES, character_good=False), **AGAIN)
    with pytest.raises(Hindered) as refused:
        lending.press("approve", file)
    assert "VI.2.a.4" in refused.value.sentence
    assert lending.press("refuse", file).stage is Stage.REFUSED


@pytest.mark.parametrize(
    ("supports", "words"),
    [(False, "wilayah/lingkungan dinilai tidak mendukung"), (None, "wilayah/lingkungannya mendukung")],
)
def test_surroundings_that_do_not_support_or_were_left_to_the_team_stand_in_the_way(lending, supports, words):
    """VI.2.a.5 as S-62 is read: a no is a no, and what nobody judged waits for the Pokjanis."""
    file = lending.file_at(Stage.CHECKED)
    lending.press("record_finding", file)
    lending.run(close_survey, lending.member, file, replace(MINUTES, region_supports=supports), **AGAIN)
    with pytest.raises(Hindered) as refused:
        lending.press("approve", file)
    assert "VI.2.a.5" in refused.value.sentence
    assert words in refused.value.sentence


def test_nobody_finds_anything_at_a_survey_that_has_not_been_yet(lending):
    file = lending.file_at(Stage.CHECKED)
    tomorrow = replace(FINDING, on=DAY + timedelta(days=1))
    before = lending.office.everything()
    with pytest.raises(Hindered, match="Tanggal survei masih di masa depan"):
        lending.run(record_finding, lending.bank, file, tomorrow)
    assert lending.office.everything() == before


NOT_APPROVABLE = {
    # 130 % of 23.076.924 is more than the 30 million of land (IV.2.g)
    "above the collateral": (replace(APPROVAL, amount=23_076_924), "IV.2.g"),
    "above the ceiling": (replace(APPROVAL, amount=100_000_001), "VIII.1.b"),
    "below the smallest": (replace(APPROVAL, amount=4_999_999), "VIII.1.b"),
    "no amount": (replace(APPROVAL, amount=None), "VI.2.b"),
    "a tenor of no provision": (replace(APPROVAL, term_months=18), "VIII.2.d"),
    "nobody agrees": (replace(APPROVAL, votes=dict.fromkeys(APPROVAL.votes, Vote.ABSTAINS)), "VI.2.b"),
    "an element is silent": (replace(APPROVAL, votes={Element.AGENCY: Vote.AGREES}), "VI.2.b"),
    "an absent element votes": (
        replace(APPROVAL, votes={**APPROVAL.votes, Element.BUPATI: Vote.AGREES}),
        "(V)",
    ),
    "no reason": (replace(APPROVAL, reason=" "), "VI.2.b"),
}


@pytest.mark.parametrize("case", NOT_APPROVABLE)
def test_what_the_regulation_does_not_allow_is_not_approved_and_leaves_nothing(lending, case):
    decision, place = NOT_APPROVABLE[case]
    file = lending.file_at(Stage.SURVEYED)
    before = lending.office.everything()
    with pytest.raises(Hindered) as refused:
        lending.run(decide, lending.member, lending.meeting, file, decision)
    assert place in refused.value.sentence
    assert lending.office.everything() == before


def test_the_largest_amount_that_the_collateral_carries_is_approved_and_assessed_at_that_amount(lending):
    file = lending.file_at(Stage.SURVEYED)
    # 130 % of it is 29.999.999,90; with its interest it would be more, which is S-10
    largest = replace(APPROVAL, amount=23_076_923)
    with pytest.raises(Hindered, match="S-10"):
        lending.run(decide, lending.member, lending.meeting, file, largest)
    largest = replace(largest, reading_reason="nilai kredit adalah pokok")
    assert lending.run(decide, lending.member, lending.meeting, file, largest).stage is Stage.APPROVED
    newest = lending.ask(receipts, lending.member, file)[0].receipt
    assert (newest.verdict_in_use, newest.facts["principal"]) == ("qualifies", 23_076_923)


@pytest.mark.parametrize("missing", ["receive", "bind", "check_land"])
def test_without_custody_deed_or_land_check_nobody_may_ask_for_the_money(lending, missing):
    file = lending.file_at(Stage.SURVEYED)
    for name in WAY[Stage.AGREED][3:]:
        if name != missing:
            lending.press(name, file)
    with pytest.raises(Hindered) as refused:
        lending.press("request_disbursement", file)
    assert [one.place.short for one in refused.value.hindrances] == ["III.10"]
    lending.press(missing, file)
    assert lending.press("request_disbursement", file).stage is Stage.REQUESTED


def test_a_paper_may_follow_until_the_money_goes_out_and_is_named_then(lending):
    form = an_eligible_form()
    without = replace(form, papers={**form.papers, "account_number": False})
    file = lending.file_at(Stage.AGREED, without)
    with pytest.raises(Hindered) as refused:
        lending.press("request_disbursement", file)
    assert [one.place.short for one in refused.value.hindrances] == ["VIII.2.b.5"]


def test_a_file_that_stopped_meeting_the_provisions_is_not_paid_out(lending):
    """The red list is looked at again at realisation (IX.3, S-32)."""
    file = lending.file_at(Stage.REQUESTED)
    seen = lending.office.opened(file)
    listed = replace(seen.application, on_red_list=True, judgements={})
    lending.office.save(listed, application_id=file, expected_version=seen.version)
    with pytest.raises(Hindered) as refused:
        lending.press("disburse", file)
    assert "IX.3" in refused.value.sentence
    assert lending.stage(file) is Stage.REQUESTED


def test_without_a_policy_the_money_stays_and_the_request_can_go_back_and_come_again(lending):
    file = lending.file_at(Stage.AGREED)
    bare = replace(REQUEST, insurance_policy=" ")
    lending.run(request_disbursement, lending.officer, file, bare, **AGAIN)
    with pytest.raises(Hindered) as refused:
        lending.press("disburse", file)
    assert [one.place.short for one in refused.value.hindrances] == ["VIII.5.d"]
    assert lending.press("return_request", file).stage is Stage.AGREED
    assert lending.seen(file).file.request is None
    lending.press("request_disbursement", file)
    assert lending.press("disburse", file).stage is Stage.DISBURSED


@pytest.mark.parametrize(("days", "why"), [(-1, "sebelum tanggal perjanjian"), (1, "masih di masa depan")])
def test_money_does_not_go_out_before_the_steps_that_precede_it_nor_in_the_future(lending, days, why):
    file = lending.file_at(Stage.REQUESTED)
    before = lending.office.everything()
    with pytest.raises(Hindered, match=why):
        lending.run(disburse, lending.lead, file, on=DAY + timedelta(days=days))
    assert lending.office.everything() == before
