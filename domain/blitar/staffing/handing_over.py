"""Binaan handed over when somebody leaves: who would take each, what is checked, and the minutes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from domain.blitar.field_checks import LONGEST_NAME, text_problems
from domain.blitar.kinds import SubjectKind
from domain.blitar.staffing.assignments import Assignment, Service
from domain.dates import indonesian_date
from domain.problems import Problem

LONGEST_PROMISE = 300
LONGEST_NOTE = 2_000


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One binaan in the minutes: which, where, who takes it, and what was promised to it."""

    number: str
    name: str
    kind: SubjectKind
    district_code: str | None
    receiver: str
    promise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverMinutes:
    """A handover as its minutes tell it; `giver_died` lets the Fasilitator stand for the giver."""

    number: str
    on: date
    giver: str
    giver_decree: str
    giver_until: date
    ground: str
    giver_died: bool
    facilitator: str
    lines: tuple[HandedOver, ...]
    note: str = ""

    @property
    def receivers(self) -> tuple[str, ...]:
        """Everybody who takes binaan, by name."""
        return tuple(sorted({line.receiver for line in self.lines}))


def receiver_of(
    code: str | None,
    day: date,
    services: Iterable[Service],
    assignments: Iterable[Assignment],
    *,
    leaving: int,
) -> int | None:
    """Who covers a kecamatan on a day but for the one who leaves: lasting before temporary, longest first."""
    by_id = {one.mentor_id: one for one in services}
    covers = [
        one
        for one in assignments
        if one.district_code == code and one.mentor_id != leaving and one.holds_on(day, by_id[one.mentor_id])
    ]
    best = min(covers, key=lambda one: (one.temporary, one.starts_on, one.mentor_id), default=None)
    return None if best is None else best.mentor_id


def check_handover(
    number: str, on: date | None, note: str, promises: Mapping[int, str], giver: Service, day: date
) -> tuple[Problem, ...]:
    """Every problem in a handover as it is recorded on a day."""
    return (*_number(number), *_day(on, giver, day), *_texts(note, promises))


def _number(number: str) -> Iterator[Problem]:
    if not number.strip():
        yield Problem("number", "Nomor berita acara belum diisi. Salin dari buku agenda Dinas.")
    yield from text_problems(("number", number, LONGEST_NAME))


def _day(on: date | None, giver: Service, day: date) -> Iterator[Problem]:
    if on is None:
        yield Problem("on", "Tanggal serah terima belum diisi. Isi tanggal pada berita acara.")
    elif on > day:
        told = f"Serah terima dicatat pada harinya atau sesudahnya: paling lambat {indonesian_date(day)}."
        yield Problem("on", told)
    elif on < giver.appointed_on:
        told = f"{giver.name} baru bertugas sejak {indonesian_date(giver.appointed_on)}. Periksa tanggalnya."
        yield Problem("on", told)


def _texts(note: str, promises: Mapping[int, str]) -> Iterator[Problem]:
    yield from text_problems(("note", note, LONGEST_NOTE))
    for client_id, promise in promises.items():
        yield from text_problems((f"promises.{client_id}", promise, LONGEST_PROMISE))
