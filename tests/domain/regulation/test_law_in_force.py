"""Parameters by date, readings settled by the office, and rules that name their provision."""

from dataclasses import replace
from datetime import date

import pytest

from domain.regulation.assessment import Verdict, assess
from domain.regulation.interpretations import Interpretation, Settlement, Weight
from domain.regulation.law_in_force import Practice
from domain.regulation.parameter import DatedValue, Parameter, Unit
from domain.regulation.receipts import fingerprint, receipt_of
from domain.regulation.replaying import replay
from domain.regulation.rules import Rule, RuleKind
from domain.regulation.sources import Citation, Instrument, OfficeDecision
from domain.regulation.truth import MET, NOT_MET
from tests.domain.regulation.made_up import (
    DAYS,
    FEE,
    MEMBER,
    PLACE,
    QUESTION,
    SHARE,
    SHED,
    SHED_LAW,
    case,
    shed_law,
)

BEFORE, SINCE = date(2024, 6, 30), date(2024, 7, 1)
GOOD = {"member": True, "banned": False, "trusted": True, "colour": "red"}


def decided(reading: str, on: date) -> Practice:
    return Practice(settlements=(("T-01", Settlement(reading, on, "Kepala", "1/2024")),))


# ---- parameters --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2019, 12, 31), None), (date(2020, 1, 1), 40), (BEFORE, 40), (SINCE, 50), (date(2030, 1, 1), 50)],
)
def test_a_later_value_counts_only_from_its_day(day: date, value: int | None) -> None:
    assert SHARE.on(day) == value


@pytest.mark.parametrize(("day", "outcome"), [(BEFORE, MET), (SINCE, NOT_MET)])
def test_a_rule_uses_the_value_of_the_day(day: date, outcome: object) -> None:
    # A deposit of 45 covers 40 % of 100 but not 50 %.
    law = shed_law(day)
    found = assess(law, "person", case(on=day, **GOOD, deposit=45, price=100))
    assert found.finding("cover").truth is outcome


def test_dated_values_run_from_old_to_new() -> None:
    old, new = SHARE.history
    for history in ((new, old), (old, old)):
        with pytest.raises(ValueError, match="from old to new"):
            Parameter(key="x", label="x", unit=Unit.PERCENT, history=history)


def test_a_value_of_the_law_needs_a_place() -> None:
    with pytest.raises(ValueError, match="needs a value and its place"):
        Parameter(key="x", label="x", unit=Unit.PERCENT, history=())
    by_office = DatedValue(SINCE, 1, OfficeDecision("rapat"))
    with pytest.raises(ValueError, match="rests on a citation"):
        Parameter(key="x", label="x", unit=Unit.PERCENT, history=(by_office,))


def test_the_office_never_edits_a_value_of_the_law() -> None:
    with pytest.raises(ValueError, match="set by law"):
        SHARE.with_decisions((DatedValue(SINCE, 1, OfficeDecision("rapat")),))


def test_a_setting_of_the_office_counts_from_its_day_and_keeps_the_default_before() -> None:
    decision = DatedValue(SINCE, 14, OfficeDecision("rapat", "Kepala", "2/2024"))
    practice = Practice(settings=(("days", decision), ("fee", decision)))
    assert shed_law(BEFORE, practice).values["days"] == 7
    assert shed_law(SINCE, practice).values["days"] == 14
    assert shed_law(BEFORE, practice).values["fee"] is None
    assert shed_law(SINCE, practice).values["fee"] == 14
    assert (DAYS.on(SINCE), FEE.on(SINCE)) == (7, None)


# ---- readings ----------------------------------------------------------------------------------
NOT_A_MEMBER = {**GOOD, "member": False}


@pytest.mark.parametrize(
    ("day", "verdict"),
    [(BEFORE, Verdict.DEPENDS_ON_READING), (SINCE, Verdict.QUALIFIES)],
)
def test_a_settled_reading_decides_from_its_day_on(day: date, verdict: Verdict) -> None:
    law = shed_law(day, decided("B", SINCE))
    assert assess(law, "person", case(on=day, **NOT_A_MEMBER, deposit=100, price=100)).verdict is verdict


@pytest.mark.parametrize(("reading", "verdict"), [("A", "not_qualified"), ("B", "qualifies")])
def test_a_settled_question_has_no_alternatives_left(reading: str, verdict: str) -> None:
    law = shed_law(SINCE, decided(reading, SINCE))
    found = assess(law, "person", case(**NOT_A_MEMBER, deposit=100, price=100))
    assert (found.verdict, found.other_readings) == (verdict, ())
    assert law.rules_for("person").alternatives == ()


