"""A training of a Pendamping, given by a Fasilitator or an accredited body (Pasal 10, B-29)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.blitar.field_checks import LONGEST_NAME, day_problems, text_problems
from domain.labelled import Labelled
from domain.problems import Problem

MOST_HOURS = 1_000


class Trainer(Labelled):
    """Who gave a training; either may (B-29)."""

    FACILITATOR = "facilitator", "Fasilitator"
    ACCREDITED = "accredited", "Lembaga terakreditasi BNSP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One training: what, when, by whom, how many hours, and the certificate if there is one."""

    on: date
    title: str
    trainer: Trainer
    given_by: str
    hours: int | None = None
    certificate: str = ""


def check_training(training: Training, day: date) -> tuple[Problem, ...]:
    """Every problem in a training as it is recorded on a day."""
    texts = (
        ("title", training.title, LONGEST_NAME),
        ("given_by", training.given_by, LONGEST_NAME),
        ("certificate", training.certificate, LONGEST_NAME),
    )
    return (
        *day_problems(day, ("on", training.on)),
        *_blank(training),
        *_hours(training),
        *text_problems(*texts),
    )


def _blank(training: Training) -> Iterator[Problem]:
    if not training.title.strip():
        yield Problem("title", "Nama bimbingan teknis belum diisi. Salin dari undangan atau sertifikatnya.")
    if not training.given_by.strip():
        yield Problem("given_by", "Nama Fasilitator atau lembaganya belum diisi (Pasal 10).")


def _hours(training: Training) -> Iterator[Problem]:
    if training.hours is not None and not 1 <= training.hours <= MOST_HOURS:
        yield Problem("hours", f"Lama bimbingan 1 sampai {MOST_HOURS} jam; kosongkan bila tidak diketahui.")
