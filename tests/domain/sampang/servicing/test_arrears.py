"""What is behind, since when, and of which class a loan was on which day; all days and amounts by hand."""

from datetime import date

import pytest

from domain.regulation.law_in_force import NO_PRACTICE, LawInForce, Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import OfficeDecision
from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.fund.repayment import laid_on
from domain.sampang.law import law_on
from domain.sampang.loan import Row
from domain.sampang.parameters import DOUBTFUL_UP_TO, SUBSTANDARD_UP_TO
from domain.sampang.servicing.arrears import NO_ARREARS, Arrears, arrears_on
from domain.sampang.servicing.quality import ClassLimits, ClassSpell, Quality, class_history, class_limits

# Paid out on 31 January: due on 28 February, 31 March and 30 April; Rp100.000 and Rp5.000 interest each.
LENT = date(2026, 1, 31)
DUE = (date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30))
ROWS = tuple(Row(number, on, 100_000, 5_000, 0, False) for number, on in enumerate(DUE, 1))


def arrears(paid: int, day: date) -> Arrears:
    return arrears_on(laid_on(ROWS, paid), LENT.day, day)


@pytest.mark.parametrize(
    ("paid", "day", "since", "days", "months", "instalments"),
    [
        (0, date(2026, 3, 1), DUE[0], 1, 1, 1),
        (0, date(2026, 3, 31), DUE[0], 31, 1, 1),
        (0, date(2026, 4, 1), DUE[0], 32, 2, 2),
        (104_999, date(2026, 4, 1), DUE[0], 32, 2, 2),  # a part payment does not set the clock back
        (105_000, date(2026, 4, 1), DUE[1], 1, 1, 1),
        (0, date(2026, 4, 30), DUE[0], 61, 2, 2),
        (0, date(2026, 5, 1), DUE[0], 62, 3, 3),
        (0, date(2026, 5, 31), DUE[0], 92, 3, 3),
        (0, date(2026, 6, 1), DUE[0], 93, 4, 3),  # goes on monthly after the last due day
        (210_000, date(2026, 5, 1), DUE[2], 1, 1, 1),
        (314_999, date(2026, 7, 1), DUE[2], 62, 3, 1),
    ],
)
def test_a_loan_is_behind_since_its_oldest_unpaid_due_day(
    paid: int, day: date, since: date, days: int, months: int, instalments: int
) -> None:
    found = arrears(paid, day)
    assert (found.since, found.days, found.months, found.instalments) == (since, days, months, instalments)


@pytest.mark.parametrize(
    ("paid", "day"), [(0, DUE[0]), (105_000, DUE[1]), (315_000, date(2030, 1, 1)), (110_000, DUE[1])]
)
def test_on_its_due_day_an_instalment_is_not_behind_yet(paid: int, day: date) -> None:
    assert arrears(paid, day) == NO_ARREARS


def test_what_is_behind_is_told_by_interest_and_principal() -> None:
    found = arrears(3_000, date(2026, 4, 1))
    assert (found.interest, found.principal, found.amount) == (7_000, 200_000, 207_000)


@pytest.mark.parametrize(
    ("months", "quality"),
    [
        (0, Quality.CURRENT),
        (1, Quality.SUBSTANDARD),
        (3, Quality.SUBSTANDARD),
        (4, Quality.DOUBTFUL),
        (6, Quality.DOUBTFUL),
        (7, Quality.LOSS),
        (60, Quality.LOSS),
    ],
)
def test_without_a_decision_the_classes_end_after_three_and_six_months(months: int, quality: Quality) -> None:
    assert class_limits(law_on(date(2026, 3, 2), NO_PRACTICE)).of(months) is quality


def decided(substandard: int, doubtful: int, since: date = date(2026, 5, 15)) -> LawInForce:
    why = OfficeDecision("SK contoh")
    return law_on(
        date(2026, 12, 31),
        Practice(
            settings=(
                (SUBSTANDARD_UP_TO.key, DatedValue(since, substandard, why)),
                (DOUBTFUL_UP_TO.key, DatedValue(since, doubtful, why)),
            )
        ),
    )


def test_the_office_s_own_months_count_from_their_day() -> None:
    rules = decided(1, 2)
    assert class_limits(rules, date(2026, 5, 14)) == ClassLimits(3, 6)
    assert class_limits(rules, date(2026, 5, 15)) == ClassLimits(1, 2)


def history(
    *received: tuple[date, int], rules: LawInForce | None = None
) -> list[tuple[str, date, date | None]]:
    course = Course(300_000, LENT, ROWS, tuple(Received(on, amount, 0) for on, amount in received))
    found: tuple[ClassSpell, ...] = class_history(
        course, rules or law_on(date(2026, 12, 31), NO_PRACTICE), date(2026, 12, 31)
    )
    return [(one.quality.value, one.since, one.until) for one in found]


def test_a_loan_that_nobody_pays_goes_through_every_class() -> None:
    assert history() == [
        ("current", LENT, date(2026, 2, 28)),
        ("substandard", date(2026, 3, 1), date(2026, 5, 31)),
        ("doubtful", date(2026, 6, 1), date(2026, 8, 31)),
        ("loss", date(2026, 9, 1), None),
    ]


def test_a_payment_ends_a_class_on_its_day_and_its_taking_back_opens_one_on_its_own() -> None:
    april, july = date(2026, 4, 10), date(2026, 7, 10)
    assert history((april, 315_000), (july, -315_000)) == [
        ("current", LENT, date(2026, 2, 28)),
        ("substandard", date(2026, 3, 1), date(2026, 4, 9)),
        ("current", april, date(2026, 7, 9)),
        ("doubtful", july, date(2026, 8, 31)),
        ("loss", date(2026, 9, 1), None),
    ]


def test_a_new_limit_of_the_office_moves_a_loan_on_the_day_on_which_it_counts() -> None:
    # On 15 May the loan is three months behind: kurang lancar until then, with limits of one and two macet.
    assert history(rules=decided(1, 2)) == [
        ("current", LENT, date(2026, 2, 28)),
        ("substandard", date(2026, 3, 1), date(2026, 5, 14)),
        ("loss", date(2026, 5, 15), None),
    ]