def test_the_latest_settlement_counts() -> None:
    practice = Practice(
        settlements=(
            ("T-01", Settlement("B", date(2024, 3, 1), "Kepala", "2/2024")),
            ("T-01", Settlement("A", date(2024, 1, 1), "Kepala", "1/2024")),
        )
    )
    assert shed_law(date(2024, 2, 1), practice).interpretations["T-01"].in_use == "A"
    assert shed_law(date(2024, 3, 1), practice).interpretations["T-01"].in_use == "B"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"default": "C"}, "default"),
        ({"readings": (("A", "Ya."), ("A", "Tidak."))}, "default"),
        ({"computed": ("A",)}, "computed"),
        ({"computed": ("A", "Z")}, "computed"),
        ({"computed": ()}, "only recorded"),
        ({"settlement": Settlement("Z", SINCE, "Kepala", "1/2024")}, "not a reading"),
    ],
)
def test_a_question_that_contradicts_itself_is_refused(changes: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(QUESTION, **changes)  # type: ignore[arg-type]


def test_a_question_may_be_recorded_only_when_it_says_why() -> None:
    recorded = replace(QUESTION, computed=(), recorded_because="sudah diputus orang")
    assert isinstance(recorded, Interpretation)
    assert recorded.alternatives == ()


def test_the_office_can_settle_only_on_a_reading_that_the_program_then_follows() -> None:
    recorded = replace(QUESTION, computed=(), recorded_because="sudah diputus orang")
    assert recorded.choosable == (QUESTION.default,)
    assert replace(recorded, applied=("A", "B")).choosable == ("A", "B")
    assert replace(recorded, weight=Weight.PROCEDURE).choosable == ("A", "B")


# ---- rules -------------------------------------------------------------------------------------
def test_a_rule_without_its_provision_is_refused() -> None:
    with pytest.raises(ValueError, match="names the provision"):
        Rule(id="x", title="x", citations=(), condition=MEMBER)


@pytest.mark.parametrize("kind", [RuleKind.REQUIREMENT, RuleKind.JUDGEMENT])
def test_a_rule_that_decides_needs_a_condition(kind: RuleKind) -> None:
    with pytest.raises(ValueError, match="needs a condition"):
        Rule(id="x", title="x", citations=(PLACE,), kind=kind)


def test_a_citation_names_its_place_and_quotes_a_few_words_only() -> None:
    with pytest.raises(ValueError, match="exact place"):
        Citation(SHED_LAW, "", "Ps")
    with pytest.raises(ValueError, match="a few words"):
        Citation(SHED_LAW, "Pasal 1", "Ps 1", " ".join(["kata"] * 13))
    assert Citation(SHED_LAW, "Pasal 1", "Ps 1", " ".join(["kata"] * 12)).words


def test_an_instrument_has_a_name() -> None:
    with pytest.raises(ValueError, match="needs a key"):
        Instrument(key="x", name="", title="x", in_force_since=SINCE)


# ---- verdicts ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({**GOOD, "deposit": 50, "price": 100}, Verdict.QUALIFIES),
        ({**GOOD, "deposit": 49, "price": 100}, Verdict.NOT_QUALIFIED),
        ({**GOOD, "deposit": 50}, Verdict.INCOMPLETE),
        ({**GOOD, "trusted": None, "deposit": 50, "price": 100}, Verdict.NEEDS_JUDGEMENT),
        ({**GOOD, "trusted": None, "deposit": 50}, Verdict.INCOMPLETE),
        ({**GOOD, "trusted": None, "deposit": 49, "price": 100}, Verdict.NOT_QUALIFIED),
        ({**GOOD, "colour": "blue", "deposit": 50, "price": 100}, Verdict.QUALIFIES),
        ({**GOOD, "member": False, "deposit": 50, "price": 100}, Verdict.DEPENDS_ON_READING),
        ({**GOOD, "banned": True, "deposit": 50, "price": 100}, Verdict.DEPENDS_ON_READING),
        ({**GOOD, "member": False, "deposit": 49, "price": 100}, Verdict.NOT_QUALIFIED),
    ],
)
def test_the_verdict_is_the_worst_of_what_decides(facts: dict[str, object], verdict: Verdict) -> None:
    assert assess(shed_law(), "person", case(**facts)).verdict is verdict  # type: ignore[arg-type]


def test_what_most_rules_wait_for_is_asked_first() -> None:
    found = assess(shed_law(), "person", case(member=None, banned=False, trusted=True, deposit=50))
    assert [fact.fact.key for fact, _ in found.missing] == ["member", "price"]  # type: ignore[union-attr]


# ---- receipts ----------------------------------------------------------------------------------
def test_a_later_rule_does_not_change_what_a_receipt_said_and_the_difference_is_named() -> None:
    found = assess(shed_law(), "person", case(**GOOD, deposit=50, price=100))
    receipt = receipt_of(found, most=100, evidence={}, application_version="1")
    first, who, cover, trust = SHED.rules_by_kind["person"]
    stricter = replace(cover, condition=~MEMBER)
    changed = replace(SHED, rules_by_kind={"person": (first, who, stricter, trust)})
    again = replay(receipt, changed)
    assert replay(receipt, SHED).same
    assert (again.same, again.rules_changed) == (False, True)
    assert again.differences == (
        "cover: dahulu terpenuhi, sekarang tidak terpenuhi",
        "hasil: dahulu memenuhi, sekarang tidak memenuhi",
        "hasil menurut bacaan yang dipakai: dahulu memenuhi, sekarang tidak memenuhi",
    )


def test_a_later_dated_value_leaves_an_older_receipt_as_it_was() -> None:
    found = assess(shed_law(BEFORE), "person", case(on=BEFORE, **GOOD, deposit=45, price=100))
    receipt = receipt_of(found, most=None, evidence={}, application_version="1")
    later = replace(SHARE, history=(*SHARE.history, DatedValue(date(2027, 1, 1), 90, PLACE)))
    changed = replace(SHED, parameters={**SHED.parameters, "share": later})
    assert fingerprint(changed) != fingerprint(SHED)
    again = replay(receipt, changed)
    assert (again.rules_changed, again.differences) == (True, ())
