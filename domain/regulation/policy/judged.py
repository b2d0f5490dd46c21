"""What one law makes of a whole register: verdicts, provision by provision, and the largest amounts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, reduce
from itertools import pairwise
from typing import Final

import numpy as np

from domain.regulation.amending import every
from domain.regulation.columns import BLOCK, Columns, Truths, Whole
from domain.regulation.columns_in_doubt import verdicts_in_doubt
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.register import NO_DAY, OfKind, Register

NO: Final = 0
OPEN: Final = 1
YES: Final = 2
BY_READING: Final = 3
ANSWERS: Final = ("not_qualified", "open", "qualifies", "depends_on_reading")
"""Each answer as `Verdict.answer` tells it, in the order of their numbers."""


@dataclass(frozen=True, slots=True)
class JudgedKind:
    """The subjects of one kind under one law, row by row.

    `answers` are NO, OPEN, YES or BY_READING; `lowest` the least outcome of the provisions that decide, as
    the readings are in use, and `outcomes` each of theirs by id. `most` is the largest amount, None for a
    kind that gets none.
    """

    of: OfKind
    answers: Truths
    lowest: Truths
    outcomes: Mapping[str, Truths]
    most: Whole | None


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A register under one law."""

    law: LawInForce
    kinds: tuple[JudgedKind, ...]

    def count(self, answer: int) -> int:
        """How many have an answer."""
        return sum(int(np.count_nonzero(one.answers == answer)) for one in self.kinds)

    @property
    def most(self) -> int | None:
        """The largest amounts together, with what is known; None in a programme that lends nothing."""
        told = [int(one.most.sum()) for one in self.kinds if one.most is not None]
        return sum(told) if told else None


@lru_cache(maxsize=16)
def judged(register: Register, law: LawInForce) -> Judged:
    """Every subject of a register under a law."""
    return Judged(law, tuple(_judged(of, law) for of in register.kinds))


def segments(of: OfKind, law: LawInForce) -> Iterator[tuple[LawInForce, int, int]]:
    """The law for each run of rows: a later instrument may have spared earlier files."""
    days, one = [], law.regulation
    while one.before is not None:
        days.append(one.before[0].toordinal())
        one = one.before[1]
    edges = {0, of.size, *(int(place) for place in np.searchsorted(of.filed, days))}
    for first, last in pairwise(sorted(edges)):
        filed = int(of.filed[first])
        yield law.as_filed(None if filed == NO_DAY else date.fromordinal(filed)), first, last


def _judged(of: OfKind, law: LawInForce) -> JudgedKind:
    texts = every([law.regulation])  # a provision that ended still decides for files that were spared
    decide = [rule.id for one in texts for rule in one.rules_by_kind[of.kind] if rule.kind.decides]
    lends = bool(law.regulation.limits_by_kind[of.kind])
    found = JudgedKind(
        of,
        np.empty(of.size, np.int8),
        np.full(of.size, YES, np.int8),
        {name: np.full(of.size, YES, np.int8) for name in decide},
        np.zeros(of.size, np.int64) if lends else None,
    )
    for own, first, last in segments(of, law):
        _outcomes(found, own, first, last)
        table = of.table.rows(first, last)
        in_doubt = verdicts_in_doubt(own.rules_for(of.kind), table, own.values)
        found.answers[first:last] = np.where(in_doubt, np.int8(BY_READING), found.lowest[first:last])
    return found


def _outcomes(found: JudgedKind, law: LawInForce, first: int, last: int) -> None:
    """Write what the provisions and limits come out as for some rows."""
    rules = law.rules_for(found.of.kind)
    for start in range(first, last, BLOCK):
        rows = slice(start, min(start + BLOCK, last))
        block = Columns(found.of.table.rows(rows.start, rows.stop), law.values)
        truths = [block.truth(read.condition) for read in rules.rules[: rules.deciding]]
        for read, column in zip(rules.rules, truths, strict=False):
            found.outcomes[read.rule.id][rows] = column
        if truths:
            found.lowest[rows] = reduce(np.minimum, truths)
        if found.most is not None:
            found.most[rows] = reduce(np.minimum, [block.bounds(amount)[0] for _, amount in rules.limits])
