"""The order in which the Pokjanis looks at its candidates, and the reasons that are shown."""

from datetime import date
from typing import Any

import pytest

from domain.regulation.assessment import Verdict
from domain.sampang.application import LoanApplication
from domain.sampang.kinds import CooperativeGrade, CreditHistory
from domain.sampang.origination.conditions import examined_as
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.queue import Candidate, in_order, left_after, promised_in, proposal_for
from domain.sampang.origination.records import DecisionKind
from domain.sampang.origination.stages import Stage
from tests.domain.sampang.builders import FILED, JUTA, koperasi, law, usaha
from tests.domain.sampang.origination.made_up import MET_ON, SURVEY, decision, loan_file

EARLY, LATE = date(2026, 2, 2), date(2026, 3, 3)
NEW, UNKNOWN, REPEAT = False, None, True
PLAIN: dict[str, Any] = {"grade": CooperativeGrade.LACKING, "credit_history": CreditHistory.PROGRAMME}
PLAIN |= {"judgements": {"credit_used_well": False}, "senkuko": False}


def candidate(
    application: LoanApplication, name: str = "", filed_on: date = EARLY, number: int = 1
) -> Candidate:
    """A surveyed file before the Pokjanis."""
    return Candidate(
        application_id=number,
        number=f"DB-{number}",
        name=name,
        stage=Stage.SURVEYED,
        filed_on=filed_on,
        amount=20 * JUTA,
        term_months=36,
        asked=application.amount,
        has_survey=True,
        found=examined_as(decision(), loan_file(application), law()),
    )


def test_new_applicants_come_first_then_priorities_then_the_day_of_filing() -> None:
    # VIII.5.g before IV.1.c, e, l before the day of filing before the number.
    table = [
        ("new, with a priority, early", koperasi(), EARLY, 30),
        ("new, with a priority, late", koperasi(), LATE, 1),
        ("new, plain, early", koperasi(**PLAIN), EARLY, 4),
        ("new, plain, early, next number", usaha(), EARLY, 5),
        ("new, plain, late", usaha(), LATE, 2),
        ("unknown, with a priority", koperasi(borrowed_before=UNKNOWN), LATE, 6),
        ("unknown, plain", usaha(borrowed_before=UNKNOWN), EARLY, 7),
        ("repeat, with a priority", koperasi(borrowed_before=REPEAT), LATE, 8),
        ("repeat, plain, early", usaha(borrowed_before=REPEAT), EARLY, 9),
        ("repeat, plain, late", usaha(borrowed_before=REPEAT), LATE, 10),
    ]
    files = [candidate(application, name, day, number) for name, application, day, number in table]
    expected = [row[0] for row in table]
    for shuffled in (files, files[::-1], files[1::2] + files[::2]):
        assert [one.name for one in in_order(shuffled)] == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"grade": CooperativeGrade.FAIR}, ["IV.1.c"]),
        ({"grade": CooperativeGrade.EXCELLENT}, ["IV.1.c"]),
        ({"credit_history": CreditHistory.NONE}, ["IV.1.e"]),
        ({"judgements": {"credit_used_well": True}}, ["IV.1.e"]),
        ({"senkuko": True}, ["IV.1.l"]),
        ({"grade": CooperativeGrade.FAIR, "senkuko": True}, ["IV.1.c", "IV.1.l"]),
        ({"grade": None, "senkuko": None}, []),
        ({}, []),
    ],
)
def test_each_priority_of_a_koperasi_is_shown_with_its_place(
    changes: dict[str, Any], expected: list[str]
) -> None:
    found = candidate(koperasi(**{**PLAIN, **changes}))
    assert [place.short for _, place in found.why_here] == ["VIII.5.g", *expected]


def test_one_priority_weighs_as_much_as_three() -> None:
    all_three = candidate(koperasi(senkuko=True), "three", LATE, 1)
    only_one = candidate(koperasi(**{**PLAIN, "senkuko": True}), "one", EARLY, 2)
    assert [len(one.priorities) for one in (all_three, only_one)] == [3, 1]
    assert [one.name for one in in_order([all_three, only_one])] == ["one", "three"]


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (NEW, "pemohon baru"),
        (UNKNOWN, "belum diketahui pernah meminjam atau belum"),
        (REPEAT, "pernah meminjam"),
    ],
)
def test_the_reason_says_whether_the_applicant_borrowed_before(before: bool | None, words: str) -> None:
    assert candidate(usaha(borrowed_before=before)).why_here[0][0] == words


def test_a_candidate_is_judged_as_if_it_were_approved_at_the_amount_at_hand() -> None:
    unselected = usaha(judgements={"selected": None, "amount_reviewed": None})
    assert candidate(unselected).verdict is Verdict.QUALIFIES
    assert candidate(usaha(on_red_list=True)).verdict is Verdict.NOT_QUALIFIED


def test_the_survey_proposes_amount_and_tenor_and_before_it_what_was_asked() -> None:
    asked = usaha(amount=35 * JUTA, term_months=24)
    surveyed = proposal_for(LoanFile(application=asked, stage=Stage.SURVEYED, survey=SURVEY), MET_ON)
    assert (surveyed.amount, surveyed.term_months, surveyed.on) == (20 * JUTA, 36, MET_ON)
    unseen = proposal_for(LoanFile(application=asked, stage=Stage.CHECKED), FILED)
    assert (unseen.amount, unseen.term_months) == (35 * JUTA, 24)


@pytest.mark.parametrize(
    ("free", "amounts", "left"),
    [(100, [], 100), (100, [60, 40], 0), (100, [60, 41], -1), (-5, [10], -15)],
)
def test_what_is_left_goes_below_nothing_where_the_fund_is_too_small(
    free: int, amounts: list[int], left: int
) -> None:
    assert left_after(free, amounts) == left


def test_a_meeting_promises_what_it_approves_and_nothing_else() -> None:
    kinds = (DecisionKind.APPROVE, DecisionKind.REFUSE, DecisionKind.POSTPONE, DecisionKind.APPROVE)
    decided = [decision(kind=kind, amount=amount) for kind, amount in zip(kinds, (7, 20, 30, 5), strict=True)]
    assert promised_in(decided) == 12
