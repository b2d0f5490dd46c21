"""Contracts of Pendamping that end, who of them may be renewed, and what a renewal must say.

The text names only the end of a contract (Pasal 9 ayat (2) huruf c) and is silent on renewing one: that the
Kepala Dinas renews by the decree that Pasal 11 ayat (1) gives them is the office's own way.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Final

from domain.blitar.ending import Ending
from domain.blitar.instruments import at
from domain.blitar.staffing.assignments import Assignment, Service
from domain.dates import indonesian_date
from domain.declared import check_typed
from domain.problems import Problem
from domain.typed import Day, Line, Prose

ENDS: Final = at("9(2).c")
DECREED: Final = at("11(1)")
_MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """The decree that renews: its number and day, the new last day of the contracts, and why."""

    decree: Annotated[str, Line("Nomor Keputusan Kepala Dinas")] = ""
    decided_on: Annotated[date | None, Day("Tanggal keputusan")] = None
    until: Annotated[date | None, Day("Hari terakhir kontrak yang baru")] = None
    reason: Annotated[str, Prose("Alasan perpanjangan")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewedLine:
    """One Pendamping on the decree's list: who, by which appointment, from when until when, and where."""

    staff_id: int
    name: str
    decree: str
    starts_on: date
    until: date
    district_codes: tuple[str, ...]


def ends_within(service: Service, day: date, days: int) -> bool:
    """Whether the contract, not an earlier end, runs out within so many days."""
    return day <= service.contract_until <= day + timedelta(days=days)


def runs_out(service: Service, day: date, days: int) -> bool:
    """Whether somebody who serves on a day has a contract that runs out within so many days."""
    return service.is_on(day) and ends_within(service, day, days)


def districts_kept(service: Service, assignments: Iterable[Assignment]) -> tuple[str, ...]:
    """The kecamatan that somebody still has on the last day of the contract and keeps beyond it.

    What was given for the time being, or until a day, ends by itself and is not renewed along.
    """
    return tuple(
        one.district_code
        for one in assignments
        if one.mentor_id == service.mentor_id
        and one.ends_on is None
        and not one.temporary
        and one.starts_on <= service.contract_until
    )


def hindrances(
    service: Service, ending: Ending | None, kept: Sequence[str], not_met: Sequence[str], day: date
) -> tuple[str, ...]:
    """Why a contract cannot be renewed on a day; empty when it can.

    `kept` are the kecamatan that stay theirs, `not_met` the provisions on appointment that do not hold.
    """
    return tuple(_hindrances(service, ending, kept, not_met, day))


def _hindrances(
    service: Service, ending: Ending | None, kept: Sequence[str], not_met: Sequence[str], day: date
) -> Iterator[str]:
    if ending is not None and ending.last_day is not None:
        told = f"tugasnya berakhir {indonesian_date(ending.last_day)}, {ending.ground.label.lower()}"
        yield f"{told} ({ending.ground.citation.place})"
    elif service.last_day < day:
        yield (
            f"kontraknya sudah habis {indonesian_date(service.last_day)} ({ENDS.place}); tetapkan kembali "
            "dengan keputusan baru di tab Penetapan"
        )
    elif not kept:
        yield (
            "tidak mempunyai kecamatan sesudah kontraknya habis: penugasannya sudah berakhir atau hanya "
            f"sementara ({at('11(2)').place}); beri penugasan dahulu, atau biarkan kontraknya habis"
        )
    yield from not_met


def problems_of(renewal: Renewal, services: Sequence[Service], day: date) -> tuple[Problem, ...]:
    """Everything that is wrong with a decree for these Pendamping."""
    return (*_chosen(services), *_decree(renewal, day), *_until(renewal, services), *check_typed(renewal))


def _chosen(services: Sequence[Service]) -> Iterator[Problem]:
    if not services:
        yield Problem("", "Belum ada Pendamping yang dicentang. Centang yang kontraknya diperpanjang.")


def _decree(renewal: Renewal, day: date) -> Iterator[Problem]:
    if not renewal.decree.strip():
        yield Problem("decree", "Nomor Keputusan Kepala Dinas belum diisi. Salin dari keputusannya.")
    if renewal.decided_on is None:
        yield Problem("decided_on", "Tanggal keputusan belum diisi. Isi tanggal pada keputusannya.")
    elif renewal.decided_on > day:
        told = f"Tanggal keputusan belum terjadi. Isi tanggal sampai hari ini, {indonesian_date(day)}."
        yield Problem("decided_on", told)
    if not renewal.reason.strip():
        yield Problem("reason", "Alasan belum diisi. Tulis mengapa kontraknya diperpanjang.")


def _until(renewal: Renewal, services: Sequence[Service]) -> Iterator[Problem]:
    if renewal.until is None:
        yield Problem("until", "Hari terakhir kontrak yang baru belum diisi.")
        return
    if short := not_prolonged(services, renewal.until):
        yield Problem("until", not_prolonged_told(short))


def not_prolonged(services: Sequence[Service], until: date) -> tuple[Service, ...]:
    """Whose contract runs as long already, or longer: a renewal until that day would not prolong it."""
    return tuple(one for one in services if until <= one.contract_until)


def not_prolonged_told(short: Sequence[Service]) -> str:
    """Why these contracts cannot be renewed until the day that was told, the first few by name."""
    named = [
        f"{one.name} (sudah sampai {indonesian_date(one.contract_until)})" for one in short[:_MOST_NAMED]
    ]
    if (more := len(short) - _MOST_NAMED) > 0:
        named.append(f"dan {more} lagi")
    return f"Hari terakhir yang baru harus sesudah kontrak yang berjalan: {', '.join(named)}."


def renewed_line(service: Service, decree: str, kept: Sequence[str], until: date) -> RenewedLine:
    """The line of one Pendamping: the new period begins on the day after the contract that runs."""
    return RenewedLine(
        staff_id=service.mentor_id,
        name=service.name,
        decree=decree,
        starts_on=service.contract_until + timedelta(days=1),
        until=until,
        district_codes=tuple(kept),
    )
