"""For every computed reading a case by hand in which it decides."""

from dataclasses import dataclass
from datetime import date

import pytest

from domain.blitar.appointment import Appointment
from domain.blitar.candidate import Candidate
from domain.blitar.client import Client
from domain.blitar.kinds import (
    BusinessForm,
    CooperativeScale,
    DomicileProof,
    HealthIssuer,
    Operation,
    Statement,
    WorkTie,
)
from domain.blitar.law import BLITAR_MENTORING
from domain.regulation.assessment import Verdict
from tests.domain.blitar.builders import (
    JUTA,
    KOTA_BLITAR,
    assessed,
    calon,
    deciding,
    fasilitator,
    koperasi,
    law,
    mikro,
    pendamping,
    settled,
)

YES, NO, LATER = Verdict.QUALIFIES, Verdict.NOT_QUALIFIED, Verdict.INCOMPLETE
OPINION = Verdict.NEEDS_JUDGEMENT


@dataclass(frozen=True)
class Decided:
    """A case with its verdict under the default and under one other reading."""

    reading: str
    why: str
    subject: Candidate | Client | Appointment
    usual: Verdict
    other: Verdict


CASES = (
    Decided(
        "B-01 B",
        "koperasi of the regency that has not started",
        koperasi(operation=Operation.NOT_STARTED),
        NO,
        YES,
    ),
    Decided(
        "B-02 B", "koperasi of the province, seated here", koperasi(scale=CooperativeScale.PROVINCE), NO, YES
    ),
    Decided("B-03 B", "owner lives in Kota Blitar", mikro(owner_home=KOTA_BLITAR), NO, YES),
    Decided("B-05 B", "paused", koperasi(operation=Operation.PAUSED), NO, YES),
    # Founded in 2019: sales of three miliar are too much, capital of fifty juta is not.
    Decided("B-06 B", "old business, sales above the limit", mikro(annual_sales=3_000 * JUTA), NO, YES),
    Decided("B-07 B", "a CV", mikro(form=BusinessForm.PARTNERSHIP), OPINION, YES),
    Decided("B-09 B", "forty years and a half", calon(born_on=date(1985, 9, 1)), YES, NO),
    Decided(
        "B-11 B",
        "domicile letter ended",
        calon(proof=DomicileProof.LETTER, letter_valid_until=date(2026, 1, 1)),
        NO,
        YES,
    ),
    Decided("B-12 B", "letter of a Puskesmas", calon(issuer=HealthIssuer.HEALTH_CENTRE), NO, YES),
    Decided("B-14 B", "permanent worker", calon(work_tie=WorkTie.PERMANENT), NO, YES),
    Decided("B-14 C", "service contract", calon(work_tie=WorkTie.SERVICE), YES, NO),
    Decided("B-17 B", "said aloud only", calon(no_demand_for_civil_service=Statement.SPOKEN), YES, LATER),
    Decided("B-18 B", "never mentored", calon(mentored=False, involved=False), NO, YES),
    Decided("B-19 B", "mentored, but not involved", calon(involved=False), NO, YES),
    Decided("B-22 B", "mentor who is a civil servant", pendamping(civil_servant=True), NO, YES),
    Decided("B-23 B", "academic only", fasilitator(professional=False), YES, NO),
)


@pytest.mark.parametrize("subject", [calon(), koperasi(), mikro(), pendamping(), fasilitator()])
def test_the_starting_points_of_the_tests_qualify_under_every_reading(
    subject: Candidate | Client | Appointment,
) -> None:
    assert assessed(subject).verdict is YES
    assert deciding(subject) == {}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reading}: {case.why}")
def test_a_verdict_that_another_reading_changes_depends_on_that_reading(case: Decided) -> None:
    found = assessed(case.subject)
    assert found.verdict is Verdict.DEPENDS_ON_READING
    assert found.verdict_in_use is case.usual
    assert deciding(case.subject)[case.reading] is case.other


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reading}: {case.why}")
def test_a_settled_reading_decides_and_its_question_is_closed(case: Decided) -> None:
    name, letter = case.reading.split()
    found = assessed(case.subject, law(practice=settled(name, letter)))
    assert found.verdict_in_use is case.other
    assert name not in {other.interpretation.id for other in found.other_readings}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.reading}: {case.why}")
def test_settling_on_the_usual_reading_keeps_the_usual_verdict(case: Decided) -> None:
    name = case.reading.split()[0]
    usual = BLITAR_MENTORING.interpretations[name].default
    assert assessed(case.subject, law(practice=settled(name, usual))).verdict_in_use is case.usual


def test_every_computed_reading_has_its_case() -> None:
    every = {
        f"{name} {letter}"
        for name, entry in BLITAR_MENTORING.interpretations.items()
        for letter in entry.alternatives
    }
    assert {case.reading for case in CASES} == every
