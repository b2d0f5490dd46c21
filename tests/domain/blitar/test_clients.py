"""Whom the mentoring is for: koperasi and micro businesses (Pasal 3, Pasal 1 angka 12)."""

from datetime import date

import pytest

from domain.blitar.client import Client
from domain.blitar.examining import examine_client
from domain.blitar.kinds import BusinessForm, CooperativeScale, Operation, SubjectKind
from domain.blitar.place import NOWHERE_YET, Place
from domain.regulation.assessment import Verdict
from domain.regulation.outcomes import Outcome, outcome_of
from tests.domain.blitar.builders import (
    JUTA,
    KOTA_BLITAR,
    TODAY,
    assessed,
    deciding,
    koperasi,
    law,
    mikro,
    opinion,
    settled,
)

MILIAR = 1_000 * JUTA


def outcome(client: Client, rule_id: str) -> Outcome:
    return outcome_of(assessed(client).finding(rule_id))


def test_a_koperasi_elsewhere_is_a_target_only_if_the_three_letters_stand_apart() -> None:
    elsewhere = koperasi(place=KOTA_BLITAR)
    assert outcome(elsewhere, "3.a") is Outcome.NOT_MET
    assert assessed(elsewhere).verdict_in_use is Verdict.NOT_QUALIFIED
    assert deciding(elsewhere) == {"B-01 B": Verdict.QUALIFIES}


def test_a_koperasi_elsewhere_that_has_not_started_is_no_target_under_any_reading() -> None:
    nowhere = koperasi(place=KOTA_BLITAR, operation=Operation.NOT_STARTED)
    assert assessed(nowhere).verdict is Verdict.NOT_QUALIFIED


def test_a_branch_of_a_wider_koperasi_waits_for_a_ruling() -> None:
    branch = koperasi(scale=CooperativeScale.PROVINCE, is_branch=True)
    assert outcome(branch, "3.a") is Outcome.AWAITS_JUDGEMENT
    under = law(practice=settled("B-02", "A"))
    accepted = koperasi(
        scale=CooperativeScale.PROVINCE, is_branch=True, judgements={"branch_accepted": opinion()}
    )
    assert assessed(branch, under).verdict_in_use is Verdict.NEEDS_JUDGEMENT
    assert assessed(accepted, under).verdict_in_use is Verdict.QUALIFIES


@pytest.mark.parametrize(
    ("founded", "capital", "sales", "found"),
    [
        (date(2021, 2, 1), 5 * MILIAR, 2 * MILIAR, Outcome.MET),
        (date(2021, 2, 1), 5 * MILIAR, 2 * MILIAR + 1, Outcome.NOT_MET),
        (date(2021, 2, 2), MILIAR, 5 * MILIAR, Outcome.MET),
        (date(2021, 2, 2), MILIAR + 1, 5 * MILIAR, Outcome.NOT_MET),
        (None, MILIAR, 2 * MILIAR, Outcome.MET),
        (None, MILIAR + 1, 2 * MILIAR + 1, Outcome.NOT_MET),
        (None, MILIAR, 2 * MILIAR + 1, Outcome.UNKNOWN),
        (date(2019, 1, 1), MILIAR, None, Outcome.UNKNOWN),
        (date(2022, 1, 1), None, MILIAR, Outcome.UNKNOWN),
    ],
)
def test_a_business_from_before_2_february_2021_is_measured_by_its_sales_a_newer_one_by_its_capital(
    founded: date | None, capital: int | None, sales: int | None, found: Outcome
) -> None:
    assert outcome(mikro(founded_on=founded, capital=capital, annual_sales=sales), "1.12") is found


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (BusinessForm.PERSON, Outcome.MET),
        (BusinessForm.SOLE, Outcome.MET),
        (BusinessForm.PARTNERSHIP, Outcome.AWAITS_JUDGEMENT),
        (BusinessForm.COMPANY, Outcome.AWAITS_JUDGEMENT),
        (None, Outcome.UNKNOWN),
    ],
)
def test_a_cv_or_pt_waits_for_a_ruling(form: BusinessForm | None, found: Outcome) -> None:
    assert outcome(mikro(form=form), "1.12/bentuk") is found


def test_a_ruling_on_a_cv_says_nothing_of_a_pt() -> None:
    on_cv = {"form_accepted": opinion(True, about=BusinessForm.PARTNERSHIP)}
    assert outcome(mikro(form=BusinessForm.PARTNERSHIP, judgements=on_cv), "1.12/bentuk") is Outcome.MET
    waiting = mikro(form=BusinessForm.COMPANY, judgements=on_cv)
    assert outcome(waiting, "1.12/bentuk") is Outcome.AWAITS_JUDGEMENT


@pytest.mark.parametrize(
    "client",
    [
        koperasi(place=NOWHERE_YET),
        koperasi(scale=None, is_branch=None),
        koperasi(operation=None),
        mikro(owner_home=NOWHERE_YET),
        mikro(operation=None),
        mikro(form=None),
    ],
)
def test_what_is_not_known_of_a_client_leaves_it_incomplete(client: Client) -> None:
    assert assessed(client).verdict_in_use is Verdict.INCOMPLETE


def test_any_length_of_business_will_do() -> None:
    assert assessed(mikro(started_on=TODAY)).verdict is Verdict.QUALIFIES


def test_a_business_outside_the_regency_of_an_owner_within_is_flagged_and_not_refused() -> None:
    found = examine_client(mikro(place=KOTA_BLITAR), law())
    assert found.assessment.verdict_in_use is Verdict.QUALIFIES
    assert "tafsir B-03" in found.warnings[0]
    assert examine_client(mikro(), law()).warnings == ()


def test_a_village_code_alone_tells_the_regency() -> None:
    assert Place(village_code="35.05.01.2001").in_blitar is True
    assert Place(village_code="35.72.01.1001").in_blitar is False
    assert Place(regency_code="35.05", village_code="35.72.01.1001").in_blitar is False
    assert Place().in_blitar is None


@pytest.mark.parametrize("kind", [SubjectKind.CANDIDATE, SubjectKind.MENTOR, SubjectKind.FACILITATOR])
def test_only_a_koperasi_or_a_micro_business_is_a_client(kind: SubjectKind) -> None:
    with pytest.raises(ValueError, match="not a kind of client"):
        Client(kind=kind)
