"""The older loans of the demo as of a day: who borrowed what under which terms, and how each is repaid.

Numbers are those of a fund that has lent for twenty years: most keep up, a fifth is behind, and what is
macet is mostly old. `behind` counts the due days that nobody paid; legacy loans stopped long ago.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from demo.chance import office_day
from demo.sampang.older.old_borrowers import OldBorrower, OldBorrowers
from domain.dates import add_months
from domain.sampang.kinds import InterestMethod
from domain.sampang.loan import Row
from domain.sampang.servicing.collecting import Collector, HandingOver, LetterKind
from domain.sampang.takeover.old_loans import (
    AgreedTerms,
    OldLoan,
    OldPledge,
    PaidBefore,
    SentLetter,
    Whereabouts,
)
from domain.sampang.takeover.own_plan import own_plan

SEED: Final = 1318
MONTHS_SINCE: Final = 12  # full months of the bank's files since the cut-off day
# How many loans of each sort: due days behind as of today, and how many of them.
KEEPING_UP: Final = 142
SETTLED: Final = 2
BEHIND: Final = {1: 9, 2: 6, 3: 5, 4: 6, 5: 4, 6: 4, 8: 6, 9: 5, 11: 5, 14: 4}
WARNED: Final = 4  # due days behind of those whom the office has warned
LEGACY: Final = 21  # the last of them was written off by decree since
CLOSED: Final = 58
_RATE_NOW, _RATE_THEN = 600, 1_200  # hundredths of a percent a year
_GRACE: Final = {12: 2, 24: 4, 36: 4}
_WARNINGS: Final = (LetterKind.WARNING_1, LetterKind.WARNING_2, LetterKind.WARNING_3)
_LETTER_EVERY: Final = 45  # days
_ATTORNEY, _AUCTION = 8, 5


@dataclass(frozen=True, slots=True)
class DemoInstalment:
    """Money that the bank tells of after the cut-off day, in rupiah."""

    on: date
    amount: int


@dataclass(frozen=True, slots=True)
class DemoOldLoan:
    """An older loan as it is taken over, and what came in for it since; `key` names its sort."""

    key: str
    loan: OldLoan
    since: tuple[DemoInstalment, ...]


def cut_off(today: date) -> date:
    """The last day before the months of which the bank tells."""
    return add_months(today.replace(day=1), -MONTHS_SINCE) - timedelta(days=1)


def old_loans(today: date) -> tuple[DemoOldLoan, ...]:
    """Every older loan; the same day gives the same ones, and all days move along with it."""
    chance = Random(SEED)
    borrowers = OldBorrowers(chance)
    found = [*_running(today, chance, borrowers), *_closed(today, chance, borrowers)]
    found += _legacy(today, chance, borrowers)
    return tuple(replace(one, loan=_numbered(place, one.loan)) for place, one in enumerate(found, 1))


def _numbered(place: int, loan: OldLoan) -> OldLoan:
    return replace(loan, number=f"518/{place:03}/{loan.terms.disbursed_on.year}")


def settled_on(today: date) -> date:
    """The day on which some were settled early, after the bank's file of the month before."""
    return office_day(add_months(today.replace(day=1), -2).replace(day=16))


def _running(today: date, chance: Random, borrowers: OldBorrowers) -> Iterator[DemoOldLoan]:
    keys = {0: "running", WARNED: "warned"}
    behind = [0] * KEEPING_UP + [late for late, loans in BEHIND.items() for _ in range(loans)]
    for late in behind:
        tenor = chance.choice((36, 36, 36, 24))
        # Paid out before the cut-off day, and not yet over today.
        months = chance.randint(MONTHS_SINCE + 2, tenor - 1)
        key = keys.get(late, "late")
        yield _made(key, today, months, tenor, late, chance, borrowers)
    for _ in range(SETTLED):
        made = _made("settled", today, MONTHS_SINCE + 8, 36, 0, chance, borrowers)
        month = settled_on(today).replace(day=1)
        yield replace(made, since=tuple(one for one in made.since if one.on < month))


