"""Receipts replay by the rules of their own release, and whatever was changed in one is noticed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.blitar import law as blitar
from domain.regulation.assessment import assess
from domain.regulation.case import Case
from domain.regulation.editions import file_of, freeze, kept, thaw
from domain.regulation.law_in_force import LawInForce
from domain.regulation.most import most_for
from domain.regulation.receipts import Receipt, fingerprint, receipt_of, seal_of
from domain.regulation.replaying import Seal, replay_kept
from domain.regulation.rules import Regulation
from domain.sampang import law as sampang
from domain.sampang.law import SAMPANG_LOANS, VERSIONS, edition
from tests.domain.sampang.builders import JUTA, examined, koperasi, mikro, mobil, settled, tanah, usaha
from tests.domain.sampang.builders import law as law_now
from tests.domain.sampang.random_cases import KINDS, cases
from tests.examples import examples

DAY = law_now().day
KEPT = [(law, version) for law in (sampang, blitar) for version in law.VERSIONS]


@pytest.mark.parametrize(("law", "version"), KEPT, ids=lambda one: getattr(one, "key", ""))
def test_the_rules_of_this_release_are_kept_for_the_next(law: Any, version: Regulation) -> None:
    file = file_of(law.EDITIONS, version)
    assert file.exists(), "a rule changed: run python -m scripts.keep_edition"
    assert json.loads(file.read_text("utf-8")) == json.loads(json.dumps(freeze(version)))


@pytest.mark.parametrize("law", [sampang, blitar], ids=["sampang", "blitar"])
def test_every_edition_that_is_kept_has_the_fingerprint_that_it_is_called_by(law: Any) -> None:
    files = sorted(law.EDITIONS.glob("*.json"))
    assert files
    assert [fingerprint(thaw(json.loads(file.read_text("utf-8")))) for file in files] == [
        file.stem for file in files
    ]


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=examples(15))
def test_an_edition_decides_as_the_rules_that_it_was_made_of(kind: str, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    law, again = LawInForce(SAMPANG_LOANS, DAY), LawInForce(_thawed(), DAY)
    found, as_kept = assess(law, kind, case), assess(again, kind, case)
    assert (as_kept.verdict, as_kept.verdict_in_use) == (found.verdict, found.verdict_in_use)
    assert _outcomes(as_kept) == _outcomes(found)
    assert _others(as_kept) == _others(found)
    assert most_for(again.rules_for(kind), case).amount == most_for(law.rules_for(kind), case).amount


@cache
def _thawed() -> Regulation:
    return thaw(json.loads(json.dumps(freeze(SAMPANG_LOANS))))


def _outcomes(assessment: Any) -> dict[str, int]:
    return {finding.rule.id: int(finding.truth) for finding in assessment.findings}


def _others(assessment: Any) -> list[tuple[str, str, str]]:
    return [(one.interpretation.id, one.letter, str(one.verdict)) for one in assessment.other_readings]


# ---- replaying -----------------------------------------------------------------------------------
def the_other_way_round() -> Regulation:
    """Rules of another release: the first one of a firm asks the opposite."""
    rules = dict(SAMPANG_LOANS.rules_by_kind)
    first, *rest = rules["business"]
    rules["business"] = (replace(first, condition=~first.condition), *rest)
    return replace(SAMPANG_LOANS, rules_by_kind=rules)


def a_receipt_under(regulation: Regulation) -> Receipt:
    case = Case(examined(usaha()).assessment.case.facts, (), law_now().values)
    found = assess(LawInForce(regulation, DAY), "business", case)
    return receipt_of(found, most=None, evidence={}, application_version="0.9")


def test_a_receipt_of_an_earlier_release_replays_by_the_rules_of_that_release(tmp_path: Path) -> None:
    earlier = the_other_way_round()
    receipt = a_receipt_under(earlier)
    file_of(tmp_path, earlier).write_text(json.dumps(freeze(earlier)), "utf-8")
    found = replay_kept(receipt, lambda name: kept(tmp_path, VERSIONS, name), SAMPANG_LOANS)
    assert found.seal is Seal.INTACT
    assert found.then is not None
    assert found.then.same
    first = SAMPANG_LOANS.rules_by_kind["business"][0].id
    assert found.now is not None
    assert any(told.startswith(f"{first}:") for told in found.now.differences)


def test_rules_that_nobody_kept_are_said_and_those_of_today_still_tell(tmp_path: Path) -> None:
    receipt = a_receipt_under(the_other_way_round())
    found = replay_kept(receipt, lambda name: kept(tmp_path, VERSIONS, name), SAMPANG_LOANS)
    assert found.then is None
    assert receipt.fingerprint in found.why_not
    assert found.now is not None
    assert not found.now.same


def test_a_receipt_of_today_needs_no_second_comparison() -> None:
    found = replay_kept(examined(usaha()).receipt("1"), edition, SAMPANG_LOANS)
    assert found.then is not None
    assert found.then.same
    assert found.now is None


def test_a_receipt_of_the_first_releases_has_no_seal_and_replays() -> None:
    told = examined(usaha()).receipt("1").to_json()
    del told["seal"], told["method"]
    found = replay_kept(Receipt.from_json(told), edition, SAMPANG_LOANS)
    assert found.seal is Seal.NONE
    assert found.then is not None
    assert found.then.same


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "tidak ada"},
        {"settlements": (("S-01", "Z", "2026-01-01", "x", "y"),)},
        {"settings": (("interest_method", "kemarin", "flat", "x"),)},
        {"facts": {"principal": "banyak"}},
    ],
)
def test_what_cannot_be_replayed_says_why(changes: dict[str, Any]) -> None:
    receipt = replace(examined(usaha()).receipt("1"), **changes)
    found = replay_kept(receipt, edition, SAMPANG_LOANS)
    assert found.seal is Seal.BROKEN
    assert found.then is None or not found.then.same
    assert found.then is not None or found.why_not


# ---- tampering -----------------------------------------------------------------------------------
RECEIPTS = [
    examined(koperasi(collateral=(tanah(20 * JUTA), mobil(None)))),
    examined(mikro(amount=5 * JUTA), law_now(practice=settled("S-01", "B"))),
]


def places(told: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The place of every single value in what is stored."""
    if isinstance(told, Mapping):
        for key, value in told.items():
            yield from places(value, (*at, key))
    elif isinstance(told, list | tuple):
        for place, value in enumerate(told):
            yield from places(value, (*at, place))
    else:
        yield at


