"""A training of a Pendamping, given by a Fasilitator or an accredited body (Pasal 10, B-29)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.blitar.field_checks import day_problems
from domain.declared import check_typed
from domain.labelled import Labelled
from domain.problems import Problem
from domain.typed import Count, Day, Line, OneOf


class Trainer(Labelled):
    """Who gave a training; either may (B-29)."""

    FACILITATOR = "facilitator", "Fasilitator"
    ACCREDITED = "accredited", "Lembaga terakreditasi BNSP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One training: what, when, by whom, how many hours, and the certificate if there is one."""

    on: Annotated[date, Day("Tanggal")]
    title: Annotated[str, Line("Nama bimbingan teknis")]
    trainer: Annotated[Trainer, OneOf("Diberikan oleh")]
    given_by: Annotated[str, Line("Nama Fasilitator atau lembaga")]
    hours: Annotated[
        int | None,
        Count("Lama", unit="jam", least=1, largest=1_000, advice="Kosongkan bila tidak diketahui."),
    ] = None
    certificate: Annotated[str, Line("Nomor sertifikat, bila ada")] = ""


def check_training(training: Training, day: date) -> tuple[Problem, ...]:
    """Every problem in a training as it is recorded on a day."""
    return (
        *day_problems(day, ("on", training.on)),
        *_blank(training),
        *check_typed(training),
    )


def _blank(training: Training) -> Iterator[Problem]:
    if not training.title.strip():
        yield Problem("title", "Nama bimbingan teknis belum diisi. Salin dari undangan atau sertifikatnya.")
    if not training.given_by.strip():
        yield Problem("given_by", "Nama Fasilitator atau lembaganya belum diisi (Pasal 10).")
