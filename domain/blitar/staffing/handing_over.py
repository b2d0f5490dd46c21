"""Binaan handed over when somebody leaves: who would take each, what is checked, and the minutes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from domain.blitar.care_history import CareHistory, too_early
from domain.blitar.kinds import SubjectKind
from domain.blitar.staffing.assignments import Assignment, Service
from domain.dates import indonesian_date
from domain.declared import check_typed
from domain.problems import Problem
from domain.typed import Day, Line, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverWritten:
    """What is written down of a handover; `promises` are what each binaan was promised, by its number."""

    number: Annotated[str, Line("Nomor berita acara")]
    on: Annotated[date, Day("Tanggal serah terima")]
    note: Annotated[str, Prose("Catatan")] = ""
    promises: Annotated[Mapping[int, str], Line("Janji yang harus ditepati")] = field(default_factory=dict)


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
    """A handover as its minutes tell it; `giver_died` lets the Fasilitator stand for the giver.

    `elsewhere` counts binaan of the same minutes that are not for the reader, who gets an excerpt.
    """

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
    elsewhere: int = 0

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


def in_way_of(history: CareHistory, taker: Service, giver_id: int, on: date, day: date) -> Iterator[str]:
    """Why a binaan cannot go over to somebody on a day, as it is recorded on another."""
    if history.latest.mentor_id != giver_id or history.ended_on is not None:
        yield f"{history.name} tidak lagi dipegang yang menyerahkan. Muat ulang, lalu periksa lagi."
        return
    yield from filter(None, (_no_taker(taker, giver_id, on, day), too_early(history, on)))


def check_handover(written: HandoverWritten, giver: Service, day: date) -> tuple[Problem, ...]:
    """Every problem in a handover as it is recorded on a day."""
    return (*_number(written.number), *_day(written.on, giver, day), *check_typed(written))


def _number(number: str) -> Iterator[Problem]:
    if not number.strip():
        yield Problem("number", "Nomor berita acara belum diisi. Salin dari buku agenda Dinas.")


def _day(on: date, giver: Service, day: date) -> Iterator[Problem]:
    if on > day:
        told = f"Serah terima dicatat pada harinya atau sesudahnya: paling lambat {indonesian_date(day)}."
        yield Problem("on", told)
    elif on < giver.appointed_on:
        told = f"{giver.name} baru bertugas sejak {indonesian_date(giver.appointed_on)}. Periksa tanggalnya."
        yield Problem("on", told)


def _no_taker(taker: Service, giver_id: int, on: date, day: date) -> str:
    if taker.mentor_id == giver_id:
        return "Penerima sama dengan yang menyerahkan. Pilih Pendamping lain."
    if on < taker.appointed_on:
        begins = indonesian_date(taker.appointed_on)
        return f"{taker.name} baru bertugas sejak {begins}. Pilih hari itu, atau Pendamping lain."
    if taker.last_day < max(on, day):  # nobody is given a binaan after having left
        left = indonesian_date(taker.last_day)
        return f"{taker.name} hanya bertugas sampai {left}. Pilih Pendamping yang masih bertugas."
    return ""
