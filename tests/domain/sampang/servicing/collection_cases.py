"""One small loan for the tests of collecting, with days and amounts that anybody can check by hand."""

from datetime import date

from domain.regulation.law_in_force import NO_PRACTICE, LawInForce
from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.law import law_on
from domain.sampang.loan import Row
from domain.sampang.servicing.collecting import NOTHING_DONE, Collected, Letter, LetterKind
from domain.sampang.servicing.next_step import Outlook, outlook

# Twelve instalments of Rp100.000 and Rp5.000 interest, paid out on 29 January 2026.
LENT = date(2026, 1, 29)
DUE = (
    date(2026, 2, 28), date(2026, 3, 29), date(2026, 4, 29), date(2026, 5, 29), date(2026, 6, 29),
    date(2026, 7, 29), date(2026, 8, 29), date(2026, 9, 29), date(2026, 10, 29), date(2026, 11, 29),
    date(2026, 12, 29), date(2027, 1, 29),
)  # fmt: skip
EACH = 105_000
ROWS = tuple(
    Row(number, on, 100_000, 5_000, 1_200_000 - 100_000 * number, False) for number, on in enumerate(DUE, 1)
)
FIRST, SECOND, THIRD = LetterKind.WARNING_1, LetterKind.WARNING_2, LetterKind.WARNING_3
MINUTES, STATEMENT = LetterKind.DEFAULT_MINUTES, LetterKind.DEFAULT_STATEMENT


def course(*received: tuple[date, int]) -> Course:
    """The loan with what came in, day by day."""
    return Course(1_200_000, LENT, ROWS, tuple(Received(on, amount, 0) for on, amount in received))


# Paid until July: behind since the instalment of 29 August.
UNTIL_JULY = (date(2026, 7, 29), 6 * EACH)


def letter(kind: LetterKind, on: date) -> Letter:
    """A letter with a number of its own."""
    return Letter(kind, f"518/{kind.value}", on)


def rules_of(day: date) -> LawInForce:
    """The law of a day as shipped."""
    return law_on(day, NO_PRACTICE)


def seen(
    today: date,
    *,
    until: date | None,
    paid: tuple[tuple[date, int], ...] = (UNTIL_JULY,),
    done: Collected = NOTHING_DONE,
    has_value: bool | None = True,
) -> Outlook:
    """The loan's outlook on a day, by bank data up to another."""
    return outlook(
        course(*paid),
        done,
        today=today,
        bank_data_until=until,
        has_value=has_value,
        rules=rules_of(today),
    )
