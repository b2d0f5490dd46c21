"""How long the interest has been split as the law of a day splits it, and until when."""

from dataclasses import dataclass
from datetime import date

from domain.regulation.law_in_force import LawInForce
from domain.sampang import parameters as law

_SHARES = (law.INTEREST_TO_REVENUE, law.INTEREST_TO_AGENCY, law.INTEREST_TO_BANK)


@dataclass(frozen=True, slots=True)
class SameSplit:
    """Days with one split: from the first to the one before `until`; None where there is no end."""

    since: date | None
    until: date | None

    @property
    def is_always(self) -> bool:
        """Whether the interest was never split otherwise."""
        return self.since is None and self.until is None


def same_split(day: date, newest: LawInForce) -> SameSplit:
    """The days around one on which interest is split alike, by the newest law with all its dated values.

    Money of before the first value is split by that value.
    """
    shares = [newest.parameters[one.key] for one in _SHARES]
    days = sorted({entry.since for one in shares for entry in one.history})
    on = {since: tuple(one.on(since) for one in shares) for since in days}
    turns = [new for old, new in zip(days, days[1:], strict=False) if on[new] != on[old]]
    return SameSplit(
        since=max((turn for turn in turns if turn <= day), default=None),
        until=min((turn for turn in turns if turn > day), default=None),
    )
