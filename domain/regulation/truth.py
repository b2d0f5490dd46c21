"""Three truth values and intervals of amounts: what is known, and what is not known yet."""

from collections.abc import Iterable
from enum import IntEnum

Interval = tuple[int, int]


class Truth(IntEnum):
    """Whether a condition holds; a fact that nobody has told yet is never a "no"."""

    NOT_MET = 0
    UNKNOWN = 1
    MET = 2


NOT_MET, UNKNOWN, MET = Truth.NOT_MET, Truth.UNKNOWN, Truth.MET
TRUTHS = (NOT_MET, UNKNOWN, MET)
OPPOSITE = (MET, UNKNOWN, NOT_MET)

# Stands for "no upper bound known"; never multiplied. Every amount that the rules work out stays
# below it (a form takes at most 10^11 rupiah an entry), and a handful of them fits 64 bits.
UNBOUNDED = 1 << 60
NOTHING_KNOWN: Interval = (0, UNBOUNDED)


def at_least(left: Interval, right: Interval) -> Truth:
    """Whether one amount reaches another; open while the two intervals overlap."""
    if left[0] >= right[1]:
        return MET
    return NOT_MET if left[1] < right[0] else UNKNOWN


def added(parts: Iterable[Interval]) -> Interval:
    """Amounts added up."""
    least = most = 0
    for low, high in parts:
        least += low
        most += high
    return (least, most if most < UNBOUNDED else UNBOUNDED)


def scaled(amount: Interval, numerator: Interval, denominator: Interval) -> Interval:
    """An amount times a fraction, rounded down."""
    (low, high), (top_low, top_high), (bottom_low, bottom_high) = amount, numerator, denominator
    least = low * top_low // bottom_high if 0 < bottom_high < UNBOUNDED else 0
    if high >= UNBOUNDED or top_high >= UNBOUNDED or bottom_low == 0:
        return (least, UNBOUNDED)
    return (least, high * top_high // bottom_low)


def chosen(found: Truth | int, then: Interval, otherwise: Interval) -> Interval:
    """One amount or the other; while that is open, from the least to the most of both."""
    if found == MET:
        return then
    if found == NOT_MET:
        return otherwise
    return (min(then[0], otherwise[0]), max(then[1], otherwise[1]))


def smallest(parts: Iterable[Interval]) -> Interval:
    """The smallest of several amounts."""
    lows, highs = zip(*parts, strict=True)
    return (min(lows), min(highs))


def counted(total: Interval, found: Truth | int, amount: Interval) -> Interval:
    """A total after one more item that counts, does not, or is not known to; without an upper limit."""
    if found == NOT_MET:
        return total
    return (total[0] + amount[0] if found == MET else total[0], total[1] + amount[1])
