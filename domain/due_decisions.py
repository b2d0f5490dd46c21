"""What needs a decision: one list for every reader, each line with its age and whose yes it waits for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.dates import age_in_words, indonesian_date
from domain.headline import WaitsFor
from domain.money import number
from domain.programme import listed
from domain.regulation.sources import Citation
from domain.roles import Person, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Something that somebody must decide: what, why, by which roles, since when, and the provision if any.

    `key` is by what a screen knows the way there, `on` the coming day that it is about. `waits_for_others` is
    True where the reader proposed all of it, so that somebody else says yes.
    """

    key: str
    what: str
    because: str
    roles: tuple[Role, ...]
    citation: Citation | None = None
    since: date | None = None
    on: date | None = None
    waits_for_others: bool = False

    @property
    def who(self) -> str:
        """Whose yes it needs, in words."""
        return listed(self.roles)

    def is_for(self, person: Person) -> bool:
        """Tell whether it waits for this person."""
        return not self.waits_for_others and not person.roles.isdisjoint(self.roles)


def decision_of(waiting: WaitsFor, day: date, *, told: str = "", also: str = "") -> Decision:
    """What waits as something to decide, with the age of the oldest, and what the reader proposed of it.

    `told` is other words for what it is, `also` what stands behind the age.
    """
    own = f"; {number(waiting.own)} Anda usulkan sendiri, menunggu orang lain" if waiting.own else ""
    what = told or f"{waiting.what[:1].lower()}{waiting.what[1:]}"
    return Decision(
        key=waiting.key,
        what=f"{number(waiting.count)} {what}",
        because=f"{age_of(waiting.since or day, day)}{also}{own}",
        roles=waiting.roles,
        citation=waiting.citation,
        since=waiting.since,
        waits_for_others=waiting.own == waiting.count,
    )


def age_of(since: date, day: date) -> str:
    """How long the oldest waits: "tertua 18 hari (12 November 2026)"."""
    return f"tertua {age_in_words(since, day)} ({indonesian_date(since)})"


def oldest_first(decisions: Iterable[Decision], day: date) -> tuple[Decision, ...]:
    """Those that wait longest first."""
    return tuple(sorted(decisions, key=lambda one: one.since or day))


def theirs_first(decisions: Iterable[Decision], person: Person) -> tuple[Decision, ...]:
    """Those that wait for the person first, each part in the order it had."""
    return tuple(sorted(decisions, key=lambda one: not one.is_for(person)))
