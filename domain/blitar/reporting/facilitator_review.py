"""The Kepala Dinas's review of a Fasilitator's work, task by task (Pasal 15 ayat (2), Pasal 5 ayat (3))."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Final

from domain.blitar.goals_and_tasks import FacilitatorTask
from domain.blitar.instruments import at
from domain.blitar.reporting.report import last_day_of, month_of
from domain.blitar.staffing.assignments import Service
from domain.dates import indonesian_date, indonesian_month
from domain.declared import check_typed
from domain.labelled import Labelled
from domain.problems import Problem
from domain.typed import LONGEST_PROSE, Given, Line, OneOf, Prose

REVIEWED: Final = at("15(2)", "terhadap kinerja Fasilitator")
NO_SCALE: Final = "Teks tidak memberi ukuran; hasil tiap tugas adalah penilaian Kepala Dinas."


class TaskResult(Labelled):
    """How a task was done in the month, in the eyes of the Kepala Dinas; the text gives no scale."""

    DONE = "done", "Dilaksanakan"
    PARTLY = "partly", "Sebagian"
    NOT_DONE = "not_done", "Belum dilaksanakan"
    NOT_DUE = "not_due", "Tidak ada pekerjaan bulan ini"


NOT_JUDGED: Final = "Belum dinilai"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReview:
    """The finding on one task; None while nobody has judged it, which is not a no."""

    result: Annotated[TaskResult | None, OneOf("Hasil")] = None
    note: Annotated[str, Line("Catatan", longest=LONGEST_PROSE)] = ""

    @property
    def told(self) -> str:
        """The finding in words."""
        return NOT_JUDGED if self.result is None else self.result.label


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilitatorReview:
    """The review of one Fasilitator for one month."""

    staff_id: Annotated[int, Given()]
    month: date
    tasks: Mapping[FacilitatorTask, TaskReview] = field(default_factory=dict)
    conclusion: Annotated[str, Prose("Kesimpulan")] = ""

    def of(self, task: FacilitatorTask) -> TaskReview:
        """What was found on a task."""
        return self.tasks.get(task, TaskReview())

    @property
    def judged(self) -> int:
        """On how many of the nine tasks there is a finding."""
        return sum(self.of(task).result is not None for task in FacilitatorTask)


def check_review(review: FacilitatorReview, service: Service, day: date) -> tuple[Problem, ...]:
    """Every problem in a review as it is recorded on a day."""
    return tuple(_problems(review, service, day))


def serves_in(service: Service, month: date) -> bool:
    """Whether somebody is in service on a day of a month at least."""
    return service.appointed_on <= last_day_of(month) and service.last_day >= month_of(month)


def _problems(review: FacilitatorReview, service: Service, day: date) -> Iterator[Problem]:
    month = indonesian_month(review.month)
    if review.month > day:
        yield Problem("month", f"{month} belum mulai. Pilih bulan yang sudah berjalan.")
    if not serves_in(service, review.month):
        told = (
            f"{service.name} bertugas {indonesian_date(service.appointed_on)} sampai "
            f"{indonesian_date(service.last_day)}, jadi tidak dapat dinilai untuk {month}."
        )
        yield Problem("month", told)
    if not review.judged and not review.conclusion.strip():
        yield Problem("conclusion", "Belum ada yang dinilai. Pilih hasil paling sedikit satu tugas.")
    for task, found in review.tasks.items():
        if found.result in (TaskResult.PARTLY, TaskResult.NOT_DONE) and not found.note.strip():
            told = f"{task.label}: tulis apa yang belum dilaksanakan ({task.citation.place})."
            yield Problem(f"tasks.{task}", told)
    yield from check_typed(review)
