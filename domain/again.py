"""The same thing recorded a second time: what was there before, and why it is recorded all the same."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final

from domain.dates import indonesian_moment
from domain.typed import Prose

LONGEST_REASON: Final = 500

# Why something is recorded that the store seems to have already.
AgainBecause = Annotated[str, Prose("Mengapa dicatat lagi?", longest=LONGEST_REASON)]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Something that was recorded before, in words with its number; by whom and when."""

    told: str
    by: str
    at: datetime

    @property
    def sentence(self) -> str:
        """What a person is told of it."""
        return f"{self.told}; dicatat {self.by}, {indonesian_moment(self.at)}."


def same_sign(one: str, other: str) -> bool:
    """Whether two numbers of papers, as people type them, are the same letters and digits, at least one."""
    return bool(_sign(one)) and _sign(one) == _sign(other)


def _sign(typed: str) -> str:
    return "".join(sign for sign in typed.casefold() if sign.isalnum())
