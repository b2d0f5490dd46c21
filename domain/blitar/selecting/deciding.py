"""What stands in the way of fixing a round's result with its minutes (Pasal 8 huruf e)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.blitar.examining import CandidateFindings
from domain.blitar.selecting.results import FILING, RESULT, InTheWay, OutcomeKind, in_the_way_of_passing
from domain.blitar.selecting.rounds import Round
from domain.blitar.selecting.standing import Standing, decided_as
from domain.dates import indonesian_date
from domain.declared import check_typed
from domain.problems import Problem
from domain.typed import Day, Line


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultMinutes:
    """The minutes that fix a result: the office's number, and the day."""

    minutes_number: Annotated[str, Line("Nomor berita acara")]
    on: Annotated[date, Day("Tanggal penetapan")]


def in_the_way_of_deciding(
    wanted: Round, candidates: Iterable[tuple[Standing, CandidateFindings]], on: date
) -> tuple[InTheWay, ...]:
    """Why the result cannot be fixed on a day: every registration needs an outcome that still holds."""
    return tuple(_reasons(wanted, tuple(candidates), on))


def check_minutes(wanted: Round, minutes: ResultMinutes, day: date) -> tuple[Problem, ...]:
    """Every problem of the minutes that fix a result on a day; the number is the office's own."""
    return tuple(_minutes_problems(wanted, minutes, day))


def _reasons(
    wanted: Round, candidates: tuple[tuple[Standing, CandidateFindings], ...], on: date
) -> Iterator[InTheWay]:
    if on <= wanted.closes_on:
        told = f"Pendaftaran dibuka sampai {indonesian_date(wanted.closes_on)}; tetapkan sesudahnya."
        yield InTheWay(told, FILING)
    waiting = [str(one.number) for one, _ in candidates if one.outcome is None]
    if waiting:
        yield InTheWay(f"Hasil pendaftar nomor {', '.join(waiting)} belum diputuskan.", RESULT)
    passed = len(decided_as((one for one, _ in candidates), OutcomeKind.PASSED))
    if passed > wanted.quota:
        yield InTheWay(f"{passed} orang dinyatakan lulus, sedangkan kuotanya {wanted.quota}.", RESULT)
    for standing, found in candidates:
        yield from _no_longer_holds(standing, found)


def _no_longer_holds(standing: Standing, found: CandidateFindings) -> Iterator[InTheWay]:
    outcome = standing.outcome
    if outcome is None or not outcome.takes_part:
        return
    for reason in in_the_way_of_passing(found, standing.tests, outcome.reading_reason, places_left=1):
        told = f"Nomor {standing.number} dicatat {outcome.kind.label.lower()}, tetapi: {reason.sentence}"
        yield InTheWay(told, reason.place)


def _minutes_problems(wanted: Round, minutes: ResultMinutes, day: date) -> Iterator[Problem]:
    on = minutes.on
    if not minutes.minutes_number.strip():
        yield Problem(
            "minutes_number",
            "Nomor berita acara belum diisi. Salin nomor dari kantor; program tidak membuat nomor.",
        )
    yield from check_typed(minutes)
    if on > day:
        yield Problem("on", f"Tanggal {indonesian_date(on)} belum terjadi. Isi tanggal sampai hari ini.")
    elif on <= wanted.closes_on:
        yield Problem(
            "on", f"Penetapan ada sesudah pendaftaran ditutup, {indonesian_date(wanted.closes_on)}."
        )
