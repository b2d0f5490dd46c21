"""Votes, attendance and money at a meeting (V, VI.2.b, VIII.5.b): what stands in the way of a decision."""

from dataclasses import replace

import pytest

from domain.sampang.fund.position import CLOSED_FUND
from domain.sampang.origination.records import DecisionKind, Element, Vote
from tests.domain.sampang.builders import JUTA, law, settled, usaha
from tests.domain.sampang.origination.made_up import (
    MET_ON,
    around,
    deciding,
    decision,
    meeting,
    places,
    position,
    told,
)

AGREE, AGAINST, SILENT = Vote.AGREES, Vote.DISAGREES, Vote.ABSTAINS
OTHERS = (DecisionKind.REFUSE, DecisionKind.POSTPONE)


# ---- votes and attendance ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("votes", "present", "expected"),
    [
        ({Element.AGENCY: AGREE}, (Element.AGENCY,), []),
        ({Element.AGENCY: AGREE, Element.BANK: AGAINST}, (Element.AGENCY, Element.BANK), ["VI.2.b"]),
        ({Element.AGENCY: AGREE, Element.BANK: SILENT}, (Element.AGENCY, Element.BANK), []),
        ({Element.AGENCY: AGREE}, (Element.AGENCY, Element.BANK), ["VI.2.b"]),
        ({Element.AGENCY: AGREE, Element.BANK: AGREE}, (Element.AGENCY,), ["V"]),
        ({Element.AGENCY: AGAINST}, (Element.AGENCY,), ["VI.2.b"]),
        ({Element.AGENCY: SILENT}, (Element.AGENCY,), ["VI.2.b"]),
        ({Element.BANK: AGREE}, (Element.AGENCY,), ["VI.2.b", "V"]),
    ],
)
def test_every_element_that_is_present_speaks_and_only_those(
    votes: dict[Element, Vote], present: tuple[Element, ...], expected: list[str]
) -> None:
    assert places(deciding(what=decision(votes=votes), where=meeting(*present))) == expected


ALL_FIVE = dict.fromkeys(Element, AGREE)
THREE = dict.fromkeys(list(Element)[:3], AGREE)


@pytest.mark.parametrize(
    ("letter", "votes", "agreed"),
    [
        ("A", {Element.AGENCY: AGREE, Element.BANK: SILENT}, True),
        ("A", {**ALL_FIVE, Element.BANK: AGAINST}, False),
        ("B", ALL_FIVE, True),
        ("B", {**ALL_FIVE, Element.BANK: SILENT}, False),
        ("C", THREE, True),
        ("C", dict.fromkeys(list(Element)[:2], AGREE), False),
        ("C", {**THREE, Element.BANK: AGAINST}, True),
    ],
)
def test_an_approval_is_agreed_on_as_the_office_reads_the_word(
    letter: str, votes: dict[Element, Vote], agreed: bool
) -> None:
    under = around(under=law(MET_ON, settled("S-65", letter)))
    found = deciding(what=decision(votes=votes), where=meeting(*votes), beside=under)
    assert found == () if agreed else "tafsir S-65" in found[0].told


def test_the_elements_that_are_silent_or_absent_are_named() -> None:
    votes = {Element.BUPATI: AGREE}
    found = deciding(what=decision(votes=votes), where=meeting(Element.SECRETARY, Element.BANK))
    assert found[0].sentence == "Belum ada pendapat dari unsur: Sekretaris Daerah, Bank Jatim."
    assert found[1].sentence == "Unsur ini tidak tercatat hadir: Bupati Sampang."


@pytest.mark.parametrize("kind", DecisionKind)
def test_nothing_is_decided_at_a_meeting_to_which_nobody_came(kind: DecisionKind) -> None:
    found = deciding(what=decision(kind=kind, votes={}), where=replace(meeting(), attendees=()))
    assert found[0].told == "Catat dahulu siapa yang hadir dalam rapat. (V)"


@pytest.mark.parametrize("reason", ["", "   "])
@pytest.mark.parametrize("kind", DecisionKind)
def test_every_decision_gives_its_reason(kind: DecisionKind, reason: str) -> None:
    found = deciding(what=decision(kind=kind, reason=reason, provisions=("IX.3",)))
    assert [one.told for one in found] == ["Tulis alasan keputusan. (VI.2.b)"]


@pytest.mark.parametrize("kind", OTHERS)
def test_a_refusal_or_postponement_needs_no_survey_and_no_money(kind: DecisionKind) -> None:
    votes = {Element.AGENCY: AGREE, Element.BANK: AGAINST}
    what = decision(kind=kind, votes=votes, amount=None, term_months=None, provisions=("IX.3",))
    beside = around(position(cash=0))
    assert deciding(usaha(on_red_list=True), what, beside=beside, survey=None) == ()


@pytest.mark.parametrize("kind", DecisionKind)
@pytest.mark.parametrize("against", [AGAINST, SILENT])
def test_no_decision_stands_with_which_nobody_agrees(kind: DecisionKind, against: Vote) -> None:
    votes = {Element.AGENCY: AGAINST, Element.BANK: against}
    found = deciding(what=decision(kind=kind, votes=votes, provisions=("IX.3",)))
    assert [one.told for one in found] == [
        "Tidak ada unsur yang menyatakan setuju dengan keputusan ini. (VI.2.b)"
    ]


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ({Element.AGENCY: AGREE, Element.BANK: AGREE}, True),
        ({Element.AGENCY: AGREE, Element.BANK: SILENT}, False),
        ({Element.AGENCY: AGREE, Element.BANK: AGAINST}, False),
        ({}, False),
    ],
)
@pytest.mark.parametrize("kind", DecisionKind)
def test_a_decision_is_unanimous_when_all_agree_with_it(
    kind: DecisionKind, votes: dict[Element, Vote], expected: bool
) -> None:
    assert decision(kind=kind, votes=votes).is_unanimous is expected


def test_a_refusal_names_the_provision_that_its_letter_will_name() -> None:
    found = deciding(what=decision(kind=DecisionKind.REFUSE, provisions=()))
    assert places(found) == ["VI.2.b"]
    assert deciding(what=decision(kind=DecisionKind.REFUSE, provisions=("IV.2.g",))) == ()


# ---- the fund ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("cash", "committed", "expected"),
    [
        (20 * JUTA, 0, []),
        (20 * JUTA - 1, 0, ["VIII.5.b"]),
        (50 * JUTA, 30 * JUTA, []),
        (50 * JUTA, 30 * JUTA + 1, ["VIII.5.b"]),
    ],
)
def test_the_fund_promises_its_last_rupiah_and_not_one_more(
    cash: int, committed: int, expected: list[str]
) -> None:
    found = deciding(beside=around(position(cash=cash, committed=committed)))
    assert places(found) == expected
    assert not expected or "kurang Rp1:" in told(found)


def test_a_fund_that_was_never_opened_promises_nothing() -> None:
    found = deciding(beside=around(CLOSED_FUND))
    assert places(found) == ["VIII.5.b"]
    assert "Saldo awal dana belum dicatat" in told(found)
