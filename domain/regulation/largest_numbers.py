"""The largest numbers that a register is taken to hold: beyond them a number is a slip of the pen."""

from typing import Final

from domain.regulation.parameter import Unit

# A form takes at most 10^11 rupiah an entry; what is larger in a register counts as not known.
_LARGEST: Final = {
    Unit.RUPIAH: 10**11,
    Unit.PEOPLE: 10**8,
    Unit.CLIENTS: 10**8,
    Unit.DAYS: 10**6,
    Unit.MONTHS: 2400,
}
_LARGEST_OTHER: Final = 10**4


def largest_of(unit: Unit) -> int:
    """The largest number of a unit that a register may hold; it leaves room for what is multiplied."""
    return _LARGEST.get(unit, _LARGEST_OTHER)
