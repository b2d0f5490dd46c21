"""The kinds of records that end: from which event their time runs, and which setting tells how long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.labelled import Labelled
from domain.regulation.parameter import Unit

LONGEST: Final = {Unit.YEARS: 50, Unit.DAYS: 3_650}
BASIS: Final = (
    "UU 27/2022 Pasal 42: pemrosesan diakhiri bila masa retensi tercapai; Pasal 43 dan 44: data dihapus atau "
    "dimusnahkan. Berapa lama, tidak ditulis di sana: itu ketetapan kantor, selaras dengan jadwal retensi "
    "arsipnya."
)
OF_THE_OFFICE: Final = "ketetapan kantor"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionKind:
    """One kind: the setting is in `unit`, at least `least`, from the day of `event`.

    With `from_year_end` the years run from the end of the year of the event.
    """

    key: str
    setting: str
    label: str
    event: str
    unit: Unit = Unit.YEARS
    least: int = 1
    because: str = OF_THE_OFFICE
    from_year_end: bool = False

    def due_on(self, event_on: date, length: int) -> date:
        """The first day on which it may go, when it is kept for so long."""
        if self.unit is Unit.DAYS:
            return event_on + timedelta(days=length)
        if self.from_year_end:
            return date(event_on.year + length + 1, 1, 1)
        return _years_later(event_on, length)

    def last_event(self, on: date, length: int) -> date:
        """The latest day of an event with which something is due on a day."""
        if self.unit is Unit.DAYS:
            return on - timedelta(days=length)
        if self.from_year_end:
            return date(on.year - length - 1, 12, 31)
        back = _years_later(on, -length)
        return back if _years_later(back, length) <= on else back - timedelta(days=1)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February: the whole years have passed on the 1st of March
        return date(day.year + years, 3, 1)


SIGN_INS: Final = RetentionKind(
    key="sign_ins",
    setting="keep_sign_ins",
    label="Catatan sesi masuk",
    event="sesi berakhir",
    unit=Unit.DAYS,
    least=30,
)


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due: whose, since which event, and how many pieces hang on it.

    `id` numbers it within its kind; of what nobody is named it is 0, and `pieces` are the rows.
    """

    kind: str
    id: int
    number: str
    name: str
    event_on: date
    due_on: date
    pieces: int

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from every other of the programme."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Kept:
    """For how long a kind is kept on a day: None where the office has not said so; then nothing is due."""

    kind: RetentionKind
    length: int | None
    since: date | None


class Outcome(Labelled):
    """What became of a line of a list at the approval; the value is stable, the label is for people."""

    ERASED = "erased", "dihapus"
    HELD = "held", "ditahan"
    LEFT = "left", "tidak lagi jatuh tempo"


def gone_name(year: int) -> str:
    """What stands for a name afterwards."""
    return f"dihapus (retensi {year})"


def by_key(kinds: Iterable[RetentionKind]) -> dict[str, RetentionKind]:
    """Kinds by their keys."""
    return {one.key: one for one in kinds}
