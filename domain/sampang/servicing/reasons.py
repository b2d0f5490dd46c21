"""Why a step of collecting may be taken, or why not yet: one condition in a sentence, with its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.labelled import Labelled
from domain.regulation.sources import Citation


class Step(Labelled):
    """A step of collecting a loan; the value is stable, the label is for people."""

    WARNING_1 = "warning_1", "Teguran 1"
    WARNING_2 = "warning_2", "Teguran 2"
    WARNING_3 = "warning_3", "Teguran 3"
    DEFAULT = "default", "Berita acara/surat pernyataan macet"
    VISIT = "visit", "Penagihan bersama Bank Jatim"
    ATTORNEY = "attorney", "Pelimpahan ke Kejaksaan (SKK)"
    AUCTION = "auction", "Pelimpahan ke KPKNL"
    RED_LIST = "red_list", "Daftar merah"


class Stance(Labelled):
    """Whether a step can be taken; what is not known is never a no."""

    DONE = "done", "Sudah"
    READY = "ready", "Dapat dilakukan"
    NOT_YET = "not_yet", "Belum waktunya"
    NOT_KNOWN = "not_known", "Belum dapat ditentukan"
    BARRED = "barred", "Tidak untuk pinjaman ini"


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition of a step: whether it holds, None where a fact is missing, and by which provision.

    `reading` is the reading that it rests on; `from_day` the first day on which it holds, if nothing else
    happens, None where no day can be told.
    """

    told: str
    holds: bool | None
    place: Citation
    reading: str = ""
    from_day: date | None = None

    @property
    def source(self) -> str:
        """The provision, and the reading if one decides it."""
        return f"{self.place.short}, tafsir {self.reading}" if self.reading else self.place.short


@dataclass(frozen=True, slots=True)
class StepFound:
    """A step with where it stands and why."""

    step: Step
    stance: Stance
    reasons: tuple[Reason, ...]

    @property
    def against(self) -> tuple[Reason, ...]:
        """What keeps it from being taken today, the missing facts too."""
        return tuple(one for one in self.reasons if one.holds is not True)

    @property
    def from_day(self) -> date | None:
        """The first day on which it can be taken if nobody pays; None where none can be told."""
        days = [one.from_day for one in self.against]
        known = [day for day in days if day is not None]
        return max(known) if known and len(known) == len(days) else None


def found(step: Step, reasons: Iterable[Reason], *, barred: bool = False) -> StepFound:
    """The step by its reasons: one against it keeps it back, one that is not known leaves it open."""
    known = tuple(reasons)
    if barred:
        return StepFound(step, Stance.BARRED, known)
    if any(one.holds is False for one in known):
        return StepFound(step, Stance.NOT_YET, known)
    unknown = any(one.holds is None for one in known)
    return StepFound(step, Stance.NOT_KNOWN if unknown else Stance.READY, known)
