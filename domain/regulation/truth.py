"""Three truth values and intervals of amounts: what is known, and what is not known yet."""

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
