"""What the summary shows of each programme that a person may read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.programme import Programme
from domain.roles import Person
from pages.parts.summary_part import SummaryPart
from pages.parts.wings import wing_of


@dataclass(frozen=True, slots=True)
class Summary:
    """The programmes on a day, in their order, each with its part."""

    day: date
    parts: tuple[tuple[Programme, SummaryPart], ...]


def read_summary(person: Person, programmes: Iterable[Programme], day: date) -> Summary:
    """Read each programme's part."""
    return Summary(day, tuple((one, wing_of(one).summary(person, day)) for one in programmes))
