"""A later instrument that is entered on screen becomes law from its day on, for the files that it reaches."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.law import VERSIONS as BLITAR_VERSIONS
from domain.blitar.programme import BLITAR
from domain.regulation.amending import every, version_with, versions_with
from domain.regulation.assessment import Verdict
from domain.regulation.basis import basis_of, by_filing, law_of_receipt, why_again
from domain.regulation.instrument_checks import changeable, endable, problems_of
from domain.regulation.interpretations import Settlement
from domain.regulation.later_instruments import (
    EndedRule,
    LaterInstrument,
    NewValue,
    Reach,
    keyed,
    named,
)
from domain.regulation.law_in_force import NO_PRACTICE, Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.receipts import fingerprint
from domain.regulation.sources import OfficeDecision
from domain.sampang.eligibility import examine
from domain.sampang.law import SAMPANG_LOANS, VERSIONS, law_on
from domain.sampang.programme import SAMPANG
from tests.domain.sampang.builders import JUTA, tanah, usaha
from tests.reported_ceilings import BEFORE, BEGINS, TODAY, TOLD


def entered(told=TOLD, **changes):
    told = replace(told, **changes)
    return LaterInstrument(keyed(told, "sampang"), named(told, "Sampang"), told, "Kepala")


def law(*later, day=TODAY):
    return law_on(day, Practice(instruments=later))


def asked(filed_on, *later, amount=120 * JUTA, day=TODAY):
    """The verdict of a business that asks 120 million against land worth 200 million."""
    told = usaha(amount=amount, collateral=(tanah(200 * JUTA),), filed_on=filed_on)
    return examine(told, law(*later, day=day)).assessment.verdict_in_use


@pytest.mark.parametrize(
    ("filed_on", "verdict"), [(BEFORE, Verdict.NOT_QUALIFIED), (BEGINS, Verdict.QUALIFIES)]
)
def test_a_file_of_120_million_qualifies_when_it_was_filed_since_the_day_of_the_new_ceiling(
    filed_on, verdict
):
    assert asked(filed_on) is Verdict.NOT_QUALIFIED
    assert asked(filed_on, entered()) is verdict


def test_an_instrument_that_reaches_every_open_file_counts_for_one_that_was_filed_before():
    assert asked(BEFORE, entered(reach=Reach.ALL_OPEN)) is Verdict.QUALIFIES
    assert asked(BEFORE, entered(reach=Reach.ALL_OPEN), day=BEFORE) is Verdict.NOT_QUALIFIED


def test_one_that_reaches_all_changes_also_the_text_that_an_earlier_one_spared():
    ratio = replace(
        TOLD,
        number="3",
        year=2024,
        enacted_on=date(2024, 1, 2),
        in_force_since=date(2024, 1, 2),
        reach=Reach.ALL_OPEN,
        values=(NewValue(key="collateral_ratio", value=200, place="Pasal I"),),
    )
    both = law(entered(), entered(ratio))
    old, new = both.as_filed(BEFORE), both.as_filed(BEGINS)
    assert [one.values["land_ceiling"] for one in (old, new)] == [100 * JUTA, 150 * JUTA]
    assert [one.values["collateral_ratio"] for one in (old, new)] == [200, 200]


def test_the_new_value_names_its_place_in_the_new_instrument():
    entry = law(entered()).parameters["land_ceiling"].entry_on(TODAY)
    assert (str(entry.source), entry.since) == ("Perbup Sampang 9/2022, Pasal I angka 4", BEGINS)


def test_a_rule_that_ends_is_asked_of_nobody_since():
    told = replace(TOLD, values=(), ends=(EndedRule(rule="IV.2.d", place="Pasal I angka 5"),))
    assert "IV.2.d" in {rule.id for rule in law(day=BEGINS).regulation.rules}
    assert "IV.2.d" not in {rule.id for rule in law(entered(told)).regulation.rules}


def test_instruments_stand_on_each_other_by_their_days_however_they_were_approved():
    early = entered(
        number="1",
        year=2018,
        enacted_on=date(2018, 1, 2),
        in_force_since=date(2018, 1, 2),
        values=(NewValue(key="land_ceiling", value=110 * JUTA, place="Pasal 1"),),
    )
    for order in ((early, entered()), (entered(), early)):
        found = versions_with(VERSIONS, order)
        assert [one.parameters["land_ceiling"].history[-1].value for one in found] == [
            100 * JUTA,
            110 * JUTA,
            150 * JUTA,
        ]


def test_a_version_of_a_release_takes_the_place_of_the_instrument_that_it_holds():
    later = entered()
    coded = versions_with(VERSIONS, (later,))[1]
    assert versions_with((*VERSIONS, coded), (later,)) == (*VERSIONS, coded)


# ---- what may not be ----------------------------------------------------------------------------
def problems(told=TOLD, *approved, today=TODAY, **changes):
    told = replace(told, **changes)
    found = problems_of(told, keyed(told, "sampang"), VERSIONS, approved, SAMPANG.kept_rules(), today)
    return [one.sentence for one in found]


def value(**changes):
    return (replace(TOLD.values[0], **changes),)


def test_what_the_press_reports_can_be_proposed():
    assert problems() == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"in_force_since": date(2015, 5, 4), "enacted_on": date(2015, 5, 4), "year": 2015}, "sesudahnya"),
        ({"in_force_since": date(2014, 5, 4), "enacted_on": date(2014, 5, 4), "year": 2014}, "sesudahnya"),
        ({"enacted_on": date(2022, 7, 2)}, "mendahului"),
        ({"year": 2021}, "Tahunnya 2021"),
        ({"values": ()}, "paling sedikit satu"),
        ({"values": value(key="nothing")}, "bukan angka"),
        ({"values": value(key="insurance_rate")}, "bukan angka"),
        ({"values": value(value=0)}, "tidak mungkin"),
        ({"values": value(value=10**13 + 1)}, "tidak mungkin"),
        ({"values": value(value=100 * JUTA)}, "tidak ada yang berubah"),
        ({"values": value(place=" ")}, "sebut tempatnya"),
        ({"values": value() * 2}, "dua kali"),
        (
            {"values": value(key="micro_sales", value=1), "in_force_since": date(2021, 2, 2)},
            "sudah punya nilai",
        ),
        ({"ends": (EndedRule(rule="IX.99", place="Pasal I"),)}, "tidak ada ketentuan"),
        ({"ends": (EndedRule(rule="IV.2.d", place=""),)}, "sebut tempatnya"),
        ({"ends": (EndedRule(rule="IV.2.d", place="Pasal I"),) * 2}, "dua kali"),
        ({"ends": (EndedRule(rule="VIII.5.g", place="Pasal I"),)}, "tidak dapat diakhiri"),
        ({"ends": (EndedRule(rule="VIII.1.b", place="Pasal I"),)}, "idak"),
    ],
)
def test_what_cannot_be_is_said_with_its_reason(changes, told):
    assert any(told in sentence for sentence in problems(**changes)), problems(**changes)


def test_it_cannot_be_enacted_in_the_future_though_it_may_begin_there():
    assert any("masa depan" in one for one in problems(today=date(2022, 6, 19)))
    assert problems(today=date(2022, 6, 20)) == []


def test_the_same_day_and_the_same_number_come_once():
    other = entered(number="10")
    assert any("hari yang sama" in one for one in problems(TOLD, other))
    assert any("sudah disetujui" in one for one in problems(TOLD, entered(), in_force_since=date(2022, 8, 1)))


def test_what_a_later_one_already_takes_out_is_not_taken_out_before_it():
    ends = (EndedRule(rule="IV.2.d", place="Pasal I"),)
    later = entered(number="3", year=2024, in_force_since=date(2024, 1, 2), values=(), ends=ends)
    assert any("mengubah hal yang sama" in one for one in problems(TOLD, later, ends=ends))


def test_only_numbers_of_the_law_are_offered():
    for regulation in (SAMPANG_LOANS, BLITAR_MENTORING):
        assert all(not one.office_setting for one in changeable(regulation).values())
    assert {"land_ceiling", "two_wheeler_year", "yearly_interest"} <= changeable(SAMPANG_LOANS).keys()
    assert {"age_limit", "micro_sales"} <= changeable(BLITAR_MENTORING).keys()


def test_the_thirteen_points_of_blitar_end_with_a_release_only():
    offered = endable(BLITAR_MENTORING, BLITAR.kept_rules())
    assert offered
    assert offered.keys().isdisjoint(f"7.{letter}" for letter in "abcdefghijklm")


def test_the_age_limit_of_blitar_can_change():
    told = replace(TOLD, values=(NewValue(key="age_limit", value=45, place="Pasal I"),))
    told = replace(told, enacted_on=date(2024, 5, 2), year=2024, in_force_since=date(2024, 5, 2))
    found = problems_of(told, "x", BLITAR_VERSIONS, (), BLITAR.kept_rules(), TODAY)
    assert found == ()
    later = LaterInstrument("x", "Perbup Blitar 9/2024", told)
    assert version_with(BLITAR_VERSIONS, (later,), TODAY).parameters["age_limit"].on(TODAY) == 45


# ---- by which law a verdict was found -------------------------------------------------------------
def test_two_days_with_the_same_law_have_the_same_mark():
    assert basis_of(law_on(TODAY, NO_PRACTICE)) == basis_of(law_on(TODAY + timedelta(days=400), NO_PRACTICE))


def test_a_dated_decision_changes_the_mark_on_its_day_and_not_before():
    setting = ("insurance_rate", DatedValue(TODAY, 7, OfficeDecision("polis", decided_by="Kepala")))
    reading = ("S-25", Settlement("A", TODAY, "Kepala", "SK 1"))
    for decided in (Practice(settings=(setting,)), Practice(settlements=(reading,))):
        day_before = TODAY - timedelta(days=1)
        assert basis_of(law_on(day_before, decided)) == basis_of(law_on(day_before, NO_PRACTICE))
        assert basis_of(law_on(TODAY, decided)) != basis_of(law_on(TODAY, NO_PRACTICE))


def test_a_spared_file_keeps_its_mark_and_one_filed_since_gets_another():
    (since, new), (_, old) = by_filing(law(entered()))
    assert since == BEGINS
    assert basis_of(old) == basis_of(law_on(TODAY, NO_PRACTICE))
    assert basis_of(new) != basis_of(old)
    assert by_filing(law()) == ((None, law()),)


def test_why_a_file_is_assessed_again_names_what_was_decided():
    receipt = examine(usaha(), law()).receipt("x")
    settled = law_on(TODAY, Practice(settlements=(("S-25", Settlement("A", TODAY, "K", "SK 1")),)))
    setting = ("insurance_rate", DatedValue(TODAY, 7, OfficeDecision("polis", decided_by="K")))
    assert why_again(None, law()) == "belum dinilai"
    assert why_again(receipt, settled) == "tafsir S-25 ditetapkan"
    assert "setelan" in why_again(receipt, law_on(TODAY, Practice(settings=(setting,))))
    assert why_again(receipt, law(entered())) == "Perbup Sampang 9/2022 berlaku"
    assert why_again(replace(receipt, fingerprint="0"), law()) == "ketentuan dalam program diperbarui"


def test_the_law_of_a_receipt_is_found_among_what_counts_for_some_file():
    known = every(versions_with(VERSIONS, (entered(),)))
    for filed_on in (BEFORE, BEGINS):
        found = examine(usaha(filed_on=filed_on), law(entered()))
        receipt = found.receipt("x")
        again = law_of_receipt(receipt, known)
        assert fingerprint(again.regulation) == receipt.fingerprint
        assert basis_of(again) == basis_of(found.assessment.law)
    assert law_of_receipt(replace(receipt, fingerprint="0"), known) is None
