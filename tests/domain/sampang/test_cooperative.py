"""Lampiran Romawi IV angka 1: the criteria for koperasi."""

from datetime import date

import pytest

from domain.regulation.assessment import Verdict
from domain.regulation.truth import MET, NOT_MET, UNKNOWN, Truth
from domain.sampang.case_of import longest_run, run_back_from
from domain.sampang.kinds import CooperativeGrade, CooperativeLevel, CreditHistory
from tests.domain.sampang.builders import assessed, deciding, koperasi, law, outcome, settled, verdict

PROGRAMME = CreditHistory.PROGRAMME


@pytest.mark.parametrize(
    ("rule", "changes", "expected"),
    [
        ("IV.1.a", {"level": CooperativeLevel.SECONDARY}, MET),
        ("IV.1.a", {"level": None}, UNKNOWN),
        ("IV.1.a", {"incorporated_on": None}, UNKNOWN),
        ("IV.1.a", {"filed_on": None}, UNKNOWN),
        ("IV.1.b", {"agency_legality": True}, MET),
        ("IV.1.b", {"agency_legality": False}, NOT_MET),
        ("IV.1.b", {"agency_legality": None}, UNKNOWN),
        # The five grades from the lowest up; "cukup" and better come first in the queue.
        ("IV.1.c", {"grade": CooperativeGrade.POOR}, NOT_MET),
        ("IV.1.c", {"grade": CooperativeGrade.LACKING}, NOT_MET),
        ("IV.1.c", {"grade": CooperativeGrade.FAIR}, MET),
        ("IV.1.c", {"grade": CooperativeGrade.QUALITY}, MET),
        ("IV.1.c", {"grade": CooperativeGrade.EXCELLENT}, MET),
        ("IV.1.c", {"grade": None}, UNKNOWN),
        ("IV.1.e", {"credit_history": CreditHistory.NONE}, MET),
        ("IV.1.e", {"credit_history": CreditHistory.ORDINARY}, MET),
        ("IV.1.e", {"credit_history": PROGRAMME, "judgements": {"credit_used_well": True}}, MET),
        ("IV.1.e", {"credit_history": PROGRAMME, "judgements": {"credit_used_well": False}}, NOT_MET),
        ("IV.1.e", {"credit_history": PROGRAMME}, UNKNOWN),
        ("IV.1.f", {"board_size": 5, "board_signatures": 4}, NOT_MET),
        ("IV.1.f", {"board_size": 5, "board_signatures": 5}, MET),
        ("IV.1.f", {"board_size": 5, "board_signatures": 6}, MET),
        ("IV.1.f", {"board_size": 5, "board_signatures": None}, UNKNOWN),
        ("IV.1.f", {"board_size": None, "board_signatures": 5}, UNKNOWN),
        ("IV.1.g", {}, MET),
        ("IV.1.g", {"filed_on": None}, UNKNOWN),
        ("IV.1.h", {"judgements": {"selected": True}}, MET),
        ("IV.1.h", {"judgements": {"selected": False}}, NOT_MET),
        ("IV.1.h", {"judgements": {"selected": None}}, UNKNOWN),
        ("IV.1.j", {"functional": False}, MET),
        ("IV.1.j", {"functional": True, "secondary_recommendation": True}, MET),
        ("IV.1.j", {"functional": True, "secondary_recommendation": False}, NOT_MET),
        ("IV.1.j", {"functional": True, "secondary_recommendation": None}, UNKNOWN),
        ("IV.1.j", {"functional": None, "secondary_recommendation": False}, UNKNOWN),
        ("IV.1.j", {"functional": None, "secondary_recommendation": True}, MET),
        ("IV.1.l", {"senkuko": True}, MET),
        ("IV.1.l", {"senkuko": False}, NOT_MET),
        ("IV.1.l", {"senkuko": None}, UNKNOWN),
    ],
)
def test_a_criterion_for_koperasi_is_met_not_met_or_not_known(
    rule: str, changes: dict[str, object], expected: Truth
) -> None:
    assert outcome(koperasi(**changes), rule) is expected


