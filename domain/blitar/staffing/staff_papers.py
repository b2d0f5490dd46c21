"""What the papers about one of the staff say: the decree of appointment, the letter of assignment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.blitar.appointment import Appointment
from domain.blitar.staffing.assignments import Assignment, Service
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.typed import Day, Line


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentDecree:
    """An appointment as its decree says it; `selected_in` and `replaces` are empty where there is none."""

    appointment: Appointment
    until: date | None
    home_code: str | None = None
    selected_in: str = ""
    replaces: str = ""


def selected_in(title: str, minutes_number: str, decided_on: date) -> str:
    """Out of which selection somebody is appointed, as a decree names it."""
    return f"{title}, berita acara nomor {minutes_number} tanggal {indonesian_date(decided_on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentLetter:
    """A letter of assignment as it is issued: the office's number and the day of the letter."""

    number: Annotated[str, Line("Nomor surat tugas")]
    on: Annotated[date | None, Day("Tanggal surat tugas")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedDistrict:
    """One kecamatan in a letter of assignment, with its first and last day."""

    district_code: str
    starts_on: date
    last_day: date
    temporary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentTold:
    """What a letter of assignment says: to whom, by which appointment, and the kecamatan."""

    name: str
    decree: str
    appointed_on: date
    districts: tuple[AssignedDistrict, ...]


def assigned_from(
    service: Service, given: Iterable[Assignment], day: date | None
) -> tuple[AssignedDistrict, ...]:
    """The kecamatan that somebody has on a day or gets later, the first to begin at the top."""
    if day is None:
        return ()
    told = (
        AssignedDistrict(
            district_code=one.district_code,
            starts_on=max(one.starts_on, service.appointed_on),
            last_day=one.last_day(service),
            temporary=one.temporary,
        )
        for one in given
        if one.mentor_id == service.mentor_id
    )
    lasting = (one for one in told if one.last_day >= max(one.starts_on, day))
    return tuple(sorted(lasting, key=lambda one: (one.starts_on, one.district_code)))


def letter_problems(letter: AssignmentLetter, told: AssignmentTold, today: date) -> tuple[Problem, ...]:
    """What is wrong with a letter of assignment; empty when it can be issued."""
    found = []
    if not letter.number.strip():
        found.append(Problem("number", "Nomor surat tugas belum diisi. Salin dari buku agenda kantor."))
    if letter.on is None:
        found.append(Problem("on", "Tanggal surat tugas belum diisi."))
    elif letter.on > today:
        found.append(Problem("on", "Tanggal surat tugas belum tiba. Terbitkan pada harinya."))
    elif letter.on < told.appointed_on:
        when = indonesian_date(told.appointed_on)
        found.append(Problem("on", f"Tanggal surat tugas mendahului penetapan, {when}. Periksa keduanya."))
    elif not told.districts:
        told_so = f"{told.name} belum mempunyai kecamatan pada tanggal itu. Beri kecamatannya dahulu."
        found.append(Problem("on", told_so))
    return tuple(found)
