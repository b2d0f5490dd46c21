"""The application as the Pokjanis decided it, and what may still change afterwards."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from domain.sampang.application import Applicant, Collateral, Judgement, LoanApplication
from domain.sampang.kinds import (
    ApplicantKind,
    CollateralKind,
    CooperativeGrade,
    CooperativeLevel,
    CreditHistory,
    LetterOrigin,
    MaritalStatus,
    Premises,
    Purpose,
    SizeBasis,
    SizeClass,
    Source,
)
from domain.sampang.origination.loan_file import LoanFile, as_decided, as_it_stands, exceeded, is_open_change
from domain.sampang.origination.records import DecisionKind
from domain.sampang.origination.stages import Stage
from tests.domain.sampang.builders import FILED, JUTA, tanah, usaha
from tests.domain.sampang.origination.made_up import MET_ON, SURVEY, decision

BARE = LoanApplication(applicant=Applicant(kind=ApplicantKind.BUSINESS, name="Contoh"))
NESTED = ("applicant", "cooperative", "business", "group", "earlier", "notice")
OPINION = Judgement(True, "Siti", FILED, "dilihat")

# ---- what may still change, field by field: papers (VIII.2.b), arrears (S-32), RAT (S-26), red list (IX.3),
# where the applicant is reached, opinions and the note.
OPEN: dict[str, Any] = {
    "applicant.address": "Jl. Baru 2",
    "applicant.phone": "081",
    "business.business_arrears": True,
    "business.owner_arrears": True,
    "business.spouse_arrears": True,
    "cooperative.annual_meeting_years": (2024, 2025),
    "on_red_list": True,
    "papers": {"work_plan": True},
    "judgements": {"character": OPINION},
    "note": "telepon pagi",
    "notice.notice_on": date(2026, 3, 2),
    "notice.notice_by": "Rina",
    "notice.version": "teks 1",
}
FIXED: dict[str, Any] = {
    "applicant.kind": ApplicantKind.CLUSTER,
    "applicant.name": "Lain",
    "applicant.contact_name": "Lain",
    "applicant.nik": "3527010101800001",
    "applicant.npwp": "3527010101800001",
    "applicant.registration_number": "12",
    "applicant.marital_status": MaritalStatus.MARRIED,
    "applicant.spouse_name": "Lain",
    "applicant.spouse_nik": "3527014101800001",
    "applicant.district_code": "352701",
    "applicant.village_code": "3527012001",
    "amount": 5 * JUTA,
    "term_months": 12,
    "purpose": Purpose.INVESTMENT,
    "plan": "mesin",
    "relends_to_members": True,
    "filed_on": date(2026, 1, 2),
    "source": Source.PAPER,
    "agency_legality": True,
    "credit_history": CreditHistory.NONE,
    "cooperative.level": CooperativeLevel.PRIMARY,
    "cooperative.functional": True,
    "cooperative.incorporated_on": date(2010, 1, 1),
    "cooperative.grade": CooperativeGrade.FAIR,
    "cooperative.board_size": 5,
    "cooperative.board_signatures": 5,
    "cooperative.senkuko": True,
    "cooperative.secondary_recommendation": True,
    "business.founded_on": date(2010, 1, 1),
    "business.active_since": date(2010, 1, 1),
    "business.net_assets": 1,
    "business.annual_sales": 1,
    "business.stated_size": SizeClass.MICRO,
    "business.stated_basis": SizeBasis.PP_7_2021,
    "business.stated_because": "data lain",
    "business.has_licence": True,
    "business.letter_states_existence": True,
    "business.letter_states_small_capital": True,
    "business.letter_origin": LetterOrigin.HOME_VILLAGE,
    "business.premises": Premises.RENTED,
    "business.lease_from": date(2025, 1, 1),
    "business.lease_until": date(2028, 1, 1),
    "group.statutes_approved": True,
    "group.registered_members": 20,
    "earlier.borrowed_before": True,
    "earlier.last_amount": 1,
    "earlier.settled_on": date(2025, 1, 1),
    "earlier.months_run": 12,
    "earlier.settled_early_to_renew": True,
    "collateral": (Collateral(kind=CollateralKind.LAND),),
    "collateral_complete": True,
}


def changed(path: str, value: Any, application: LoanApplication = BARE) -> LoanApplication:
    """The application with one field changed, named by its place."""
    part, _, name = path.rpartition(".")
    if not part:
        return replace(application, **{name: value})
    return replace(application, **{part: replace(getattr(application, part), **{name: value})})


@pytest.mark.parametrize(("path", "value"), OPEN.items(), ids=OPEN)
def test_this_may_still_change_after_the_decision(path: str, value: Any) -> None:
    after = changed(path, value)
    assert after != BARE
    assert is_open_change(BARE, after)
    assert is_open_change(after, BARE)


@pytest.mark.parametrize(("path", "value"), FIXED.items(), ids=FIXED)
def test_this_is_what_the_pokjanis_decided_on(path: str, value: Any) -> None:
    after = changed(path, value)
    assert after != BARE
    assert not is_open_change(BARE, after)
    assert not is_open_change(after, BARE)


def test_every_field_of_an_application_is_in_one_of_the_two_tables() -> None:
    whole = [field.name for field in fields(LoanApplication) if field.name not in NESTED]
    parts = [f"{part}.{field.name}" for part in NESTED for field in fields(getattr(BARE, part))]
    assert sorted([*OPEN, *FIXED]) == sorted([*whole, *parts])


def test_an_open_change_beside_a_fixed_one_is_not_open() -> None:
    assert not is_open_change(BARE, changed("amount", 1, changed("note", "baru")))


# ---- above what was named before ---------------------------------------------------------------
@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (None, []),
        (20 * JUTA, []),
        (20 * JUTA + 1, ["saran survei"]),
        (25 * JUTA, ["saran survei"]),
        (25 * JUTA + 1, ["yang diminta", "saran survei"]),
    ],
)
def test_an_amount_above_what_was_asked_or_advised_is_noticed(
    amount: int | None, expected: list[str]
) -> None:
    # The survey advises 20 juta; 25 juta were asked.
    file = LoanFile(application=usaha(amount=25 * JUTA), stage=Stage.SURVEYED, survey=SURVEY)
    assert list(exceeded(file, amount)) == expected


def test_what_nobody_named_before_cannot_be_exceeded() -> None:
    assert exceeded(LoanFile(application=usaha(amount=None), stage=Stage.CHECKED), 10**9) == {}


# ---- as decided --------------------------------------------------------------------------------
def test_a_decision_brings_two_opinions_and_no_other() -> None:
    found = as_decided(replace(usaha(), judgements={}), decision())
    opinion = Judgement(True, "Rapat Pokjanis", MET_ON, "layak")
    assert found.judgements == {
        "selected": opinion,
        "amount_reviewed": replace(opinion, about="20000000"),
    }


def test_a_decision_leaves_the_other_opinions_as_they_were() -> None:
    before = {"character": OPINION, "selected": replace(OPINION, answer=False)}
    found = as_decided(replace(usaha(), judgements=before), decision())
    assert found.judgements["character"] == OPINION
    assert found.judgements["selected"].answer is True
    assert set(found.judgements) == {"character", "selected", "amount_reviewed"}


def test_a_decision_changes_amount_and_tenor_and_nothing_else() -> None:
    asked = usaha(amount=50 * JUTA, term_months=12)
    found = as_decided(asked, decision(amount=30 * JUTA, term_months=24))
    assert (found.amount, found.term_months) == (30 * JUTA, 24)
    assert replace(found, amount=50 * JUTA, term_months=12, judgements=asked.judgements) == asked


@pytest.mark.parametrize("kind", [None, DecisionKind.REFUSE, DecisionKind.POSTPONE])
def test_without_an_approval_a_file_stands_as_it_was_filed(kind: DecisionKind | None) -> None:
    what = decision(kind=kind, amount=JUTA) if kind else None
    file = LoanFile(application=usaha(), stage=Stage.SURVEYED, decision=what)
    assert file.approval is None
    assert as_it_stands(file) == usaha()


def test_after_an_approval_a_file_stands_as_it_was_decided() -> None:
    application = usaha(collateral=(tanah(),))
    file = LoanFile(application=application, stage=Stage.APPROVED, decision=decision(amount=15 * JUTA))
    assert as_it_stands(file) == as_decided(application, decision(amount=15 * JUTA))
    assert as_it_stands(file).amount == 15 * JUTA
