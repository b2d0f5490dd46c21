"""What the requested loans would cost and bring under a law, by the one schedule engine, in whole rupiah."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from domain.regulation.columns import Whole
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.judged import NO, YES, Judged, segments
from domain.regulation.policy.register import OfKind, Register
from domain.sampang import parameters as law
from domain.sampang.application import LARGEST_AMOUNT
from domain.sampang.costs import InterestSplit, split_interest
from domain.sampang.loan import SMALLEST_LOAN, grace_for, method_in_force, number_on, tenors
from domain.sampang.schedule import BLOCK, Terms, schedules


@dataclass(frozen=True, slots=True)
class Costs:
    """What some requested loans come to: how many, in rupiah, and how many could not be reckoned.

    `instalments` adds up what each pays in the first month after its grace; `left_out` have no amount, or a
    tenor that this law does not name.
    """

    loans: int
    requested: int
    instalments: int
    interest: int
    split: InterestSplit | None
    left_out: int


@dataclass(frozen=True, slots=True)
class Example:
    """One loan that stands for many: what it pays a month after the grace, and its interest in all."""

    principal: int
    months: int
    instalment: int
    interest: int


@dataclass(frozen=True, slots=True)
class Served:
    """How many the free cash reaches in the order of the queue: surely, and if all unknown turns out well."""

    surely: int
    at_best: int
    waiting: int
    waiting_at_best: int


@lru_cache(maxsize=16)
def costs(register: Register, rules: LawInForce) -> Costs:
    """What every requested loan of a register would cost and bring under a law."""
    loans = requested = instalments = interest = left_out = 0
    for of in register.kinds:
        for own, first, last in segments(of, rules):
            told = _costs(of, own, first, last)
            loans, requested = loans + told[0], requested + told[1]
            instalments, interest = instalments + told[2], interest + told[3]
            left_out += last - first - told[0]
    return Costs(loans, requested, instalments, interest, _split(interest, rules), left_out)


def _costs(of: OfKind, rules: LawInForce, first: int, last: int) -> tuple[int, int, int, int]:
    """Count, requested, instalments and interest of some rows, block by block to keep memory small."""
    principal, months = of.principal[first:last], of.months[first:last]
    fits = (principal >= SMALLEST_LOAN) & (principal <= LARGEST_AMOUNT) & np.isin(months, _offered(rules))
    principal, months = principal[fits], months[fits]
    instalments = interest = 0
    for start in range(0, len(principal), BLOCK):
        block = slice(start, start + BLOCK)
        paid, earned = _of_block(principal[block], months[block], rules)
        instalments, interest = instalments + paid, interest + earned
    return len(principal), int(principal.sum()), instalments, interest


def _of_block(principal: Whole, months: Whole, rules: LawInForce) -> tuple[int, int]:
    grace = np.array([_grace(int(tenor), rules) for tenor in months], np.int64)
    rate = np.full(len(principal), number_on(law.YEARLY_INTEREST, rules) * 100, np.int64)
    found = schedules(Terms(principal, months, grace, rate, method_in_force(rules)))
    rows = np.arange(len(principal))
    first = found.principal[grace, rows] + found.interest[grace, rows]
    return int(first.sum()), int(found.interest.sum())


def _offered(rules: LawInForce) -> list[int]:
    """The tenors that the law names and whose grace ends before them."""
    return [tenor for tenor in tenors(rules) if _grace(tenor, rules) < tenor]


def _grace(tenor: int, rules: LawInForce) -> int:
    grace = grace_for(tenor, rules)
    return grace if isinstance(grace, int) else tenor


def _split(interest: int, rules: LawInForce) -> InterestSplit | None:
    shares = (law.INTEREST_TO_REVENUE, law.INTEREST_TO_AGENCY, law.INTEREST_TO_BANK)
    return split_interest(interest, rules) if sum(number_on(one, rules) for one in shares) else None


def example(register: Register, rules: LawInForce, *, asked_under: LawInForce) -> Example | None:
    """The middle one of the requested amounts over the longest tenor of a law, under another law.

    None where nothing is requested, or where the other law does not name that tenor.
    """
    asked = np.concatenate([one.principal[one.principal > 0] for one in register.kinds] or [np.empty(0, int)])
    months = max(_offered(asked_under), default=0)
    if not len(asked) or months not in _offered(rules):
        return None
    principal = int(np.sort(asked)[len(asked) // 2])
    instalment, interest = _of_block(np.array([principal]), np.array([months]), rules)
    return Example(principal, months, instalment, interest)


def served(found: Judged, free: int) -> Served:
    """How many of those that may be lent to the free cash reaches, in the order in which they were handed in.

    A loan is as large as was asked for, or as large as is allowed. Nobody is passed over: the first that the
    cash does not reach ends the row.
    """
    parts = [(one.of.filed, one.of.ids, one.of.principal, one.answers, one.most) for one in found.kinds]
    if not parts:
        return Served(0, 0, 0, 0)
    filed, ids, asked, answers = (np.concatenate(column) for column in list(zip(*parts, strict=True))[:4])
    most = np.concatenate([np.zeros(len(one[1]), np.int64) if one[4] is None else one[4] for one in parts])
    order = np.lexsort((ids, filed))
    answers, asked = answers[order], asked[order]
    sure_most = np.minimum(asked, most[order])
    surely, at_best = (answers == YES) & (asked > 0), (answers != NO) & (asked > 0)
    return Served(
        _reached(sure_most[surely], free),
        _reached(asked[at_best], free),
        int(np.count_nonzero(surely)),
        int(np.count_nonzero(at_best)),
    )


def _reached(amounts: Whole, free: int) -> int:
    return int(np.count_nonzero(np.cumsum(amounts) <= free))
