"""Who cared for a binaan from which day on, and what a later record may no longer change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.dates import indonesian_date
from domain.labelled import Labelled


class Came(Labelled):
    """How a binaan came into somebody's care; the label stands before the day."""

    TAKEN_IN = "taken_in", "baru didampingi sejak"
    GIVEN = "given", "baru mendapat Pendamping pada"
    HANDED_OVER = "handed_over", "sudah diserahterimakan pada"


@dataclass(frozen=True, slots=True)
class Turn:
    """From a day on a binaan is with a Pendamping, or with nobody yet."""

    on: date
    mentor_id: int | None
    came: Came


@dataclass(frozen=True, slots=True, kw_only=True)
class CareHistory:
    """One binaan with its turns as they followed each other; two on one day leave the first without a day.

    `ended_on` is the last day of the mentoring.
    """

    client_id: int
    name: str
    turns: tuple[Turn, ...]
    ended_on: date | None = None

    @property
    def latest(self) -> Turn:
        """The turn that holds now, or held last."""
        return self.turns[-1]

    def carer_on(self, day: date) -> int | None:
        """With whom the binaan is on a day, whether or not they still serve; None for nobody."""
        if self.ended_on is not None and day > self.ended_on:
            return None
        begun = [turn for turn in self.turns if turn.on <= day]
        return begun[-1].mentor_id if begun else None

    def came_to(self, mentor_id: int) -> tuple[date, ...]:
        """The first days of the turns of a Pendamping, but for those that were over on that day."""
        ends = [*(turn.on for turn in self.turns[1:]), date.max]
        return tuple(
            turn.on
            for turn, end in zip(self.turns, ends, strict=True)
            if turn.mentor_id == mentor_id and turn.on < end
        )


def too_early(history: CareHistory, on: date) -> str:
    """Why a day lies before what is recorded of a binaan's care; blank when it does not."""
    latest = history.latest
    if on >= latest.on:
        return ""
    return (
        f"{history.name} {latest.came.label} {indonesian_date(latest.on)}, jadi tanggal ini tidak dapat "
        "mendahuluinya. Pilih hari itu atau sesudahnya."
    )


def came_after(mentor_id: int, last_day: date, histories: Iterable[CareHistory]) -> str:
    """Why somebody cannot have served until a day only: binaan that came to them later; blank for none."""
    later = [(on, one.name) for one in histories for on in one.came_to(mentor_id) if on > last_day]
    if not later:
        return ""
    on, name = max(later)
    names = {name for _, name in later}
    others = f" dan {len(names) - 1} binaan lain" if len(names) > 1 else ""
    return (
        f"Menurut catatan, {name}{others} masuk ke pendampingannya sesudah hari ini, terakhir "
        f"{indonesian_date(on)}. Pilih hari itu atau sesudahnya. Bila tugasnya memang berakhir lebih dahulu, "
        "serah terimakan dahulu binaan itu kepada yang bertugas, bertanggal hari masuknya."
    )
