"""The Kepala Dinas's review of a Fasilitator's work, task by task (Pasal 15 ayat (2), Pasal 5 ayat (3))."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from domain.blitar_mentoring.field_checks import LONGEST_TEXT, text_problems
from domain.blitar_mentoring.instruments import at
from domain.blitar_mentoring.tasks import FacilitatorTask
from domain.labelled import Labelled
from domain.problems import Problem

REVIEWED: Final = at("15(2)", "terhadap kinerja Fasilitator")


class TaskResult(Labelled):
    """How a task was done in the month, in the eyes of the Kepala Dinas; the text gives no scale."""

    DONE = "done", "Dilaksanakan"
    PARTLY = "partly", "Sebagian"
    NOT_DONE = "not_done", "Belum dilaksanakan"
    NOT_DUE = "not_due", "Tidak ada pekerjaan bulan ini"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReview:
    """The finding on one task; None while nobody has judged it, which is not a no."""

    result: TaskResult | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilitatorReview:
    """The review of one Fasilitator for one month."""

    staff_id: int
    month: date
    tasks: Mapping[FacilitatorTask, TaskReview] = field(default_factory=dict)
    conclusion: str = ""


def check_review(review: FacilitatorReview) -> tuple[Problem, ...]:
    """Every problem in a review as it is recorded."""
    return tuple(_problems(review))


def _problems(review: FacilitatorReview) -> Iterator[Problem]:
    for task, told in review.tasks.items():
        if told.result in (TaskResult.PARTLY, TaskResult.NOT_DONE) and not told.note.strip():
            yield Problem(task, f"{task.label}: tulis apa yang belum dilaksanakan ({task.citation.place}).")
        yield from text_problems((task, told.note, LONGEST_TEXT))
    yield from text_problems(("conclusion", review.conclusion, LONGEST_TEXT))
