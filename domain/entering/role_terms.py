"""Roles in time: since when somebody holds one, and until which day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from domain.problems import Problem
from domain.roles import Role
from domain.typed import Code, Day, Line, Prose, Reason


@dataclass(frozen=True, slots=True)
class RoleTerm:
    """A role that somebody was given in a programme; both days count, None for the beginning or no end."""

    id: int
    programme: str
    role: Role
    since: date | None
    until: date | None
    reason: str = ""
    given_by: str = ""
    approved_by: str = ""
    given_at: datetime | None = None
    ended_by: str = ""
    ended_because: str = ""

    def counts_on(self, day: date) -> bool:
        """Whether it counts on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def is_over(self, day: date) -> bool:
        """Whether its last day has passed; such a one may also have ended before it began."""
        return self.until is not None and (self.until < day or (self.since or self.until) > self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody who is to sign in: the name, and the address under which the provider knows them."""

    name: Annotated[str, Line("Nama")]
    email: Annotated[str, Line("Alamat surel", longest=254)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGiven:
    """A role as it is given: which, since when, until when, and why."""

    role: Annotated[str, Code("Peran")]
    since: Annotated[date, Day("Berlaku sejak")]
    until: Annotated[date | None, Day("Sampai dengan")] = None
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEnd:
    """The last day of a role and why; None takes it away at once."""

    last_day: Annotated[date | None, Day("Hari terakhir")] = None
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailChanged:
    """Another address of somebody, and why; blank takes the address away."""

    email: Annotated[str, Line("Alamat surel baru", longest=254)] = ""
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """Why something is done to somebody's access."""

    reason: Annotated[str, Prose("Alasan", longest=1_000)]


def email_problem(email: str) -> Problem | None:
    """What is wrong with an address, if anything; only its shape can be told."""
    if not email.isascii():
        return Problem("email", "Alamat surel memuat huruf di luar a-z: ketik ulang, jangan disalin.")
    name, at, domain = email.partition("@")
    if name and at and "." in domain.strip(".") and "@" not in domain and not any(map(str.isspace, email)):
        return None
    return Problem("email", "Alamat surel belum lengkap: tulis seperti nama@dinas.go.id, tanpa spasi.")


def term_problems(given: RoleGiven, today: date) -> tuple[Problem, ...]:
    """What is wrong with the days of a role: a past is never given afterwards."""
    found = []
    if given.since < today:
        found.append(
            Problem("since", "Peran berlaku paling awal hari ini: yang sudah lewat tidak dapat diberikan.")
        )
    if given.until is not None and given.until < given.since:
        found.append(Problem("until", "Hari terakhir tidak mungkin sebelum hari mulainya."))
    return tuple(found)