@pytest.mark.parametrize(
    ("incorporated", "filed", "expected"),
    [
        (date(2024, 3, 1), date(2026, 3, 2), MET),
        (date(2024, 3, 2), date(2026, 3, 2), MET),
        (date(2024, 3, 3), date(2026, 3, 2), NOT_MET),
        # Two years from 29 February are complete on 1 March.
        (date(2024, 2, 29), date(2026, 2, 28), NOT_MET),
        (date(2024, 2, 29), date(2026, 3, 1), MET),
        (date(2024, 4, 2), date(2026, 3, 2), NOT_MET),
        (date(2026, 3, 2), date(2026, 3, 2), NOT_MET),
    ],
)
def test_two_years_as_a_legal_entity_are_counted_by_the_calendar_to_the_proposal(
    incorporated: date, filed: date, expected: Truth
) -> None:
    application = koperasi(incorporated_on=incorporated, filed_on=filed)
    assert outcome(application, "IV.1.a") is expected


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ((2024, 2025), MET),
        ((2023, 2024, 2025), MET),
        ((2025, 2024), MET),
        ((2025,), UNKNOWN),
        ((2023, 2024), UNKNOWN),
        ((2023, 2025), UNKNOWN),
        ((), UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_two_annual_meetings_in_a_row_up_to_the_last_closed_book_year(
    held: tuple[int, ...] | None, expected: Truth
) -> None:
    # Filed on 2 March 2026, so the last closed book year is 2025.
    assert outcome(koperasi(annual_meeting_years=held), "IV.1.d") is expected


def test_missing_annual_meetings_are_not_yet_met_and_never_a_refusal() -> None:
    # S-26: the meetings may still be held before the loan is paid out.
    found = assessed(koperasi(annual_meeting_years=()))
    assert found.verdict_in_use is Verdict.INCOMPLETE
    assert Verdict.NOT_QUALIFIED not in deciding(koperasi(annual_meeting_years=())).values()


def test_a_koperasi_without_any_annual_meeting_is_incomplete_under_every_reading() -> None:
    assert verdict(koperasi(annual_meeting_years=())) is Verdict.INCOMPLETE


@pytest.mark.parametrize(
    ("year", "held", "count"),
    [
        (2025, (2024, 2025), 2),
        (2025, (2022, 2024), 0),
        (2025, (2025,), 1),
        (2025, None, None),
        (None, (2025,), None),
    ],
)
def test_meetings_are_counted_back_from_the_last_closed_year(
    year: int | None, held: tuple[int, ...] | None, count: int | None
) -> None:
    assert run_back_from(year, held) == count


@pytest.mark.parametrize(
    ("held", "count"),
    [((2019, 2020, 2023), 2), ((2019, 2021), 1), ((), 0), (None, None), ((2023, 2022, 2021), 3)],
)
def test_the_longest_row_of_meetings_may_lie_anywhere(
    held: tuple[int, ...] | None, count: int | None
) -> None:
    assert longest_run(held) == count


@pytest.mark.parametrize("rule", ["IV.1.c", "IV.1.e", "IV.1.l"])
def test_a_priority_of_koperasi_never_enters_the_verdict(rule: str) -> None:
    application = koperasi(
        grade=CooperativeGrade.POOR,
        credit_history=PROGRAMME,
        senkuko=False,
        judgements={"credit_used_well": False},
    )
    finding = assessed(application).finding(rule)
    assert finding.truth is NOT_MET
    assert not finding.decides
    assert verdict(application) is Verdict.QUALIFIES


@pytest.mark.parametrize(("signed", "expected"), [(2, NOT_MET), (3, MET)])
def test_a_quorum_is_more_than_half_of_the_board_of_five(signed: int, expected: Truth) -> None:
    under = law(practice=settled("S-37", "B"))
    assert outcome(koperasi(board_signatures=signed), "IV.1.f", under) is expected


@pytest.mark.parametrize(("signed", "expected"), [(2, NOT_MET), (3, MET)])
def test_half_of_a_board_of_four_is_no_quorum(signed: int, expected: Truth) -> None:
    under = law(practice=settled("S-37", "B"))
    assert outcome(koperasi(board_size=4, board_signatures=signed), "IV.1.f", under) is expected


def test_a_koperasi_is_not_asked_for_arrears_or_a_lease() -> None:
    ids = {finding.rule.id for finding in assessed(koperasi()).findings}
    assert not {"IV.2.d", "IV.2.f", "VIII.1.b/minimal"} & ids
