"""What a programme has that is still open, for who approves a change of the law or of its practice."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.regulation.impact import Looked
from domain.regulation.law_in_force import LawInForce


@dataclass(frozen=True, slots=True)
class StillOpen:
    """One kind of open things: what they are called, how many there are, and how a piece is looked at.

    `piece` takes the law as it is, the law as it would be, and the number after which to go on.
    """

    label: str
    count: int
    piece: Callable[[LawInForce, LawInForce, int], Looked]
