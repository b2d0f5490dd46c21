"""The Monday digest of a Fasilitator: what waits for them, what is behind, and each Pendamping's week."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

TITLE: Final = "Ringkasan Senin"
NO_SCORE: Final = "Urutan menurut binaan yang perlu dikunjungi; bukan penilaian orang."
_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DigestPart:
    """One kind of thing that needs attention: how many, and the first of them in words."""

    label: str
    count: int
    first: tuple[str, ...]

    @property
    def more(self) -> int:
        """How many there are beyond those that are told."""
        return self.count - len(self.first)


@dataclass(frozen=True, slots=True)
class MentorWeek:
    """One Pendamping in service: what they carry, visited last week, and whether this week is planned."""

    name: str
    clients: int
    need_visit: int
    visits_last_week: int
    is_planned: bool


@dataclass(frozen=True, slots=True)
class MondayDigest:
    """The digest on a day; `to_verify` are the visits that wait for this person and not for another."""

    day: date
    monday: date
    to_verify: int
    parts: tuple[DigestPart, ...]
    mentors: tuple[MentorWeek, ...]

    @property
    def last_monday(self) -> date:
        """The Monday of the week before."""
        return self.monday - _WEEK

    @property
    def unplanned(self) -> int:
        """How many Pendamping have no plan for this week."""
        return sum(not one.is_planned for one in self.mentors)

    @property
    def visits_last_week(self) -> int:
        """The visits of last week, of those who are in service now."""
        return sum(one.visits_last_week for one in self.mentors)