def with_another(told: Any, at: tuple[Any, ...]) -> Any:
    """The same values with the one at a place changed."""
    if not at:
        if isinstance(told, bool):
            return not told
        return told + 1 if isinstance(told, int) else "lain"
    changed = dict(told) if isinstance(told, dict) else list(told)
    changed[at[0]] = with_another(changed[at[0]], at[1:])
    return changed


@pytest.mark.parametrize("found", RECEIPTS, ids=["koperasi", "mikro"])
def test_no_value_of_a_kept_receipt_can_be_changed_unnoticed(found: Any) -> None:
    stored = json.loads(json.dumps(found.receipt("1").to_json()))
    stored["day"] = "2026-03-02"
    changed = [at for at in places(stored) if at != ("seal",)]
    assert len(changed) > 100
    assert replay_kept(Receipt.from_json(stored), edition, SAMPANG_LOANS).seal is Seal.INTACT
    for at in changed:
        receipt = Receipt.from_json(with_another(stored, at))
        assert replay_kept(receipt, edition, SAMPANG_LOANS).seal is Seal.BROKEN, at
    on_another_day = Receipt.from_json(stored | {"day": "2026-03-03"})
    assert replay_kept(on_another_day, edition, SAMPANG_LOANS).seal is Seal.BROKEN


@pytest.mark.parametrize("found", RECEIPTS, ids=["koperasi", "mikro"])
def test_nothing_can_be_taken_out_of_a_kept_receipt_unnoticed(found: Any) -> None:
    stored = json.loads(json.dumps(found.receipt("1").to_json()))
    for name in (name for name, value in stored.items() if value):  # an empty part says nothing
        without = {key: value for key, value in stored.items() if key != name}
        told = replay_kept(Receipt.from_json(without), edition, SAMPANG_LOANS)
        assert told.seal is Seal.BROKEN, name


def test_who_also_seals_anew_is_found_out_by_what_the_rules_give() -> None:
    receipt = replace(examined(usaha()).receipt("1"), verdict="qualifies", verdict_in_use="qualifies")
    forged = replace(receipt, outcomes={**receipt.outcomes, "IV.2.d": 0})
    found = replay_kept(replace(forged, seal=seal_of(forged)), edition, SAMPANG_LOANS)
    assert found.seal is Seal.INTACT
    assert found.then is not None
    assert not found.then.same
