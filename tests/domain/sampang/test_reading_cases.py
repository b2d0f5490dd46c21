"""For every computed reading a case by hand in which it decides."""

from dataclasses import dataclass
from datetime import date

import pytest

from domain.regulation.assessment import Verdict
from domain.regulation.truth import MET, NOT_MET
from domain.sampang.application import LoanApplication
from domain.sampang.kinds import (
    CooperativeGrade,
    CreditHistory,
    LetterOrigin,
    MaritalStatus,
    Plate,
    Premises,
    PriceLetter,
    Purpose,
)
from domain.sampang.law import SAMPANG_LOANS
from tests.domain.sampang.builders import (
    JUTA,
    assessed,
    barang,
    deciding,
    koperasi,
    law,
    lkm,
    mikro,
    mobil,
    sentra,
    settled,
    tanah,
    usaha,
    verdict,
)

YES, NO = Verdict.QUALIFIES, Verdict.NOT_QUALIFIED
LATER, OPINION = Verdict.INCOMPLETE, Verdict.NEEDS_JUDGEMENT


@dataclass(frozen=True)
class Decided:
    """A case with its verdict under the default and under one other reading."""

    reading: str
    why: str
    application: LoanApplication
    usual: Verdict
    other: Verdict


# The day before Perbup 20/2015 came into force, of a business that was long active.
_EARLIER = {"filed_on": date(2015, 5, 3), "founded_on": date(2010, 1, 1), "active_since": date(2010, 1, 1)}
_RENEWAL = {
    "borrowed_before": True,
    "settled_early_to_renew": True,
    "judgements": {"repeat_standing": True},
}
CASES = (
    Decided("S-01 B", "five million exactly, no licence", mikro(amount=5 * JUTA), NO, YES),
    Decided("S-02 B", "micro asks six million", mikro(amount=6 * JUTA, has_licence=True), NO, YES),
    Decided("S-03 B", "micro at five million without a licence", mikro(amount=5 * JUTA), NO, YES),
    Decided("S-04 B", "letter silent on capital", mikro(letter_states_small_capital=False), NO, YES),
    Decided("S-04 C", "letter of the home village", mikro(letter_origin=LetterOrigin.HOME_VILLAGE), NO, YES),
    Decided("S-05 A", "four million on land", usaha(amount=4 * JUTA), NO, YES),
    # Land of 26 juta covers 20; D gives 20 + 30 = 50, A gives 100, C gives 30.
    Decided(
        "S-06 A",
        "sixty million on land and car",
        usaha(amount=60 * JUTA, collateral=(tanah(26 * JUTA), mobil(130 * JUTA))),
        NO,
        YES,
    ),
    Decided(
        "S-06 B",
        "more than a certificate allows",
        usaha(amount=110 * JUTA, collateral=(tanah(), mobil())),
        NO,
        YES,
    ),
    Decided(
        "S-06 C",
        "forty million on land and car",
        usaha(amount=40 * JUTA, collateral=(tanah(26 * JUTA), mobil(130 * JUTA))),
        YES,
        NO,
    ),
    Decided(
        "S-07 B",
        "koperasi above the ceiling of a certificate",
        koperasi(amount=120 * JUTA, collateral=(tanah(156 * JUTA),)),
        YES,
        NO,
    ),
    Decided("S-08 A", "amount not reviewed yet", usaha(judgements={"amount_reviewed": None}), OPINION, YES),
    # 20 juta for 36 months bears 3,6 juta: 130 % of 23,6 juta is 30,68 juta.
    Decided("S-10 B", "collateral covers the principal only", usaha(collateral=(tanah(26 * JUTA),)), YES, NO),
    Decided("S-12 B", "micro with a little collateral", mikro(collateral=(tanah(JUTA),)), NO, YES),
    Decided("S-12 C", "micro with none", mikro(collateral=()), NO, YES),
    Decided("S-13 B", "goods alone", usaha(collateral=(barang(26 * JUTA * 2),)), NO, YES),
    Decided(
        "S-16 B",
        "own land without a price letter",
        usaha(collateral=(tanah(price_letter=PriceLetter.NONE),)),
        NO,
        YES,
    ),
    Decided(
        "S-17 B",
        "price letter of the village head",
        usaha(collateral=(tanah(price_letter=PriceLetter.VILLAGE_HEAD),)),
        OPINION,
        YES,
    ),
    Decided("S-18 B", "three wheels", usaha(collateral=(mobil(wheels=3),)), OPINION, YES),
    Decided(
        "S-19 B", "car of 2004, assessed", usaha(collateral=(mobil(year=2004, title_year=2004),)), NO, YES
    ),
    Decided(
        "S-20 B",
        "car of 2004 with a title of 2005",
        usaha(collateral=(mobil(year=2004, title_year=2005),)),
        NO,
        YES,
    ),
    Decided(
        "S-21 B",
        "somebody else's car with a plate from elsewhere",
        usaha(
            collateral=(
                mobil(plate=Plate.OTHER, owned_by_applicant=False, power_of_attorney=True, sale_receipt=True),
            )
        ),
        NO,
        YES,
    ),
    Decided(
        "S-22 B",
        "functional koperasi without collateral",
        koperasi(functional=True, secondary_recommendation=True, collateral=()),
        YES,
        NO,
    ),
    Decided("S-23 B", "a day short of two years", koperasi(incorporated_on=date(2024, 3, 3)), NO, LATER),
    # Sales of one miliar are micro by PP 7/2021, small by UU 20/2008.
    Decided("S-25 A", "micro by one law, small by the other", usaha(annual_sales=1_000 * JUTA), NO, YES),
    # Founded in 2023: by its capital small, by its sales micro; under A small or medium, but not micro.
    Decided(
        "S-25 C",
        "newer firm with much capital and few sales",
        usaha(founded_on=date(2023, 1, 1), net_assets=2_000 * JUTA, annual_sales=1_000 * JUTA),
        YES,
        NO,
    ),
    Decided(
        "S-26 B", "two meetings in a row long ago", koperasi(annual_meeting_years=(2021, 2022)), LATER, YES
    ),
    Decided(
        "S-29 B",
        "programme credit, used well",
        usaha(credit_history=CreditHistory.PROGRAMME, judgements={"credit_used_well": True}),
        YES,
        NO,
    ),
    Decided(
        "S-30 B",
        "ordinary credit, used badly",
        usaha(credit_history=CreditHistory.ORDINARY, judgements={"credit_used_well": False}),
        YES,
        NO,
    ),
    Decided(
        "S-32 B",
        "the wife is in arrears",
        usaha(marital_status=MaritalStatus.MARRIED, spouse_arrears=True),
        YES,
        NO,
    ),
    Decided(
        "S-33 B",
        "three years of lease, partly gone",
        usaha(
            premises=Premises.RENTED,
            lease_from=date(2025, 1, 1),
            lease_until=date(2027, 12, 31),
            term_months=12,
        ),
        YES,
        NO,
    ),
    Decided(
        "S-33 C",
        "a short lease that outlasts a short loan",
        usaha(
            premises=Premises.RENTED,
            lease_from=date(2026, 1, 1),
            lease_until=date(2027, 12, 31),
            term_months=12,
        ),
        NO,
        YES,
    ),
    Decided("S-37 B", "three of five board members sign", koperasi(board_signatures=3), NO, YES),
    Decided("S-39 B", "eighteen months", usaha(term_months=18), OPINION, YES),
    Decided(
        "S-45 B",
        "the loan had run a year, the wait is five months",
        usaha(settled_on=date(2025, 10, 2), months_run=12, **_RENEWAL),
        NO,
        YES,
    ),
    Decided(
        "S-47 B",
        "the next loan is larger than the last",
        usaha(
            borrowed_before=True,
            settled_on=date(2020, 1, 15),
            settled_early_to_renew=False,
            last_amount=10 * JUTA,
            judgements={"repeat_standing": True},
        ),
        YES,
        NO,
    ),
    Decided("S-48 B", "partly for a machine", usaha(purpose=Purpose.MIXED), OPINION, YES),
    Decided(
        "S-49 B",
        "exempt micro without copies of licences",
        mikro(papers={"business_legality_copies": False}),
        YES,
        LATER,
    ),
    Decided("S-59 B", "filed the day before the Perbup counted", usaha(**_EARLIER), OPINION, YES),
    Decided("S-62 B", "surroundings that do not support", usaha(judgements={"surroundings": False}), NO, YES),
)


