"""The next version of a regulation, added by the steps of docs/contributing.md and nothing else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import Citation, Instrument, OfficeDecision
from domain.regulation.truth import MET, NOT_MET
from domain.regulation.versions import amended, version_on
from domain.sampang import facts as fact
from domain.sampang.kinds import ApplicantKind
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.parameters import PRIMARY_COOP_CEILING
from tests.domain.sampang.builders import assessed, koperasi, most, tanah, usaha

BEGINS = date(2027, 7, 1)
DAY_BEFORE = BEGINS - timedelta(days=1)
PERBUP_7_2027 = Instrument(
    key="perbup-sampang-7-2027",
    name="Perbup Sampang 7/2027",
    title="Perubahan atas Peraturan Bupati Sampang Nomor 20 Tahun 2015",
    in_force_since=BEGINS,
)
CEILING = DatedValue(BEGINS, 200_000_000, Citation(PERBUP_7_2027, "Pasal 4", "Ps 4"))
OLD_RULE = next(rule for rule in SAMPANG_LOANS.rules if rule.id == "IV.2.d")
NEW_RULE = replace(
    OLD_RULE,
    citations=(Citation(PERBUP_7_2027, "Pasal 5", "Ps 5"),),
    condition=fact.SELECTED,  # the new text asks for the selection alone
)
SINCE_JULY = amended(
    SAMPANG_LOANS,
    PERBUP_7_2027,
    values={PRIMARY_COOP_CEILING.key: CEILING},
    rules={"IV.2.d": NEW_RULE, "IV.2.f": None},
)
VERSIONS = (SAMPANG_LOANS, SINCE_JULY)


def law(day):
    return LawInForce(version_on(VERSIONS, day), day)


@pytest.mark.parametrize(("day", "ceiling"), [(DAY_BEFORE, 150_000_000), (BEGINS, 200_000_000)])
def test_a_new_number_counts_from_its_day_on(day, ceiling):
    asked = koperasi(collateral=(tanah(1_300_000_000),), amount=300_000_000)
    assert most(asked, law(day)).amount == ceiling


@pytest.mark.parametrize(("day", "truth", "place"), [(DAY_BEFORE, NOT_MET, "IV.2.d"), (BEGINS, MET, "Ps 5")])
def test_a_rule_that_was_worded_anew_decides_from_its_day_on(day, truth, place):
    in_arrears = usaha(owner_arrears=True)
    finding = assessed(in_arrears, law(day)).finding("IV.2.d")
    assert (finding.truth, finding.rule.place) == (truth, place)


def test_a_rule_that_was_taken_out_no_longer_stands_in_the_list():
    ids = {rule.id for rule in law(BEGINS).regulation.rules_by_kind[ApplicantKind.BUSINESS]}
    assert "IV.2.f" not in ids
    assert "IV.2.f" in {rule.id for rule in law(DAY_BEFORE).regulation.rules}


def test_what_the_instrument_does_not_name_stays():
    changed = {PRIMARY_COOP_CEILING.key}
    before, after = law(DAY_BEFORE).values, law(BEGINS).values
    assert {key for key in before if before[key] != after[key]} == changed
    assert SINCE_JULY.instruments[0] is PERBUP_7_2027
    assert SAMPANG_LOANS.instrument in SINCE_JULY.instruments


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"values": {"no_such_number": CEILING}}, "no such parameter"),
        ({"rules": {"IV.99": None}}, "no such rule"),
        ({"values": {PRIMARY_COOP_CEILING.key: replace(CEILING, since=DAY_BEFORE)}}, "another day"),
        (
            {"values": {PRIMARY_COOP_CEILING.key: replace(CEILING, source=OfficeDecision("x"))}},
            "name the place",
        ),
    ],
)
def test_an_amendment_that_cannot_be_is_refused(told, sentence):
    with pytest.raises(ValueError, match=sentence):
        amended(SAMPANG_LOANS, PERBUP_7_2027, **told)
