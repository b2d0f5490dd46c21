"""One round of the open selection: its announcement, period, papers and quota (Pasal 8 huruf a-c)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.dates import indonesian_date
from domain.declared import check_typed
from domain.labelled import Labelled
from domain.problems import Problem
from domain.typed import Count, Day, Line, Prose

MOST_PAPERS = 40


class RoundStage(Labelled):
    """How far a round is on a day."""

    ANNOUNCED = "announced", "Diumumkan, pendaftaran belum dibuka"
    OPEN = "open", "Pendaftaran dibuka"
    SELECTING = "selecting", "Seleksi berkas, ujian, dan wawancara"
    DECIDED = "decided", "Hasil ditetapkan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One selection round as its announcement fixes it; the number is the office's own, never made up.

    `quota` is how many Pendamping are sought: the text names 22 kecamatan and no number (B-27). `terms`
    are what the announcement asks besides Pasal 7, such as how old a letter may be.
    """

    title: Annotated[str, Line("Nama seleksi")]
    announcement_number: Annotated[str, Line("Nomor pengumuman")]
    announced_on: Annotated[date, Day("Diumumkan")]
    opens_on: Annotated[date, Day("Pendaftaran dibuka")]
    closes_on: Annotated[date, Day("Pendaftaran ditutup")]
    quota: Annotated[int, Count("Kuota Pendamping", unit="orang", least=1, largest=500)]
    papers: Annotated[tuple[str, ...], Line("Berkas yang diminta")] = ()
    terms: Annotated[str, Prose("Ketentuan lain")] = ""
    test_on: Annotated[date | None, Day("Ujian tertulis")] = None
    interview_on: Annotated[date | None, Day("Wawancara")] = None

    def takes(self, day: date) -> bool:
        """Whether registrations of a day are within the period, both days included."""
        return self.opens_on <= day <= self.closes_on

    def stage_on(self, day: date, *, decided: bool) -> RoundStage:
        """How far the round is on a day."""
        if decided:
            return RoundStage.DECIDED
        if day < self.opens_on:
            return RoundStage.ANNOUNCED
        return RoundStage.OPEN if self.takes(day) else RoundStage.SELECTING

    def days_left(self, day: date) -> int | None:
        """How many days registration stays open after a day; None while it is not open."""
        return (self.closes_on - day).days if self.takes(day) else None


def check_round(wanted: Round) -> tuple[Problem, ...]:
    """Every problem of a round, in the order of the form."""
    return tuple(_problems(wanted))


def _problems(wanted: Round) -> Iterator[Problem]:
    if not wanted.title.strip():
        yield Problem("title", "Nama seleksi belum diisi, misalnya “Seleksi Pendamping 2027”.")
    yield from check_typed(wanted)
    if len(wanted.papers) > MOST_PAPERS:
        yield Problem("papers", f"Paling banyak {MOST_PAPERS} berkas, satu setiap baris. Gabungkan sebagian.")
    if wanted.opens_on < wanted.announced_on:
        yield Problem(
            "opens_on", "Pendaftaran dibuka sebelum diumumkan (Pasal 8 huruf b). Periksa tanggalnya."
        )
    if wanted.closes_on < wanted.opens_on:
        yield Problem("closes_on", "Pendaftaran ditutup sebelum dibuka. Periksa kedua tanggalnya.")
    steps = (
        ("test_on", "Ujian tertulis", wanted.test_on),
        ("interview_on", "Wawancara", wanted.interview_on),
    )
    for field, name, day in steps:
        if day is not None and day <= wanted.closes_on:
            yield Problem(
                field, f"{name} ada sesudah pendaftaran ditutup, {indonesian_date(wanted.closes_on)}."
            )


def check_change(wanted: Round, registered: Collection[date], passed: int) -> tuple[Problem, ...]:
    """What a change of a running round may not do to those who registered or passed already."""
    return tuple(_change_problems(wanted, registered, passed))


def _change_problems(wanted: Round, registered: Collection[date], passed: int) -> Iterator[Problem]:
    early = [day for day in registered if day < wanted.opens_on]
    late = [day for day in registered if day > wanted.closes_on]
    if early:
        yield Problem(
            "opens_on", f"Sudah ada pendaftaran tanggal {indonesian_date(min(early))}, sebelum tanggal ini."
        )
    if late:
        yield Problem(
            "closes_on", f"Sudah ada pendaftaran tanggal {indonesian_date(max(late))}, sesudah tanggal ini."
        )
    if wanted.quota < passed:
        yield Problem("quota", f"Sudah {passed} orang dinyatakan lulus. Kuota tidak dapat kurang dari itu.")


def check_registration_day(wanted: Round, registered_on: date) -> Problem | None:
    """What is wrong with registering on a day; the day of filing counts for the age (B-10).

    Who comes after the last day is registered as late (domain/blitar/selecting/lateness.py).
    """
    if registered_on >= wanted.opens_on:
        return None
    return Problem(
        "registered_on",
        f"Tanggal pendaftaran mendahului pembukaan pendaftaran, {indonesian_date(wanted.opens_on)}. "
        "Periksa tanggal pada berkasnya.",
    )
