"""Pendamping and the kecamatan that they are given, each from a day, possibly until a day (Pasal 11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from domain.dates import indonesian_date
from domain.problems import Problem
from domain.regions.regions import BLITAR_REGENCY, district, districts
from domain.typed import Code, Day, Given, Prose, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One Pendamping's time in service: from the decree, until the contract or an earlier end.

    `ended_on` is the last day of service when it ended before the contract. `home` is the code of the
    kecamatan where the Pendamping lives, None while nobody has recorded it.
    """

    mentor_id: int
    name: str
    appointed_on: date
    contract_until: date
    ended_on: date | None = None
    home: str | None = None

    @property
    def last_day(self) -> date:
        """The last day of service."""
        return self.contract_until if self.ended_on is None else min(self.ended_on, self.contract_until)

    def is_on(self, day: date) -> bool:
        """Whether the Pendamping serves on a day."""
        return self.appointed_on <= day <= self.last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One kecamatan given to one Pendamping; a temporary cover has its last day from the start."""

    mentor_id: Annotated[int, Given()]
    district_code: Annotated[str, Code("Kecamatan")]
    starts_on: Annotated[date, Day("Mulai")]
    ends_on: Annotated[date | None, Day("Sampai")] = None
    temporary: Annotated[bool, YesNo("Sementara (menutup kekosongan)")] = False
    id: Annotated[int | None, Given()] = None
    note: Annotated[str, Prose("Catatan")] = ""

    def last_day(self, service: Service) -> date:
        """The last day on which it holds: its own end, or that of the service."""
        return service.last_day if self.ends_on is None else min(self.ends_on, service.last_day)

    def holds_on(self, day: date, service: Service) -> bool:
        """Whether it holds on a day, which it never does outside the service."""
        return max(self.starts_on, service.appointed_on) <= day <= self.last_day(service)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentEnd:
    """The last day of an assignment that ends earlier, and why."""

    ends_on: Annotated[date, Day("Hari terakhir")]
    note: Annotated[str, Prose("Alasan")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadAccepted:
    """Since when a proposed spread of the kecamatan holds, and why it was accepted or changed."""

    from_day: Annotated[date, Day("Berlaku mulai")]
    note: Annotated[str, Prose("Alasan menerima atau mengubah usulan")]


def problems_of(wanted: Assignment, service: Service, existing: Iterable[Assignment]) -> tuple[Problem, ...]:
    """What is wrong with a new assignment; empty when it can be given."""
    found = []
    if wanted.district_code not in {one.code for one in districts(BLITAR_REGENCY.code)}:
        told = "Ini bukan kecamatan Kabupaten Blitar; pilih dari daftar 22 kecamatan (Pasal 11 ayat (2))."
        found.append(Problem("district_code", told))
    if not service.appointed_on <= wanted.starts_on <= service.last_day:
        told = (
            f"{service.name} bertugas {indonesian_date(service.appointed_on)} sampai "
            f"{indonesian_date(service.last_day)}; pilih tanggal mulai di antaranya."
        )
        found.append(Problem("starts_on", told))
    if wanted.ends_on is not None and wanted.ends_on < wanted.starts_on:
        found.append(Problem("ends_on", "Tanggal akhir mendahului tanggal mulai. Periksa keduanya."))
    if wanted.temporary and wanted.ends_on is None:
        told = "Penugasan sementara perlu tanggal akhir, agar wilayahnya tidak terlupakan."
        found.append(Problem("ends_on", told))
    found += [_overlap(other, service) for other in existing if _overlaps(wanted, other)]
    return tuple(found)


def end_problem(given: Assignment, last_day: date) -> Problem | None:
    """What is wrong with a day on which an assignment is to end; it may only become shorter."""
    if last_day < given.starts_on - timedelta(days=1):
        told = (
            f"Penugasan ini mulai {indonesian_date(given.starts_on)}; hari terakhirnya paling awal sehari "
            "sebelumnya, yang berarti dibatalkan."
        )
        return Problem("ends_on", told)
    if given.ends_on is not None and last_day > given.ends_on:
        told = (
            f"Penugasan ini sudah berakhir pada {indonesian_date(given.ends_on)}. Untuk memperpanjang, "
            "beri penugasan baru sesudahnya."
        )
        return Problem("ends_on", told)
    return None


def _overlaps(wanted: Assignment, other: Assignment) -> bool:
    # By their own days: a service that ended can still be recorded as having ended later.
    same = (wanted.mentor_id, wanted.district_code) == (other.mentor_id, other.district_code)
    until, other_until = wanted.ends_on or date.max, other.ends_on or date.max
    if other_until < other.starts_on:
        return False  # called off before it began
    return same and other.id != wanted.id and wanted.starts_on <= other_until and other.starts_on <= until


def _overlap(other: Assignment, service: Service) -> Problem:
    found = district(other.district_code)
    name = found.name if found else other.district_code
    until = f" sampai {indonesian_date(other.ends_on)}" if other.ends_on else ""
    return Problem(
        "district_code",
        f"{service.name} sudah ditugaskan di {name} sejak {indonesian_date(other.starts_on)}{until}. "
        "Akhiri dahulu penugasan itu, atau mulai sesudahnya.",
    )
