"""What holds for every applicant, known in whole or in part."""

import json
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.regulation.assessment import Verdict, assess
from domain.regulation.case import Case
from domain.regulation.columns import Columns, joint_truths, table_of, truths_of
from domain.regulation.compiled import amounts_of
from domain.regulation.diagrams import OpenReadings
from domain.regulation.most import most_for
from domain.regulation.possible import evaluator
from domain.regulation.receipts import Receipt, receipt_of
from domain.regulation.replaying import replay
from domain.regulation.truth import MET, NOT_MET, UNKNOWN
from domain.sampang import collateral as pledge
from domain.sampang.kinds import PriceLetter
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.routes import Route, routes
from tests.domain.sampang.builders import law, most, outcome, tanah, usaha
from tests.domain.sampang.random_cases import KINDS, cases, cases_and_later
from tests.examples import examples

DECIDED = (Verdict.QUALIFIES, Verdict.NOT_QUALIFIED)
of_every_kind = pytest.mark.parametrize("kind", KINDS)


@of_every_kind
@given(data=st.data())
@settings(max_examples=examples(25))
def test_trees_function_and_columns_give_the_same_under_every_reading(kind: str, data: st.DataObject) -> None:
    several = data.draw(st.lists(cases(kind), min_size=1, max_size=5))
    rules = law().rules_for(kind)
    conditions = [read.condition for read in rules.rules]
    assert [rules.outcomes(case) for case in several] == [
        [int(condition.truth(case)) for condition in conditions] for case in several
    ]
    conditions += [condition for other in rules.alternatives for _, condition in other.changed]
    by_trees = [[int(condition.truth(case)) for condition in conditions] for case in several]
    none_open = OpenReadings({}, conditions)
    function = evaluator(conditions, conditions, len(conditions), none_open, law().values).work_out
    by_function = [function(case, True).outcomes for case in several]
    by_columns = truths_of(conditions, table_of(several, conditions), law().values)
    assert by_function == by_trees
    assert by_columns.T.tolist() == by_trees
    together = joint_truths(conditions, table_of(several, conditions), law().values)
    assert together.tolist() == [min(outcomes) for outcomes in by_trees]


@of_every_kind
@given(data=st.data())
@settings(max_examples=examples(15))
def test_limits_have_the_same_bounds_by_trees_by_function_and_over_columns(
    kind: str, data: st.DataObject
) -> None:
    several = data.draw(st.lists(cases(kind), min_size=1, max_size=5))
    rules = law().rules_for(kind)
    amounts = [amount for _, amount in rules.limits]
    amounts += [amount for other in rules.alternatives for amount in other.limits]
    by_function = list(zip(*map(amounts_of(amounts, law().values), several), strict=True))
    columns = Columns(table_of(several, amounts), law().values)
    for amount, told in zip(amounts, by_function, strict=True):
        by_trees = [amount.interval(case) for case in several]
        low, high = (np.broadcast_to(bound, len(several)).tolist() for bound in columns.bounds(amount))
        assert list(told) == by_trees
        assert list(zip(low, high, strict=True)) == by_trees


@of_every_kind
@given(data=st.data())
@settings(max_examples=examples(15))
def test_the_largest_amount_under_each_other_reading_is_the_least_of_its_own_limits(
    kind: str, data: st.DataObject
) -> None:
    case, rules = data.draw(cases(kind)), law().rules_for(kind)
    found = most_for(rules, case)
    assert found.amount == min(amount.interval(case)[0] for _, amount in rules.limits)
    otherwise = [
        (other.interpretation, other.letter, min(amount.interval(case)[0] for amount in other.limits))
        for other in rules.alternatives
    ]
    assert found.elsewhere == tuple(told for told in otherwise if told[2] != found.amount)


@of_every_kind
@given(data=st.data())
@settings(max_examples=examples(80))
def test_what_is_decided_stays_decided_whatever_becomes_known(kind: str, data: st.DataObject) -> None:
    now, later = data.draw(cases_and_later(kind))
    before, after = assess(law(), kind, now), assess(law(), kind, later)
    for earlier, found in zip(before.findings, after.findings, strict=True):
        assert earlier.truth in (UNKNOWN, found.truth), earlier.rule.id
    if before.verdict_in_use in DECIDED:
        assert after.verdict_in_use is before.verdict_in_use
    under_others = {(o.interpretation.id, o.letter): o.verdict for o in after.other_readings}
    for other in before.other_readings:
        if other.verdict in DECIDED:
            key = (other.interpretation.id, other.letter)
            assert under_others.get(key, after.verdict_in_use) is other.verdict


