"""Other regulations that an office must look at beside its own: dated notes, which decide nothing."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.typed import Prose

Found = Annotated[str, Prose("Hasil pemeriksaan naskah")]


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalLaw:
    """A regulation of the state as far as it is known here; nobody has checked it against its text.

    `since` is the day from which the point counts, None where it was not found; `amount` is in rupiah.
    """

    key: str
    name: str
    title: str
    place: str = ""
    since: date | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class OtherLaw:
    """What another regulation means at the desk of one programme, in a sentence.

    `beside` are the places of the programme's own regulation, and its readings, that it stands beside.
    """

    law: NationalLaw
    meaning: str
    beside: tuple[str, ...]

    def __post_init__(self) -> None:
        if not (self.meaning and self.beside):
            raise ValueError(f"{self.law.key}: a note says what it means, and beside which place")

    def stands_beside(self, *names: str) -> bool:
        """Whether it stands beside one of these places or readings."""
        return not set(names).isdisjoint(self.beside)
