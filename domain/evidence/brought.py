"""One photo or scan as it is kept: what was made of the file, and what its taker allowed to be known."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Annotated, Final

from domain.closings import ClosingReason
from domain.evidence.contents import FileKind, carries_more_than_the_picture, kind_of
from domain.evidence.scans import acts_when_opened, is_whole_pdf
from domain.problems import Problem
from domain.typed import Line

LARGEST_BROUGHT: Final = 12 * 1024 * 1024
LARGEST_KEPT: Final = 5 * 1024 * 1024
LONGEST_SIDE: Final = 1_600
SMALL_SIDE: Final = 320
FIRST_CLOCK: Final = date(2000, 1, 1)  # no telephone took a photo before; a clock that was never set says so
FIELD: Final = "evidence"
_TOO_LONG_PHOTO: Final = "Foto kosong, atau lebih dari 5 MB setelah diperkecil."
_TOO_LONG_PDF: Final = "PDF kosong, atau lebih dari 5 MB. Pindai dengan mutu yang lebih rendah, lalu unggah."
Withdrawn = ClosingReason


@dataclass(frozen=True, slots=True)
class TakenAt:
    """Where and when a photo says that it was taken, as its own file tells; either may be unknown."""

    clock: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None

    @property
    def has_place(self) -> bool:
        """Whether the place is known."""
        return self.latitude is not None and self.longitude is not None

    def believed_on(self, day: date) -> "TakenAt":
        """The same without a clock that no photo of that day can show; a camera may be a day ahead."""
        if self.clock is None or FIRST_CLOCK <= self.clock.date() <= day + timedelta(days=1):
            return self
        return replace(self, clock=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A file made ready to be kept: a JPEG without anything beside its picture, or a PDF as it came.

    A PDF may hold place and time of its pictures. `small` is a picture for lists, empty for a PDF. `taken` is
    empty unless its taker agreed.
    """

    kind: FileKind
    data: bytes
    small: bytes = b""
    width: int = 0
    height: int = 0
    taken: TakenAt = TakenAt()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceTold:
    """What a person writes beside a photo or scan."""

    caption: Annotated[str, Line("Keterangan")] = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may hang on one record, and how many bytes an office keeps in all, on a day."""

    since: date
    per_record: int
    bytes_in_all: int

    def __post_init__(self) -> None:
        if not (1 <= self.per_record <= 50 and LARGEST_KEPT <= self.bytes_in_all):
            raise ValueError(f"limits of {self.since} keep nothing, or more than a screen can show")


# The program's own, so that a store and its copies stay of a size that an office can carry; no law sets them.
LIMITS: Final = (Limits(date(2015, 1, 1), per_record=8, bytes_in_all=4 * 1024**3),)


def limits_on(day: date) -> Limits:
    """The limits in force on a day."""
    return [one for one in LIMITS if one.since <= day][-1]


def problems_of(prepared: Prepared) -> list[Problem]:
    """What keeps a file from being kept, whoever made it ready."""
    told = []
    if not prepared.data or len(prepared.data) > LARGEST_KEPT:
        told.append(_TOO_LONG_PDF if prepared.kind is FileKind.PDF else _TOO_LONG_PHOTO)
    elif prepared.kind is FileKind.PDF:
        if kind_of(prepared.data) is not FileKind.PDF or not is_whole_pdf(prepared.data):
            told.append("Berkas ini bukan PDF yang utuh. Pindai atau unduh sekali lagi.")
        elif acts_when_opened(prepared.data):
            told.append("PDF ini berisi skrip atau berkas lain. Pindai ulang sebagai gambar, lalu unggah.")
    elif prepared.kind is not FileKind.JPEG or any(
        carries_more_than_the_picture(one) for one in (prepared.data, prepared.small)
    ):
        told.append("Foto belum dibersihkan dari keterangan tempat dan waktunya.")
    return [Problem(FIELD, one) for one in told]


def quota_problems(kept: int, added: int, bytes_kept: int, bytes_added: int, day: date) -> list[Problem]:
    """What the limits of a day say to so many more files."""
    limits, told = limits_on(day), []
    if kept + added > limits.per_record:
        told.append(
            f"Paling banyak {limits.per_record} foto dan pindaian; sudah ada {kept}. Tarik yang tidak perlu, "
            "atau pilih yang paling jelas."
        )
    if bytes_kept + bytes_added > limits.bytes_in_all:
        told.append("Ruang untuk foto dan pindaian kantor ini sudah penuh. Hubungi administrator.")
    return [Problem(FIELD, one) for one in told]
