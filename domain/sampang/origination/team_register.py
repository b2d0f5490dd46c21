"""The register of the Pokjanis: who sits in it for which element, by which decree, since and until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from domain.again import same_sign
from domain.sampang.origination.records import Attendee, Element
from domain.typed import Day, Line, OneOf

_LEAD: Final = "ketua harian"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """A member of the Pokjanis as a decree names it."""

    name: Annotated[str, Line("Nama")]
    element: Annotated[Element, OneOf("Unsur")]
    decree: Annotated[str, Line("Nomor keputusan")]
    since: Annotated[date, Day("Sejak")]
    position: Annotated[str, Line("Jabatan")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipEnd:
    """The last day of a membership, and by what it ended."""

    on: Annotated[date, Day("Hari terakhir")]
    why: Annotated[str, Line("Dasar berakhirnya")]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStruck:
    """That a line of the register was wrong, and why; it stays to be seen, and counts for nothing."""

    reason: Annotated[str, Line("Apa yang keliru")]


@dataclass(frozen=True, slots=True)
class Registered:
    """A line of the register: the member, how the membership ended if it did, and whether it was struck."""

    id: int
    member: TeamMember
    by: str
    end: MembershipEnd | None = None
    struck: LineStruck | None = None

    def serves_on(self, day: date) -> bool:
        """Whether the member belongs to the Pokjanis on a day."""
        return self.member.since <= day and self.serves_from(day)

    def serves_from(self, day: date) -> bool:
        """Whether the member belongs to the Pokjanis on a day or on a later one."""
        return self.struck is None and (self.end is None or day <= self.end.on)


def serving(register: Iterable[Registered], day: date) -> tuple[Registered, ...]:
    """Who belongs to the Pokjanis on a day, by element in the order of the text, then by entry."""
    order = list(Element)
    found = [one for one in register if one.serves_on(day)]
    return tuple(sorted(found, key=lambda one: (order.index(one.member.element), one.id)))


def attendance_of(register: Iterable[Registered], day: date) -> tuple[Attendee, ...]:
    """The members of a day as those who may come to a meeting; who did not come is taken out."""
    return tuple(
        Attendee(one.member.element, one.member.name, one.member.position) for one in serving(register, day)
    )


def not_serving(
    register: Iterable[Registered], attendees: Iterable[Attendee], day: date
) -> tuple[Attendee, ...]:
    """Who is noted as present and is no member for that element on the day, where there is a register."""
    members = serving(register, day)
    if not members:
        return ()
    return tuple(
        one
        for one in attendees
        if not any(
            one.element is other.member.element and same_sign(one.name, other.member.name)
            for other in members
        )
    )


def team_lead_on(register: Iterable[Registered], day: date) -> str:
    """Who serves as Ketua Harian on a day by the register; blank where it names none or several."""
    found = {one.member.name for one in serving(register, day) if _LEAD in one.member.position.casefold()}
    return found.pop() if len(found) == 1 else ""
