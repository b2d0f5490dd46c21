"""Which pledged things stand on the form: each has a number of its own for as long as the form is open.

The fields of a thing are kept under its number, never under its place, so that no value moves to another
thing when one is added, copied, removed or put back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import streamlit as st

from domain.sampang.application import Collateral
from domain.sampang.kinds import CollateralKind
from pages.parts.fields import Form, first_values

_ORDER, _REMOVED, _NEXT = "collateral", "collateral.removed", "collateral.next"
_NAMES = tuple(field.name for field in fields(Collateral))


def first_cards(start: Sequence[Collateral]) -> dict[str, Any]:
    """The first values of the fields of the things that are stored, whose numbers are their places."""
    found: dict[str, Any] = {}
    for number, thing in enumerate(start):
        found |= first_values(thing, f"{path_of(number)}.")
    return found


def path_of(number: int) -> str:
    """Where the fields of a thing are kept."""
    return f"{_ORDER}.{number}"


class CardList:
    """The things on one form in their order; those removed keep their place until the form is saved."""

    def __init__(self, form: Form, start: Sequence[Collateral]) -> None:
        self.form, self.start = form, start
        # What is continued from an earlier visit names only what was changed in it.
        first: dict[str, Any] = {_ORDER: list(range(len(start))), _REMOVED: [], _NEXT: len(start)}
        for field, value in first.items():
            if form.kept(field) is None:
                form.keep(field, value)

    def __iter__(self) -> Iterator[int]:
        return iter(self._order)

    def is_removed(self, number: int) -> bool:
        """Whether a thing was taken away, and can still be put back."""
        return number in self._removed

    @property
    def shown(self) -> int:
        """How many things are not removed."""
        return len(self._order) - len(self._removed)

    def stored(self, number: int) -> Collateral | None:
        """The thing as it is stored, or None for one that is new."""
        return self.start[number] if number < len(self.start) else None

    def is_blank(self, number: int) -> bool:
        """Whether nothing is typed about a thing that is not stored yet."""
        typed = (self.form.standing(f"{path_of(number)}.{name}") for name in _NAMES if name != "kind")
        return self.stored(number) is None and all(is_nothing(value) for value in typed)

    def add(self, kind: CollateralKind) -> None:
        """Put a blank thing of a kind at the end."""
        number = self._next()
        self.form.keep_told(f"{path_of(number)}.kind", kind)
        self._keep([*self._order, number], self._removed)

    def copy(self, number: int) -> None:
        """Put a thing with the same answers right behind one."""
        copied, behind = self._next(), self._order.index(number) + 1
        for name in _NAMES:
            self.form.keep_told(f"{path_of(copied)}.{name}", self.form.standing(f"{path_of(number)}.{name}"))
        self._keep([*self._order[:behind], copied, *self._order[behind:]], self._removed)

    def ask_to_remove(self, number: int) -> None:
        """Remove a blank thing, and ask first about one that says something."""
        if self.is_blank(number):
            self._keep([one for one in self._order if one != number], self._removed)
        else:
            st.session_state[self._asking] = number

    def is_asked(self, number: int) -> bool:
        """Whether it is being asked if a thing is to be removed."""
        return bool(st.session_state.get(self._asking) == number)

    def leave(self) -> None:
        """Remove nothing after all."""
        st.session_state.pop(self._asking, None)

    def remove(self, number: int) -> None:
        """Take a thing away; what was typed about it is kept."""
        self.leave()
        # Its fields are drawn no longer: what stands in them now is kept for when it is put back.
        for name in _NAMES:
            field = f"{path_of(number)}.{name}"
            self.form.keep_told(field, self.form.standing(field))
        self._keep(self._order, [*self._removed, number])

    def restore(self, number: int) -> None:
        """Put a removed thing back in its place, as it was."""
        self._keep(self._order, [one for one in self._removed if one != number])

    # Read anew each time: a button may be pressed again before the screen has been drawn anew.
    @property
    def _order(self) -> list[int]:
        return list(self.form.kept(_ORDER))

    @property
    def _removed(self) -> list[int]:
        return list(self.form.kept(_REMOVED))

    @property
    def _asking(self) -> str:
        return f"{self.form.nonce}:removing"

    def _next(self) -> int:
        number: int = self.form.kept(_NEXT)
        self.form.keep_told(_NEXT, number + 1)
        return number

    def _keep(self, order: list[int], removed: list[int]) -> None:
        self.form.keep_told(_ORDER, order)
        self.form.keep_told(_REMOVED, removed)


def is_nothing(value: Any) -> bool:
    """Whether a field says nothing; a pasted zero character cannot be seen, and is nothing too."""
    return value is None or (isinstance(value, str) and not value.replace("\0", "").strip())
