"""A number for the leadership: what it is, what it was, what it should be, and what it is made of."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.labelled import Labelled
from domain.money import number, rupiah, short_rupiah
from domain.regulation.sources import Citation
from domain.roles import Role

MONTHS_OF_TREND: Final = 8


class Counted(Labelled):
    """What a number counts."""

    THINGS = "things", "jumlah"
    RUPIAH = "rupiah", "rupiah"


@dataclass(frozen=True, slots=True)
class Part:
    """One line of what a number is made of; the lines add up to it."""

    label: str
    amount: int


@dataclass(frozen=True, slots=True)
class Trend:
    """The same number at the end of some months or of each month alone, oldest first; `told` says which."""

    values: tuple[int, ...]
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A number with its parts, its provision, the same number a month earlier, and its target.

    `amount` and `parts` are found by queries of their own; `whole` is what it is a part of (20 of 22).
    `before_told` says of when `before` is ("sejak 31 Oktober 2026"). A target that the office has not set is
    None, never zero, and nothing is drawn of it. `beside` is a second figure of it ("naik pada 61 binaan").
    `causes` are what moved it lately, the largest first, and `causes_told` says when.
    `caution` is what keeps the number from saying more than it does. `is_known` is False while there is
    nothing to say it of.
    """

    key: str
    title: str
    meaning: str
    amount: int
    parts: tuple[Part, ...]
    parts_by: str
    citation: Citation
    counted: Counted = Counted.THINGS
    whole: int | None = None
    before: int | None = None
    before_told: str = ""
    target: int | None = None
    target_told: str = ""
    caution: str = ""
    causes: tuple[Part, ...] = ()
    causes_told: str = ""
    trend: Trend | None = None
    beside: str = ""
    is_known: bool = True

    @property
    def in_words(self) -> str:
        """The number as people read it."""
        if not self.is_known:
            return "belum diketahui"
        told = self.printed(self.amount)
        return told if self.whole is None else f"{told} dari {self.printed(self.whole)}"

    @property
    def in_short(self) -> str:
        """The number where there is little room: "Rp412,3 juta", "21/22", "?" for what is not known."""
        if not self.is_known:
            return "?"
        told = short_rupiah(self.amount) if self.counted is Counted.RUPIAH else number(self.amount)
        return told if self.whole is None else f"{told}/{number(self.whole)}"

    @property
    def change_in_short(self) -> str:
        """What became of it since `before`, with a sign: "▲ 6", "▼ Rp1,2 juta", "= tetap"."""
        if self.before is None:
            return ""
        change = self.amount - self.before
        if not change:
            return "= tetap"
        size = short_rupiah(abs(change)) if self.counted is Counted.RUPIAH else number(abs(change))
        return f"{'▲' if change > 0 else '▼'} {size}"

    @property
    def change_in_words(self) -> str:
        """What became of it since `before`: "naik 3 sejak 31 Oktober"; blank when that is not known."""
        if self.before is None:
            return ""
        change = self.amount - self.before
        if not change:
            return f"tetap {self.before_told}"
        return f"{'naik' if change > 0 else 'turun'} {self.printed(abs(change))} {self.before_told}"

    def printed(self, amount: int) -> str:
        """An amount in the measure of this number."""
        return rupiah(amount) if self.counted is Counted.RUPIAH else number(amount)


@dataclass(frozen=True, slots=True)
class WaitsFor:
    """Work that waits: what, for whom, how much of it, since which day the oldest, and the provision if any.

    `middle` is the day since which at least half of it waits; `key` is by what a screen knows the way there.
    `roles` are those whose step it is; `own` of it the reader proposed, so that it waits for another.
    """

    what: str
    who: str
    count: int
    since: date | None
    citation: Citation | None
    key: str = ""
    middle: date | None = None
    roles: tuple[Role, ...] = ()
    own: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One of those served that agreed to be shown, without its name: what it is, since when, what moved.

    `course` follows the title ("didampingi sejak 1 Maret 2025, 12 kunjungan"); `changes` are each a label and
    from what to what; `caution` is what keeps it from saying more than it does.
    """

    title: str
    course: str
    changes: tuple[tuple[str, str], ...]
    caution: str
