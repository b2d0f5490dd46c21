"""Naik kelas: a proposal of the Fasilitator that the Kepala Dinas decides; the program claims nothing.

Pasal 1 angka 14 only says "sudah tumbuh dan berkembang", and angka 13 describes a Koperasi Berkualitas
without a measure: which rise is enough is a person's decision, with its reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from domain.blitar.caseload.progress import GoalStep, Movement
from domain.blitar.field_checks import day_problems
from domain.blitar.instruments import at
from domain.blitar.kinds import SubjectKind
from domain.declared import check_typed
from domain.labelled import Labelled
from domain.problems import Problem
from domain.regulation.sources import Citation
from domain.typed import Day, Line, OneOf, Prose

GROWN: Final = at("1.14", "sudah tumbuh dan berkembang")
QUALITY: Final = at("1.13")


class UpgradeOutcome(Labelled):
    """What the Kepala Dinas decided."""

    CONFIRMED = "confirmed", "Ditetapkan"
    DECLINED = "declined", "Belum ditetapkan"


@dataclass(frozen=True, slots=True, kw_only=True)
class UpgradeProposed:
    """Why what rose is enough to move up, in the words of who proposes it."""

    reason: Annotated[str, Prose("Alasan usulan: mengapa perubahan ini cukup")]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpgradeDecision:
    """The decision on a proposal: what, why, on which day, under which number."""

    outcome: Annotated[UpgradeOutcome, OneOf("Keputusan")]
    reason: Annotated[str, Prose("Alasan keputusan")]
    on: Annotated[date, Day("Tanggal keputusan")]
    number: Annotated[str, Line("Nomor keputusan, bila ada")] = ""


def provision_of(kind: SubjectKind) -> Citation:
    """Where the text says what moving up means for a kind of binaan."""
    return QUALITY if kind is SubjectKind.CLIENT_COOPERATIVE else GROWN


def title_of(kind: SubjectKind) -> str:
    """What moving up is called: a koperasi becomes berkualitas, a micro business naik kelas."""
    return "Koperasi Berkualitas" if kind is SubjectKind.CLIENT_COOPERATIVE else "Usaha Mikro Naik Kelas"


def risen(steps: tuple[GoalStep, ...]) -> tuple[GoalStep, ...]:
    """The goals that went up, with or without evidence."""
    return tuple(step for step in steps if step.movement is Movement.UP)


def proposal_problems(steps: tuple[GoalStep, ...], proposed: UpgradeProposed) -> tuple[Problem, ...]:
    """What stands in the way of a proposal: nothing rose, or nobody says why it is enough."""
    return tuple(_proposal_problems(steps, proposed))


def decision_problems(decision: UpgradeDecision, proposed_on: date, day: date) -> tuple[Problem, ...]:
    """What is wrong with a decision as it is recorded on a day."""
    return tuple(_decision_problems(decision, proposed_on, day))


def _proposal_problems(steps: tuple[GoalStep, ...], proposed: UpgradeProposed) -> Iterator[Problem]:
    if not risen(steps):
        yield Problem(
            "goals",
            "Belum ada tujuan yang naik dibanding data awal, jadi belum ada yang dapat diusulkan. "
            "Catat kunjungan dengan indikator yang berubah, lalu verifikasi.",
        )
    if not proposed.reason.strip():
        yield Problem(
            "reason",
            "Alasan usulan belum diisi. Teks tidak memberi ukuran naik kelas "
            f"({GROWN.place}, {QUALITY.place}), jadi tulis mengapa perubahan ini cukup.",
        )
    yield from check_typed(proposed)


def _decision_problems(decision: UpgradeDecision, proposed_on: date, day: date) -> Iterator[Problem]:
    if not decision.reason.strip():
        yield Problem("reason", "Alasan keputusan belum diisi. Tulis dasar pertimbangannya.")
    yield from check_typed(decision)
    yield from day_problems(day, ("on", decision.on))
    if decision.on < proposed_on:
        yield Problem("on", "Tanggal keputusan mendahului usulannya. Periksa tanggalnya.")
