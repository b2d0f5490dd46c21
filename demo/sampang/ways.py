"""How it goes with a demo file: what a meeting makes of it, and how its loan is repaid."""

from dataclasses import dataclass
from typing import Final

from demo.sampang.courses import Course
from domain.sampang.application import LoanApplication
from domain.sampang.origination.records import DecisionKind

_QUARTER: Final = 3  # bodies pay three months at once, ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How it goes with a file: what a meeting makes of it, and how its loan is repaid.

    `provisions` carry a refusal; `behind` counts the newest instalments that were not paid; `at_once`
    how many are paid together; `paid_twice` is a payment typed in a second time by mistake.
    """

    kind: DecisionKind = DecisionKind.APPROVE
    provisions: tuple[str, ...] = ()
    reason: str = "Survei sesuai berkas, usaha berjalan, dan agunan cukup"
    character_good: bool = True
    surveyors_differ: bool = False
    behind: int = 0
    at_once: int = 1
    paid_twice: bool = False


@dataclass(frozen=True, slots=True)
class DemoFile:
    """One application with the days of its way."""

    key: str
    application: LoanApplication
    course: Course
    way: Way

    @property
    def is_surveyed(self) -> bool:
        """Whether its survey is closed, which assesses it."""
        return self.course.surveyed_on is not None


USUAL: Final = Way()
BODY: Final = Way(at_once=_QUARTER)
TOO_LITTLE: Final = Way(
    kind=DecisionKind.REFUSE, provisions=("IV.2.g",), reason="Nilai agunan kurang dari 130 % nilai kredit"
)
CHARACTER: Final = Way(
    kind=DecisionKind.REFUSE,
    provisions=("VI.2.a.4",),
    reason="Karakter pemohon tidak dinilai baik",
    character_good=False,
)
POSTPONED: Final = Way(kind=DecisionKind.POSTPONE, reason="Menunggu penjelasan rencana penggunaan dana")