def _closed(today: date, chance: Random, borrowers: OldBorrowers) -> Iterator[DemoOldLoan]:
    for _ in range(CLOSED):
        tenor = chance.choice((12, 24, 36, 36))
        months = tenor + chance.randint(max(1, MONTHS_SINCE + 2 - tenor), MONTHS_SINCE - 1)
        yield _made("closed", today, months, tenor, 0, chance, borrowers)


def _made(
    key: str, today: date, months: int, tenor: int, behind: int, chance: Random, borrowers: OldBorrowers
) -> DemoOldLoan:
    borrower = borrowers.next(today)
    out = add_months(today.replace(day=1), -months).replace(day=chance.randint(1, 28))
    terms = AgreedTerms(
        disbursed_on=office_day(out),
        principal=borrower.amount,
        tenor=tenor,
        rate=_RATE_NOW,
        method=InterestMethod.FLAT,
        grace=_GRACE[tenor],
    )
    due = [row for row in own_plan(terms) if row.due_on <= today]
    late = sum(row.due_on < today for row in due[-behind:]) if behind else 0
    kept = due[: len(due) - behind - (behind - late)]
    return _told(key, borrower, terms, kept, cut_off(today), ())


def _legacy(today: date, chance: Random, borrowers: OldBorrowers) -> Iterator[DemoOldLoan]:
    """Loans of long ago that stopped in the middle: warned three times, some of them handed over."""
    day = cut_off(today)
    for place in range(LEGACY):
        borrower = borrowers.next(today)
        years = chance.randint(6, 24)
        out = office_day(add_months(day, -12 * years).replace(day=chance.randint(1, 28)))
        is_old = out < date(2015, 5, 4)
        terms = AgreedTerms(
            disbursed_on=out,
            principal=borrower.amount,
            tenor=chance.choice((24, 36)),
            rate=_RATE_THEN if is_old else _RATE_NOW,
            method=InterestMethod.FLAT,
            grace=0,
        )
        rows = own_plan(terms)
        kept = rows[: chance.randint(3, 18)]
        letters = tuple(_letters(place, add_months(rows[len(kept)].due_on, 1)))
        made = _told("legacy", borrower, terms, kept, day, letters)
        yield replace(made, loan=replace(made.loan, handovers=_handed_over(place, letters[-1].on)))


def _letters(place: int, first: date) -> Iterator[SentLetter]:
    for turn, kind in enumerate((*_WARNINGS, LetterKind.DEFAULT_MINUTES)):
        # The last of them once the loan is macet, after more than six months.
        days = _LETTER_EVERY * turn if kind in _WARNINGS else 240
        on = office_day(first + timedelta(days=days))
        yield SentLetter(kind=kind, number=f"518/{place + 1:02}.{turn + 1}/{on.year}", on=on)


def _handed_over(place: int, after: date) -> tuple[HandingOver, ...]:
    if place >= _ATTORNEY + _AUCTION:
        return ()
    to = Collector.ATTORNEY if place < _ATTORNEY else Collector.AUCTION
    on = office_day(after + timedelta(days=60))
    return (HandingOver(to=to, number=f"SKK-{place + 1:02}/contoh/{on.year}", on=on),)


def _told(
    key: str,
    borrower: OldBorrower,
    terms: AgreedTerms,
    kept: Sequence[Row],
    day: date,
    letters: tuple[SentLetter, ...],
) -> DemoOldLoan:
    before = [row for row in kept if office_day(row.due_on) <= day]
    since = tuple(
        DemoInstalment(max(office_day(row.due_on), day + timedelta(days=1)), row.total)
        for row in kept[len(before) :]
        if row.total
    )
    loan = OldLoan(
        number="",
        applicant=borrower.applicant,
        terms=terms,
        paid=PaidBefore(
            principal=sum(row.principal for row in before), interest=sum(row.interest for row in before)
        ),
        pledged=(OldPledge(thing=borrower.pledged, lies=Whereabouts.BANK, since=terms.disbursed_on),),
        letters=letters,
    )
    return DemoOldLoan(key, loan, since)
