"""A number for the leadership: what it is, what it was, what it should be, and what it is made of."""

from dataclasses import dataclass
from datetime import date

from domain.labelled import Labelled
from domain.money import number, rupiah
from domain.regulation.sources import Citation


class Counted(Labelled):
    """What a number counts."""

    THINGS = "things", "jumlah"
    RUPIAH = "rupiah", "rupiah"


@dataclass(frozen=True, slots=True)
class Part:
    """One line of what a number is made of; the lines add up to it."""

    label: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A number with its parts, its provision, the same number a month earlier, and its target.

    `amount` and `parts` are found by queries of their own; `whole` is what it is a part of (20 of 22).
    `before_told` says of when `before` is ("sejak 31 Oktober 2026"). A target that nobody set is None, never
    zero. `caution` is what keeps the number from saying more than it does.
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

    @property
    def in_words(self) -> str:
        """The number as people read it."""
        told = self.printed(self.amount)
        return told if self.whole is None else f"{told} dari {self.printed(self.whole)}"

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
    """Work that waits: what, for whom, how much of it, since which day the oldest, and the provision."""

    what: str
    who: str
    count: int
    since: date | None
    citation: Citation


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