@of_every_kind
@given(data=st.data())
@settings(max_examples=examples(60))
def test_the_largest_loan_only_grows_and_what_it_could_be_only_shrinks(
    kind: str, data: st.DataObject
) -> None:
    now, later = data.draw(cases_and_later(kind))
    rules = law().rules_for(kind)
    before, after = most_for(rules, now), most_for(rules, later)
    assert before.amount <= after.amount
    if before.could_be is not None:
        assert after.could_be is not None
        assert after.could_be <= before.could_be
    if after.could_be is not None:
        assert after.amount <= after.could_be


@of_every_kind
@given(data=st.data())
@settings(max_examples=examples(40))
def test_a_wholly_known_application_leaves_only_what_may_still_be_brought(
    kind: str, data: st.DataObject
) -> None:
    case = data.draw(cases(kind, unknown=0))
    assume("-" not in str(case.facts.get("size_by_current_law", "")))  # one class, not open between two
    found = assess(law(), kind, case)
    open_still = {finding.rule.id for finding in found.findings if finding.truth is UNKNOWN}
    assert all(name == "IV.1.d" or name.startswith("VIII.2.b") for name in open_still)


@given(principal=st.integers(0, 300_000_000), collateral=st.integers(0, 400_000_000))
def test_130_per_cent_and_the_limit_of_the_collateral_agree_to_the_rupiah(
    principal: int, collateral: int
) -> None:
    application = usaha(amount=principal, collateral=(tanah(collateral),))
    limit = most(application).limits[1]
    assert limit.least == limit.most == 100 * collateral // 130
    covered = outcome(application, "IV.2.g") is MET
    assert covered == (principal <= limit.least) == (100 * collateral >= 130 * principal)


@given(collateral=st.integers(0, 400_000_000), more=st.sampled_from([0, 1]))
def test_the_limit_of_the_collateral_is_the_last_amount_that_is_covered(collateral: int, more: int) -> None:
    amount = 100 * collateral // 130 + more
    found = outcome(usaha(amount=amount, collateral=(tanah(collateral),)), "IV.2.g")
    assert found is (NOT_MET if more else MET)


# ---- routes ------------------------------------------------------------------------------------
_LEVERS = {
    "tambah agunan tanah": pledge.FURTHER_LAND,
    "tambah agunan kendaraan": pledge.FURTHER_VEHICLE,
    "tambah agunan barang": pledge.FURTHER_GOODS,
}
_MENDS = {
    pledge.POWER_OF_ATTORNEY.remedy: ("power_of_attorney", True),
    pledge.PRICE_LETTER.remedy: ("price_letter", PriceLetter.CAMAT),
    pledge.SALE_RECEIPT.remedy: ("sale_receipt", True),
    pledge.ASSESSED.remedy: ("assessed", True),
    pledge.STATEMENT.remedy: ("statement", True),
}


def taken(case: Case, route: Route, less: int = 0) -> Case:
    """The case after a route was taken; `less` rupiah short where it ends in more collateral."""
    for step in route.sentence.split("; "):
        case = _stepped(case, step.removeprefix("lalu "), route, less)
    return case


def _stepped(case: Case, step: str, route: Route, less: int) -> Case:
    lever = next((fact for words, fact in _LEVERS.items() if step.startswith(words)), None)
    if lever:
        # The figure of a list that is still open holds when nothing else is added.
        closed = {fact.key: 0 for fact in _LEVERS.values()}
        told = int(step.rpartition("Rp")[2].replace(".", ""))
        return case.but(**{**closed, lever.key: told - less})
    if step.startswith("turunkan"):
        return case.but(principal=route.reaches)
    place, what = step.removeprefix("agunan ").split(": ")
    mends = dict(mend for remedy, mend in _MENDS.items() if remedy in what)
    return case.but_item(int(place) - 1, **mends)


