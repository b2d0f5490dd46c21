"""How long somebody stays signed in, by the office's own dated settings; no provision says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

IDLE_KEY: Final = "sign_in_idle"
LONGEST_KEY: Final = "sign_in_longest"
FRESH_KEY: Final = "sign_in_fresh"
CONTACT_KEY: Final = "sign_in_contact"
IDLE_MINUTES: Final = 30
LONGEST_HOURS: Final = 10
FRESH_MINUTES: Final = 10
LARGEST_MINUTES: Final = 480
LARGEST_HOURS: Final = 24
# A setting of 0 or 1 would shut everybody out, also who could change it.
_LEAST_IDLE: Final = timedelta(minutes=5)
_LEAST_LONGEST: Final = timedelta(hours=1)
_LEAST_FRESH: Final = timedelta(minutes=2)
SEEN_EVERY: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class EntryLimits:
    """After how long without a click a sign-in ends, after how long in any case, and how long it is fresh."""

    idle: timedelta
    longest: timedelta
    fresh: timedelta


@dataclass(frozen=True, slots=True)
class Stay:
    """A sign-in as it stands: until when without another click, until when at all, until when fresh."""

    idle_ends_at: datetime
    ends_at: datetime
    fresh_until: datetime

    def is_over(self, at: datetime) -> bool:
        """Whether it has ended by itself; the last moment still counts."""
        return at > min(self.idle_ends_at, self.ends_at)

    def is_fresh(self, at: datetime) -> bool:
        """Whether the person showed who they are recently enough for what weighs."""
        return at <= self.fresh_until


def limits_from(idle: Iterable[int], longest: Iterable[int], fresh: Iterable[int]) -> EntryLimits:
    """The strictest of what the programmes set: minutes, hours and minutes."""
    return EntryLimits(
        idle=max(_LEAST_IDLE, timedelta(minutes=min(idle, default=IDLE_MINUTES))),
        longest=max(_LEAST_LONGEST, timedelta(hours=min(longest, default=LONGEST_HOURS))),
        fresh=max(_LEAST_FRESH, timedelta(minutes=min(fresh, default=FRESH_MINUTES))),
    )


def stay_under(limits: EntryLimits, began_at: datetime, seen_at: datetime, proven_at: datetime) -> Stay:
    """How long a sign-in lasts that was last seen at a moment."""
    return Stay(seen_at + limits.idle, began_at + limits.longest, proven_at + limits.fresh)