@pytest.mark.parametrize("application", [koperasi(), usaha(), mikro(), lkm(), sentra()])
def test_the_starting_points_of_the_tests_qualify_under_every_reading(application: LoanApplication) -> None:
    assert verdict(application) is Verdict.QUALIFIES
    assert deciding(application) == {}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reading}: {case.why}")
def test_a_verdict_that_another_reading_changes_depends_on_that_reading(case: Decided) -> None:
    found = assessed(case.application)
    assert found.verdict is Verdict.DEPENDS_ON_READING
    assert found.verdict_in_use is case.usual
    assert deciding(case.application)[case.reading] is case.other


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reading}: {case.why}")
def test_a_settled_reading_decides_and_its_question_is_closed(case: Decided) -> None:
    name, letter = case.reading.split()
    found = assessed(case.application, law(practice=settled(name, letter)))
    assert found.verdict_in_use is case.other
    assert name not in {other.interpretation.id for other in found.other_readings}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reading}: {case.why}")
def test_settling_on_the_usual_reading_keeps_the_usual_verdict(case: Decided) -> None:
    name = case.reading.split()[0]
    usual = SAMPANG_LOANS.interpretations[name].default
    found = assessed(case.application, law(practice=settled(name, usual)))
    assert found.verdict_in_use is case.usual
    assert name not in {other.interpretation.id for other in found.other_readings}


def test_s_27_changes_a_priority_and_never_a_verdict() -> None:
    found = assessed(koperasi(grade=CooperativeGrade.QUALITY))
    (other,) = [entry for entry in found.other_readings if entry.interpretation.id == "S-27"]
    assert (other.letter, [(rule.id, truth) for rule, truth in other.changes]) == ("B", [("IV.1.c", NOT_MET)])
    assert found.finding("IV.1.c").truth is MET
    assert found.verdict is Verdict.QUALIFIES


def test_every_computed_reading_has_its_case() -> None:
    every = {
        f"{name} {letter}"
        for name, entry in SAMPANG_LOANS.interpretations.items()
        for letter in entry.alternatives
    }
    # S-27 ranks only; S-63 is worked out when a thing is swapped (test_swapping); S-67 decides together
    # with S-59 (test_readings_together).
    assert {case.reading for case in CASES} | {"S-27 B", "S-63 B", "S-67 B"} == every
