"""Other loans of the same people: the exposure, and what the books say against the answers (III.7)."""

from dataclasses import replace
from datetime import date

import pytest

from domain.sampang.application import LoanApplication
from domain.sampang.origination.household import (
    Exposure,
    Kinship,
    Relation,
    exposure_of,
    hindrances_from_books,
)
from domain.sampang.origination.stages import Stage
from tests.domain.sampang.builders import JUTA, usaha
from tests.domain.sampang.origination.made_up import around, deciding, places, told

RUNNING = Kinship(
    application_id=7,
    number="DB-7",
    name="Contoh",
    relation=Relation.SAME_PERSON,
    stage=Stage.DISBURSED,
    amount=10 * JUTA,
    owed=4 * JUTA,
)
REPAID = replace(RUNNING, owed=0, settled_on=date(2025, 12, 1))
REPEAT = usaha(
    borrowed_before=True,
    settled_on=date(2025, 12, 1),
    last_amount=20 * JUTA,
    settled_early_to_renew=False,
    judgements={"repeat_standing": True},
)


# ---- exposure ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("stage", "promised"),
    [
        (Stage.DRAFT, 0),
        (Stage.FILED, 0),
        (Stage.CHECKED, 0),
        (Stage.SURVEYED, 0),
        (Stage.POSTPONED, 0),
        (Stage.APPROVED, 10 * JUTA),
        (Stage.AGREED, 10 * JUTA),
        (Stage.REQUESTED, 10 * JUTA),
        (Stage.REFUSED, 0),
        (Stage.WITHDRAWN, 0),
        (Stage.DISBURSED, 0),
    ],
)
def test_only_what_was_approved_and_not_paid_out_is_promised(stage: Stage, promised: int) -> None:
    other = replace(RUNNING, stage=stage, owed=None)
    assert exposure_of(20 * JUTA, [other]) == Exposure(owed=0, promised=promised, asked=20 * JUTA)


def test_a_household_owes_what_is_left_of_its_loans_and_not_what_they_were() -> None:
    spouse = replace(RUNNING, relation=Relation.SPOUSE, owed=3 * JUTA)
    business = replace(RUNNING, relation=Relation.SAME_BUSINESS, stage=Stage.AGREED, owed=None)
    found = exposure_of(20 * JUTA, [RUNNING, spouse, business])
    assert (found.owed, found.promised, found.total) == (7 * JUTA, 10 * JUTA, 37 * JUTA)


def test_a_like_name_is_a_hint_and_adds_nothing() -> None:
    hint = replace(RUNNING, relation=Relation.SAME_NAME)
    assert exposure_of(20 * JUTA, [hint]).total == 20 * JUTA


def test_a_household_without_other_files_has_what_it_asks() -> None:
    assert exposure_of(20 * JUTA, []).total == 20 * JUTA


# ---- the books against the answers -------------------------------------------------------------
@pytest.mark.parametrize("borrowed_before", [False, None])
@pytest.mark.parametrize("loan", [RUNNING, REPAID])
def test_a_loan_in_the_books_that_the_answers_leave_out_stops_the_approval(
    loan: Kinship, borrowed_before: bool | None
) -> None:
    found = hindrances_from_books(usaha(borrowed_before=borrowed_before), [loan])
    assert places(found) == ["III.7"]
    assert "Menurut buku pernah meminjam (DB-7)" in told(found)


def test_a_loan_that_the_answers_call_repaid_while_the_books_show_a_rest_stops_the_approval() -> None:
    found = hindrances_from_books(REPEAT, [replace(RUNNING, owed=1)])
    assert places(found) == ["III.7"]
    assert "DB-7 masih bersisa pokok Rp1" in told(found)


@pytest.mark.parametrize(
    ("application", "loan"),
    [
        (REPEAT, REPAID),
        (usaha(borrowed_before=True), RUNNING),
        (usaha(borrowed_before=False), replace(RUNNING, relation=Relation.SPOUSE)),
        (usaha(borrowed_before=False), replace(RUNNING, relation=Relation.SAME_NAME)),
        *(
            (usaha(borrowed_before=False), replace(RUNNING, stage=stage, owed=None))
            for stage in Stage
            if stage is not Stage.DISBURSED
        ),
    ],
)
def test_books_that_agree_or_speak_of_somebody_else_stop_nothing(
    application: LoanApplication, loan: Kinship
) -> None:
    assert hindrances_from_books(application, [loan]) == ()


def test_the_same_business_is_the_same_borrower() -> None:
    found = hindrances_from_books(usaha(), [replace(RUNNING, relation=Relation.SAME_BUSINESS)])
    assert places(found) == ["III.7"]


def test_a_meeting_sees_what_the_books_say() -> None:
    assert places(deciding(beside=around(kinship=(RUNNING,)))) == ["III.7"]
    assert deciding(REPEAT, beside=around(kinship=(REPAID,))) == ()


def test_a_borrower_whose_loan_still_runs_is_not_known_to_have_settled_it() -> None:
    # III.7 lets those borrow again who repaid; the answers say that they borrowed, and no day of settlement.
    found = deciding(
        usaha(borrowed_before=True, judgements={"repeat_standing": True}),
        beside=around(kinship=(RUNNING,)),
    )
    assert "III.7" in places(found)
