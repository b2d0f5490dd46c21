"""What the papers of one kind of workbook say: its titles, its guide, and how large it may be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from documents.tabular.container import Limits
from domain.labelled import Labelled
from domain.tabular.workbook import SheetShape

GUIDE_SHEET: Final = "Petunjuk"
LISTS_SHEET: Final = "Daftar"
# Where lines come back, what is told beside them; neither is read again.
NOT_READ: Final = ("Alasan", "Baris asal")
_MEGABYTE: Final = 1024**2


@dataclass(frozen=True, slots=True)
class WorkbookForm:
    """A workbook: its sheets, the first of which must be there, and the words of its papers.

    `rows` names what a row of the first sheet is, `beside` is told of a line whose fellow is at fault.
    `stands_at` is the module and the name under which another process finds the same form.
    """

    stands_at: str
    sheets: Mapping[Labelled, SheetShape]
    rows: str
    title: str
    steps: tuple[str, ...]
    returned: str
    beside: str
    limits: Limits
    takes_text: bool = False

    def __reduce__(self) -> tuple[Callable[[str], "WorkbookForm"], tuple[str]]:
        return form_at, (self.stands_at,)

    @property
    def first(self) -> Labelled:
        """The sheet that must be there."""
        return next(iter(self.sheets))


def form_at(place: str) -> WorkbookForm:
    """The form that stands at a place such as `documents.sampang.takeover_book:TAKEOVER_BOOK`."""
    module, _, name = place.partition(":")
    found = getattr(import_module(module), name)
    if not isinstance(found, WorkbookForm):
        raise TypeError(f"{place} is no form of a workbook")
    return found


def limits_of(megabytes: int, what: str) -> Limits:
    """How large a workbook of something may be; unpacked ten times as much."""
    return Limits(
        most_bytes=megabytes * _MEGABYTE,
        most_unpacked=10 * megabytes * _MEGABYTE,
        unpacks_to_more=f"Isi berkas ini jauh lebih besar daripada {what}, jadi tidak dibuka. Salin "
        "hanya datanya ke templat baru.",
    )
