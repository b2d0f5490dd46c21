"""The papers of VIII.2.b: which of them a file needs, and that a missing one can still be brought."""

from typing import Any

import pytest

from domain.regulation.assessment import Verdict
from domain.regulation.truth import MET, UNKNOWN, Truth
from domain.sampang.application import LoanApplication
from domain.sampang.kinds import MaritalStatus
from tests.domain.sampang.builders import (
    JUTA,
    assessed,
    examined,
    koperasi,
    law,
    lkm,
    mikro,
    outcome,
    sentra,
    settled,
    usaha,
)

MARRIED = {"marital_status": MaritalStatus.MARRIED}
BODY = ["request_by_board", "legality_copies", "board_identity", "board_list", "account_number", "work_plan"]
OWNER = ["request_by_owner", "business_legality_copies", "owner_identity", "account_number", "work_plan"]


def needed(application: LoanApplication, is_needed: bool | None = True) -> list[str]:
    return [line.paper.code for line in examined(application).checklist if line.needed is is_needed]


@pytest.mark.parametrize("build", [koperasi, lkm, sentra])
def test_koperasi_lkm_and_sentra_bring_the_papers_of_their_board(build: Any) -> None:
    assert needed(build()) == BODY


@pytest.mark.parametrize("build", [koperasi, lkm, sentra])
def test_who_relends_to_members_lists_the_members(build: Any) -> None:
    assert needed(build(relends_to_members=True)) == [*BODY, "member_list"]
    assert needed(build(relends_to_members=None), None) == ["member_list"]


def test_an_unmarried_owner_brings_his_own_papers_only() -> None:
    # S-50: nobody signs for a husband or wife who does not exist.
    assert needed(usaha()) == OWNER


def test_a_married_owner_brings_those_of_the_spouse_too() -> None:
    spouse = {"request_by_spouse", "spouse_identity"}
    assert set(needed(usaha(**MARRIED))) == {*OWNER, *spouse}
    assert set(needed(usaha(marital_status=None), None)) == spouse


def test_an_exempt_micro_business_brings_no_copies_of_licences() -> None:
    assert "business_legality_copies" not in needed(mikro())
    assert "business_legality_copies" in needed(mikro(amount=5 * JUTA))


def test_the_identity_of_a_micro_owner_is_asked_for() -> None:
    assert "owner_identity" in needed(mikro())


@pytest.mark.parametrize(
    ("application", "rule", "papers"),
    [
        (koperasi, "VIII.2.b.1", ["request_by_board"]),
        (usaha, "VIII.2.b.1", ["request_by_owner"]),
        (koperasi, "VIII.2.b.2", ["legality_copies"]),
        (usaha, "VIII.2.b.2", ["business_legality_copies"]),
        (lkm, "VIII.2.b.3", ["board_identity"]),
        (usaha, "VIII.2.b.3", ["owner_identity"]),
        (sentra, "VIII.2.b.4", ["board_list"]),
        (koperasi, "VIII.2.b.5", ["account_number"]),
        (mikro, "VIII.2.b.5", ["account_number"]),
        (koperasi, "VIII.2.b.6", ["work_plan"]),
        (usaha, "VIII.2.b.6", ["work_plan"]),
    ],
)
@pytest.mark.parametrize(("there", "expected"), [(True, MET), (False, UNKNOWN), (None, UNKNOWN)])
def test_a_missing_paper_leaves_the_file_incomplete_and_is_no_refusal(
    application: Any, rule: str, papers: list[str], there: bool | None, expected: Truth
) -> None:
    told = application(papers=dict.fromkeys(papers, there))
    assert outcome(told, rule) is expected
    found = assessed(told)
    assert found.verdict is (Verdict.QUALIFIES if there else Verdict.INCOMPLETE)


@pytest.mark.parametrize(
    ("changes", "rule", "expected"),
    [
        ({**MARRIED, "papers": {"request_by_spouse": False}}, "VIII.2.b.1", UNKNOWN),
        ({"papers": {"request_by_spouse": False}}, "VIII.2.b.1", MET),
        ({"marital_status": None, "papers": {"request_by_spouse": False}}, "VIII.2.b.1", UNKNOWN),
        ({"marital_status": None, "papers": {"request_by_spouse": True}}, "VIII.2.b.1", MET),
        ({**MARRIED, "papers": {"spouse_identity": False}}, "VIII.2.b.3", UNKNOWN),
        ({"papers": {"spouse_identity": None}}, "VIII.2.b.3", MET),
    ],
)
def test_the_spouse_signs_and_identifies_where_there_is_one(
    changes: dict[str, Any], rule: str, expected: Truth
) -> None:
    assert outcome(usaha(**changes), rule) is expected


@pytest.mark.parametrize(
    ("relends", "listed", "expected"),
    [
        (True, True, MET),
        (True, False, UNKNOWN),
        (False, False, MET),
        (None, False, UNKNOWN),
        (None, True, MET),
    ],
)
def test_a_list_of_members_is_needed_only_where_the_money_goes_to_them(
    relends: bool | None, listed: bool, expected: Truth
) -> None:
    application = koperasi(relends_to_members=relends, papers={"member_list": listed})
    assert outcome(application, "VIII.2.b.6") is expected


@pytest.mark.parametrize(("letter", "expected"), [("A", MET), ("B", UNKNOWN)])
def test_whether_an_exempt_micro_business_copies_licences_depends_on_the_reading(
    letter: str, expected: Truth
) -> None:
    application = mikro(papers={"business_legality_copies": False})
    assert outcome(application, "VIII.2.b.2", law(practice=settled("S-49", letter))) is expected


def test_the_settled_reading_changes_the_checklist_too() -> None:
    under = law(practice=settled("S-49", "B"))
    codes = [line.paper.code for line in examined(mikro(), under).checklist if line.needed]
    assert "business_legality_copies" in codes
