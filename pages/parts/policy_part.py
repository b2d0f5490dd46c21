"""A programme's part of Simulasi kebijakan."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # every first page knows the parts of a programme, and none of them works with columns
    from domain.regulation.law_in_force import LawInForce
    from domain.regulation.policy.judged import Judged
    from domain.regulation.policy.ready import Ready
    from domain.regulation.policy.register import Register

Told = Callable[[int], None]
"""Told how many subjects were read so far."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number under each law: its name, how it is written for one law, and the provision behind it."""

    label: str
    of: "Callable[[Judged], str]"
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPart:
    """What the page asks of a programme.

    `scopes` name what is read: what is open now, and all that ever was. `count` tells how many subjects that
    is, `read` makes the register, `newest` tells the newest change in the store. `names` gives the
    names behind subjects by kind and number, None for whom they are closed to; `file_of` where one opens.
    `figures` are numbers of the programme's own under each law, and `notes` what has to be said of them.
    `lends` tells whether it lends money, `projection` draws the tab of the fund's future.
    """

    scopes: tuple[str, str]
    subjects: str
    count: Callable[[bool], int]
    read: "Callable[[LawInForce, bool, Told], Register]"
    newest: Callable[[], str]
    names: Callable[[str, Sequence[int]], Mapping[int, str] | None]
    file_of: Callable[[str, int], tuple[Path, Mapping[str, str]] | None]
    ready: "Callable[[LawInForce], Sequence[Ready]]"
    figures: "Callable[[Register, LawInForce], Sequence[Figure]]" = lambda register, law: ()
    notes: "Callable[[LawInForce], Sequence[str]]" = lambda law: ()
    lends: bool = False
    projection: Callable[[], None] | None = None
