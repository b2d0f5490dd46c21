"""Columns of a sheet, and how they are recognised by their headings in any order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic, Self, TypeVar

from domain.same_letters import same_form
from domain.tabular.sheet_cells import Cell


class SheetColumn(StrEnum):
    """A column: a stable value, its heading, what is written in it, and other headings that mean it."""

    header: str
    others: tuple[str, ...]
    hint: str

    def __new__(cls, value: str, header: str = "", hint: str = "", *others: str) -> Self:
        """Make a column of its value, heading, hint and other headings."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.header, member.hint, member.others = header, hint, others
        return member


Column = TypeVar("Column", bound=SheetColumn)

# A row of headings names at least so many columns; a title above the table does not.
_LEAST_HEADINGS: Final = 3


@dataclass(frozen=True, slots=True)
class Headings(Generic[Column]):
    """Where each column stands in a sheet, and which headings are unknown or stand there twice."""

    places: Mapping[Column, int]
    unknown: tuple[str, ...]
    twice: tuple[Column, ...]

    @property
    def are_headings(self) -> bool:
        """Whether the row is one of headings at all."""
        return len(self.places) >= _LEAST_HEADINGS

    def refusal(self, required: Sequence[Column], one_of: Sequence[Column], mending: str) -> str:
        """Why nothing can be read under these headings, and how to mend it; blank when it can."""
        if self.twice:
            return (
                f"Kolom {listed(self.twice)} ada dua kali, jadi tidak jelas mana yang berlaku. "
                "Hapus atau ganti nama salah satunya, lalu unggah lagi."
            )
        missing = [one for one in required if one not in self.places]
        told = [listed(missing)] if missing else []
        if not any(one in self.places for one in one_of):
            told.append(f"salah satu dari {listed(one_of, 'atau')}")
        return f"Kolom ini tidak ditemukan: {', dan '.join(told)}. {mending}" if told else ""


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """The headings of a sheet: at which of its first lines they end, and their cells."""

    last: int
    cells: Sequence[Cell]


def first_heading(
    lines: Iterable[Sequence[Cell]], is_heading: Callable[[Sequence[Cell]], bool]
) -> HeadingLine | None:
    """The first of some lines that is one of headings."""
    found = (HeadingLine(place, cells) for place, cells in enumerate(lines) if is_heading(cells))
    return next(found, None)


class KnownHeadings(Generic[Column]):
    """The headings that mean the columns of one kind of sheet."""

    def __init__(self, columns: type[Column]) -> None:
        self._own = {same_form(one.header): one for one in columns}
        self._other = {same_form(told): one for one in columns for told in one.others}

    def match(self, cells: Sequence[object]) -> Headings[Column]:
        """Recognise columns by their headings, whatever their order, capitals, spaces and punctuation.

        Beside a column's own heading another word for it is no second one, but an unknown column.
        """
        told = ["" if cell is None else same_form(str(cell)) for cell in cells]
        own = {self._own[text] for text in told if text in self._own}
        places: dict[Column, int] = {}
        unknown, twice = [], []
        for place, text in enumerate(told):
            column = self._own.get(text) or self._other.get(text)
            if column is None or (text not in self._own and column in own):
                unknown += [str(cells[place]).strip()] if text else []
            elif column in places:
                twice.append(column)
            else:
                places[column] = place
        return Headings(places, tuple(unknown), tuple(dict.fromkeys(twice)))


def listed(columns: Iterable[SheetColumn], last: str = "dan") -> str:
    """The headings of columns one after the other, as a sentence names them."""
    names = [f"“{one.header}”" for one in columns]
    return f" {last} ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
