"""How the mentoring of a binaan ends; it stays in the counts of the months in which it was mentored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.blitar.care_history import CareHistory, too_early
from domain.blitar.field_checks import day_problems
from domain.dates import indonesian_date
from domain.declared import check_typed
from domain.labelled import Labelled
from domain.problems import Problem
from domain.typed import Day, OneOf, Prose


class LeavingGround(Labelled):
    """Why a binaan is no longer mentored; the Perbup names no grounds, so these are the office's own."""

    REFUSED = "refused", "Tidak mau didampingi lagi"
    CLOSED = "closed", "Usaha tutup atau koperasi bubar"
    MOVED = "moved", "Pindah ke luar Kabupaten Blitar"
    COMPLETED = "completed", "Pendampingan selesai"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """The end of a mentoring: why, the last day, and what was told."""

    ground: Annotated[LeavingGround, OneOf("Alasan")]
    on: Annotated[date, Day("Hari terakhir didampingi")]
    reason: Annotated[str, Prose("Keterangan")]


def check_leaving(
    leaving: Leaving,
    since: date,
    day: date,
    last_visit_on: date | None = None,
    history: CareHistory | None = None,
) -> tuple[Problem, ...]:
    """Every problem in an end as it is recorded on a day.

    `last_visit_on` counts drafts too, and `history` is who had the binaan; a form may know neither.
    """
    return tuple(_problems(leaving, since, day, last_visit_on, history))


def _problems(
    leaving: Leaving, since: date, day: date, last_visit_on: date | None, history: CareHistory | None
) -> Iterator[Problem]:
    yield from day_problems(day, ("on", leaving.on))
    if leaving.on < since:
        told = f"Binaan ini baru didampingi sejak {indonesian_date(since)}. Periksa tanggal akhirnya."
        yield Problem("on", told)
    elif history is not None and (told := too_early(history, leaving.on)):
        yield Problem("on", told)
    if last_visit_on is not None and leaving.on < last_visit_on:
        told = (
            f"Masih ada kunjungan tercatat pada {indonesian_date(last_visit_on)}, sesudah tanggal ini. "
            "Periksa tanggal akhirnya, atau perbaiki dahulu kunjungannya."
        )
        yield Problem("on", told)
    if not leaving.reason.strip():
        yield Problem("reason", "Keterangan belum diisi. Tulis apa yang disampaikan binaan atau petugas.")
    yield from check_typed(leaving)
