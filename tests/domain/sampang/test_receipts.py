"""The receipt of an assessment: it keeps as JSON, and gives the same again, or says why not."""

import json
from dataclasses import replace
from datetime import date

import pytest

from domain.regulation.law_in_force import Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.receipt_changes import changes
from domain.regulation.receipts import Receipt, fingerprint
from domain.regulation.replaying import replay
from domain.regulation.rules import Regulation
from domain.regulation.sources import OfficeDecision
from domain.sampang.application import LoanApplication
from domain.sampang.law import SAMPANG_LOANS
from tests.domain.sampang.builders import (
    JUTA,
    barang,
    examined,
    koperasi,
    law,
    lkm,
    mikro,
    mobil,
    sentra,
    settled,
    tanah,
    usaha,
)

APPLICATIONS = [
    koperasi(),
    koperasi(annual_meeting_years=(2021, 2022)),
    usaha(collateral=(tanah(20 * JUTA), mobil(None), barang(3 * JUTA))),
    mikro(amount=5 * JUTA),
    lkm(judgements={"selected": None}),
    sentra(registered_members=19),
]


def through_json(receipt: Receipt) -> Receipt:
    return Receipt.from_json(json.loads(json.dumps(receipt.to_json())))


@pytest.mark.parametrize("application", APPLICATIONS)
def test_a_receipt_keeps_as_json(application: LoanApplication) -> None:
    receipt = examined(application).receipt("1.0")
    assert through_json(receipt) == receipt


@pytest.mark.parametrize("application", APPLICATIONS)
def test_a_receipt_gives_the_same_again(application: LoanApplication) -> None:
    again = replay(through_json(examined(application).receipt("1.0")), SAMPANG_LOANS)
    assert (again.same, again.rules_changed, again.differences) == (True, False, ())


def test_a_receipt_says_what_it_rested_on() -> None:
    receipt = examined(mikro(amount=5 * JUTA)).receipt("1.0")
    assert receipt.day == date(2026, 3, 2)
    assert receipt.verdict == "depends_on_reading"
    assert receipt.verdict_in_use == "not_qualified"
    assert receipt.others["S-01 B"] == "qualifies"
    assert receipt.most == 5 * JUTA
    assert receipt.outcomes["IV.2.b"] == 0
    assert receipt.readings["S-25"] == "B"
    assert receipt.evidence["character"] == "Siti, 2 Maret 2026: hasil survei"
    assert receipt.application_version == "1.0"
    assert receipt.fingerprint == fingerprint(SAMPANG_LOANS)


def test_a_receipt_replays_under_the_practice_of_its_day() -> None:
    practice = settled("S-01", "B")
    receipt = through_json(examined(mikro(amount=5 * JUTA), law(practice=practice)).receipt("1.0"))
    assert receipt.verdict_in_use == "qualifies"
    assert replay(receipt, SAMPANG_LOANS).same


def test_a_receipt_keeps_the_settings_of_the_office() -> None:
    decision = DatedValue(date(2026, 1, 1), "annuity", OfficeDecision("rapat", "Kepala Dinas", "1/2026"))
    under = law(practice=Practice(settings=(("interest_method", decision),)))
    receipt = through_json(examined(usaha(), under).receipt("1.0"))
    assert receipt.settings[0][:3] == ("interest_method", "2026-01-01", "annuity")
    assert replay(receipt, SAMPANG_LOANS).same


def test_a_receipt_that_no_longer_comes_out_the_same_says_where() -> None:
    receipt = examined(usaha(collateral=(tanah(20 * JUTA),))).receipt("1.0")
    told = replace(receipt, outcomes={**receipt.outcomes, "IV.2.g": 2})
    again = replay(told, SAMPANG_LOANS)
    assert not again.same
    assert any("IV.2.g" in difference for difference in again.differences)


def test_a_receipt_from_other_rules_says_that_the_rules_changed() -> None:
    receipt = replace(examined(usaha()).receipt("1.0"), fingerprint="0" * 16)
    again = replay(receipt, SAMPANG_LOANS)
    assert again.rules_changed


def with_rules_changed(change: str) -> Regulation:
    rules = dict(SAMPANG_LOANS.rules_by_kind)
    first, *rest = rules["business"]
    rules["business"] = (
        (replace(first, condition=~first.condition), *rest) if change == "condition" else tuple(rest)
    )
    return replace(SAMPANG_LOANS, rules_by_kind=rules)


def with_default(name: str) -> Regulation:
    entry = SAMPANG_LOANS.interpretations[name]
    other = next(letter for letter in entry.computed or entry.letters if letter != entry.default)
    changed = {**SAMPANG_LOANS.interpretations, name: replace(entry, default=other)}
    return replace(SAMPANG_LOANS, interpretations=changed)


def with_value(key: str) -> Regulation:
    parameter = SAMPANG_LOANS.parameters[key]
    *earlier, last = parameter.history
    value = last.value + 1 if isinstance(last.value, int) else "annuity"
    changed = replace(parameter, history=(*earlier, replace(last, value=value)))
    return replace(SAMPANG_LOANS, parameters={**SAMPANG_LOANS.parameters, key: changed})


@pytest.mark.parametrize("change", ["condition", "fewer"])
def test_another_condition_or_list_of_rules_is_another_fingerprint(change: str) -> None:
    assert fingerprint(with_rules_changed(change)) != fingerprint(SAMPANG_LOANS)


@pytest.mark.parametrize("name", [name for name, entry in SAMPANG_LOANS.interpretations.items()])
def test_another_default_is_another_fingerprint(name: str) -> None:
    assert fingerprint(with_default(name)) != fingerprint(SAMPANG_LOANS)


@pytest.mark.parametrize("key", [key for key, entry in SAMPANG_LOANS.parameters.items() if entry.history])
def test_another_value_is_another_fingerprint(key: str) -> None:
    assert fingerprint(with_value(key)) != fingerprint(SAMPANG_LOANS)


def test_another_wording_is_the_same_fingerprint() -> None:
    rules = dict(SAMPANG_LOANS.rules_by_kind)
    first, *rest = rules["business"]
    rules["business"] = (replace(first, title="Judul lain", explanation="lain"), *rest)
    assert fingerprint(replace(SAMPANG_LOANS, rules_by_kind=rules)) == fingerprint(SAMPANG_LOANS)


def test_a_limit_that_changes_is_another_fingerprint() -> None:
    limits = dict(SAMPANG_LOANS.limits_by_kind)
    first, second = limits["business"]
    limits["business"] = (replace(first, amount=second.amount), second)
    assert fingerprint(replace(SAMPANG_LOANS, limits_by_kind=limits)) != fingerprint(SAMPANG_LOANS)


# ---- two assessments compared --------------------------------------------------------------------
def test_two_assessments_under_different_readings_tell_reading_result_and_amount() -> None:
    # 26.000.000 / 130 % = 20.000.000; with 36 months of interest (18 %) x 118 % less: 16.949.152.
    application = usaha(collateral=(tanah(26 * JUTA),))
    before = examined(application).receipt("1")
    after = examined(application, law(practice=settled("S-10", "B"))).receipt("1")
    told = changes(SAMPANG_LOANS, before, after)
    assert "Bacaan S-10: A → B" in told
    assert "Hasil: Bergantung tafsir → Tidak memenuhi" in told
    assert "Paling banyak: Rp20.000.000 → Rp16.949.152" in told