@of_every_kind
@given(data=st.data())
@settings(max_examples=examples(60))
def test_every_route_reaches_the_amount_and_a_rupiah_less_of_collateral_does_not(
    kind: str, data: st.DataObject
) -> None:
    case = data.draw(cases(kind, unknown=data.draw(st.sampled_from([0, 3]))))
    # A list of collateral is still open or closed; nothing else stands in the form.
    case = case.but(**dict.fromkeys((f.key for f in _LEVERS.values()), data.draw(st.sampled_from([0, None]))))
    rules = law().rules_for(kind)
    requested = case.facts["principal"]
    for route in routes(rules, case):
        reached = most_for(rules, taken(case, route)).amount
        assert isinstance(requested, int)
        assert reached >= min(route.reaches, requested), route.sentence
        assert route.reaches >= requested or "turunkan" in route.sentence
        if "tambah agunan" in route.sentence:
            aim = min(route.reaches, requested)
            assert most_for(rules, taken(case, route, less=1)).amount < aim, route.sentence


# ---- receipts ----------------------------------------------------------------------------------
@of_every_kind
@given(data=st.data())
@settings(max_examples=examples(20))
def test_every_receipt_keeps_as_json_and_replays_to_the_same(kind: str, data: st.DataObject) -> None:
    found = assess(law(), kind, data.draw(cases(kind)))
    receipt = receipt_of(
        found,
        most=most_for(found.law.rules_for(found.kind), found.case).amount,
        evidence={"*": "loket"},
        application_version="1",
    )
    kept = Receipt.from_json(json.loads(json.dumps(receipt.to_json())))
    assert kept == receipt
    assert replay(kept, SAMPANG_LOANS).same


# ---- a second implementation, straight from the text ---------------------------------------------
def _agreed(item: dict[str, object]) -> bool:
    return bool(item["owned_by_applicant"] or item["power_of_attorney"])


def _land_counts(item: dict[str, object]) -> bool:
    if item["situation"] == "outside" and not item["ruling"]:
        return False
    if item["price_letter"] == "none" or (item["price_letter"] == "village_head" and not item["ruling"]):
        return False
    return _agreed(item)


def _vehicle_counts(item: dict[str, object]) -> bool:
    oldest = {2: 2013, 4: 2005}.get(int(item["wheels"]))  # type: ignore[call-overload]
    fit = item["ruling"] if oldest is None else int(item["year"]) >= oldest  # type: ignore[call-overload]
    if not (fit and item["assessed"]):
        return False
    if item["plate"] == "sampang":
        return _agreed(item)
    return bool(item["owned_by_applicant"] and item["sale_receipt"])


_COUNTS = {
    "land": _land_counts,
    "vehicle": _vehicle_counts,
    "goods": lambda item: bool(item["statement"] and item["assessed"]),
}


@given(case=cases("business", unknown=0))
@settings(max_examples=examples(150))
def test_the_amount_rules_agree_with_a_second_reading_of_the_text(case: Case) -> None:
    facts = case.facts
    assume("-" not in str(facts["size_by_current_law"]))  # one class, not open between two
    worth = {what: Fraction(int(facts[f"further_{what}"])) for what in _COUNTS}  # type: ignore[arg-type]
    for item in case.items:
        told = dict(item.facts)
        if _COUNTS[str(told["kind"])](told):
            worth[str(told["kind"])] += Fraction(int(told["value"]))  # type: ignore[arg-type]
    principal = Fraction(int(facts["principal"]))  # type: ignore[arg-type]
    micro = facts["size_by_current_law"] == "micro"
    main = worth["land"] + worth["vehicle"]
    pledged = main + (worth["goods"] if main else 0)
    if micro:
        ceiling = Fraction(5_000_000)
    elif not worth["land"]:
        ceiling = Fraction(30_000_000)
    else:
        on_land = worth["land"] + worth["goods"]
        ceiling = min(Fraction(100_000_000), on_land / Fraction(130, 100) + 30_000_000)
    if facts["size_by_current_law"] == "above":
        ceiling = Fraction(0)

    found = assess(law(), "business", case)
    assert (found.finding("VIII.1.b").truth is MET) == (principal <= ceiling)
    assert (found.finding("VIII.1.b/minimal").truth is MET) == (micro or principal >= 5_000_000)
    assert (found.finding("IV.2.g").truth is MET) == (pledged >= principal * Fraction(130, 100))
    largest = min(ceiling, pledged / Fraction(130, 100))
    assert most_for(law().rules_for("business"), case).amount == largest.__floor__()
