"""What cannot be right in a visit, each said as a sentence beside its field."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Protocol

from domain.blitar.field_checks import LARGEST_AMOUNT
from domain.blitar.indicators import Indicator, Shape, indicators_of
from domain.blitar.kinds import SubjectKind
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.visit import FollowUp, IndicatorChange, Visit, VisitPlace
from domain.dates import indonesian_date
from domain.declared import check_typed
from domain.money import number, rupiah
from domain.problems import Problem
from domain.regions.regions import BLITAR_REGENCY, districts

MOST_FOLLOW_UPS = 5
LARGEST_COUNT = 100_000


class Visited(Protocol):
    """The binaan of a visit, from wherever it was read."""

    @property
    def kind(self) -> str:
        """The value of its SubjectKind."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def since(self) -> date:
        """Since when it is mentored."""

    @property
    def ended_on(self) -> date | None:
        """When its mentoring ended, None while it goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitAround:
    """What a visit is held against: who visits, whom, and until when the binaan was mentored."""

    service: Service
    client_kind: SubjectKind
    client_name: str
    client_since: date
    client_until: date | None = None


def around(service: Service, client: Visited) -> VisitAround:
    """What the visits of a Pendamping to a binaan are held against."""
    return VisitAround(
        service=service,
        client_kind=SubjectKind(client.kind),
        client_name=client.name,
        client_since=client.since,
        client_until=client.ended_on,
    )


def check_draft(visit: Visit, around: VisitAround, day: date) -> tuple[Problem, ...]:
    """Every problem in a visit as it is kept for later on a day; what is still blank is none."""
    return tuple(_always(visit, around, day))


def check_sent(visit: Visit, around: VisitAround, day: date) -> tuple[Problem, ...]:
    """Every problem in a visit that is to be sent for verification on a day."""
    return (*_always(visit, around, day), *_blank(visit))


def check_alone(visit: Visit, day: date) -> tuple[Problem, ...]:
    """Every problem in a visit that is to be sent, as far as it shows before it is known who visited whom."""
    return (*_not_yet(visit.on, day), *_itself(visit), *_changes(visit.changes), *_blank(visit))


def _always(visit: Visit, around: VisitAround, day: date) -> Iterator[Problem]:
    yield from _not_yet(visit.on, day) or _day(visit.on, around)
    yield from _itself(visit)
    yield from _changes(visit.changes, around.client_kind)


def _itself(visit: Visit) -> Iterator[Problem]:
    if visit.district_code is not None and visit.district_code not in _codes():
        told = "Ini bukan kecamatan Kabupaten Blitar. Pilih dari daftar 22 kecamatan (Pasal 11 ayat (2))."
        yield Problem("district_code", told)
    yield from check_typed(visit)
    if visit.agency.strip() and not visit.recommendation.strip():
        told = "Perangkat Daerah sudah dipilih, tetapi rekomendasinya belum ditulis (Pasal 13)."
        yield Problem("recommendation", told)
    yield from _follow_ups(visit.follow_ups, visit.on)


@cache
def _codes() -> frozenset[str]:
    return frozenset(one.code for one in districts(BLITAR_REGENCY.code))


def _not_yet(on: date, day: date) -> tuple[Problem, ...]:
    if on <= day:
        return ()
    told = (
        f"Kunjungan {indonesian_date(on)} belum terjadi. Catat kunjungan setelah dilakukan; "
        "rencana ditulis di jadwal kerja."
    )
    return (Problem("on", told),)


def _day(on: date, around: VisitAround) -> Iterator[Problem]:
    service = around.service
    if not service.appointed_on <= on <= service.last_day:
        told = (
            f"{service.name} bertugas {indonesian_date(service.appointed_on)} sampai "
            f"{indonesian_date(service.last_day)}, jadi tidak dapat berkunjung pada {indonesian_date(on)}. "
            "Periksa tanggal atau nama Pendampingnya."
        )
        yield Problem("on", told)
    elif on < around.client_since:
        told = (
            f"{around.client_name} baru menjadi binaan sejak {indonesian_date(around.client_since)}. "
            "Periksa tanggal kunjungannya."
        )
        yield Problem("on", told)
    elif around.client_until is not None and on > around.client_until:
        told = (
            f"{around.client_name} tidak lagi didampingi sesudah {indonesian_date(around.client_until)}. "
            "Periksa tanggal kunjungannya."
        )
        yield Problem("on", told)


def _blank(visit: Visit) -> Iterator[Problem]:
    if not visit.tasks:
        yield Problem("tasks", "Pilih paling sedikit satu tugas yang dilakukan (Pasal 12).")
    if not visit.parts:
        yield Problem("parts", "Pilih paling sedikit satu komponen laporan (Pasal 16 ayat (2)).")
    if visit.place is VisitPlace.FIELD and visit.district_code is None:
        yield Problem("district_code", "Kecamatan tempat kunjungan belum dipilih.")
    if visit.recommendation.strip() and not visit.problem.strip():
        told = "Rekomendasi perlu permasalahan yang mendasarinya (Pasal 12 huruf c). Tulis permasalahannya."
        yield Problem("problem", told)


def _follow_ups(follow_ups: tuple[FollowUp, ...], on: date) -> Iterator[Problem]:
    if len(follow_ups) > MOST_FOLLOW_UPS:
        yield Problem("follow_ups", f"Paling banyak {MOST_FOLLOW_UPS} tindak lanjut untuk satu kunjungan.")
    for place, one in enumerate(follow_ups):
        where = f"follow_ups.{place}"
        if not one.told.strip():
            yield Problem(f"{where}.told", "Tindak lanjut belum ditulis. Tulis apa yang akan dikerjakan.")
        if one.due_on < on:
            told = f"Batas tindak lanjut mendahului kunjungannya, {indonesian_date(on)}. Periksa tanggalnya."
            yield Problem(f"{where}.due_on", told)


def _changes(changes: tuple[IndicatorChange, ...], kind: SubjectKind | None = None) -> Iterator[Problem]:
    """What is wrong with values; with the kind of a binaan also those that it does not have."""
    for place, one in enumerate(changes):
        where = f"changes.{place}"
        if kind is not None and one.indicator not in indicators_of(kind):
            told = f"{one.indicator.label} bukan indikator {kind.label.lower()}. Pilih dari daftar."
            yield Problem(f"{where}.indicator", told)
        yield from value_problems(f"{where}.value", one.indicator, one.value)
    names = [one.indicator for one in changes]
    for indicator in sorted({one for one in names if names.count(one) > 1}):
        yield Problem("changes", f"{indicator.label} diisi dua kali. Hapus salah satu.")


def value_problems(where: str, indicator: Indicator, value: int) -> Iterator[Problem]:
    """What is wrong with a value of an indicator."""
    match indicator.shape:
        case Shape.YES_NO if value not in (0, 1):
            yield Problem(where, f"{indicator.label}: isi ada atau belum ada.")
        case Shape.COUNT if not 0 <= value <= LARGEST_COUNT:
            yield Problem(where, f"{indicator.label}: isi jumlah antara 0 dan {number(LARGEST_COUNT)}.")
        case Shape.RUPIAH if not 0 <= value <= LARGEST_AMOUNT:
            yield Problem(where, f"{indicator.label}: isi antara {rupiah(0)} dan {rupiah(LARGEST_AMOUNT)}.")
