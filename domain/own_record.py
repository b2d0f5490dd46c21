"""What is kept about one person, told to that person: every field that says something, by its label."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from domain.dates import indonesian_date
from domain.declared import declared_in
from domain.money import number, rupiah
from domain.regions.regions import District, Regency, Village, district, regency, village
from domain.typed import Code, Declaration, Given, Rupiah

Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RecordPart:
    """One thing that is kept about the person, such as an application, with what it says."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """All of it in one programme; `nik` is whole."""

    nik: str
    parts: tuple[RecordPart, ...]


def told_in(value: Any) -> Iterator[Line]:
    """Each field of a dataclass, and of all that it holds, that is not blank: its label and its words."""
    for name, one in declared_in(_kind_of(value)).items():
        yield from _told(getattr(value, name), one.declaration)


def _kind_of(value: Any) -> Any:
    return type(value)


def _told(value: Any, declaration: Declaration | None) -> Iterator[Line]:
    if value is None or value == "":
        return
    if is_dataclass(value):
        yield from told_in(value)
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            for label, words in _told(entry, declaration):
                yield f"{label} ({getattr(key, 'label', key)})".strip(), words
    elif isinstance(value, tuple):
        for entry in value:
            yield from _told(entry, declaration)
    elif not _is_number_of_a_row(value, declaration):
        yield (declaration.title if declaration else "") or "Keterangan", in_words(value, declaration)


def _is_number_of_a_row(value: Any, declaration: Declaration | None) -> bool:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return is_number and (declaration is None or isinstance(declaration, Given))


def in_words(value: Any, declaration: Declaration | None = None) -> str:
    """One value as people write it."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Enum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, date):
        return indonesian_date(value)
    if isinstance(value, int):
        return rupiah(value) if isinstance(declaration, Rupiah) else number(value)
    place = _place(value) if isinstance(declaration, Code) else None
    return place.name if place else str(value)


def _place(code: str) -> Regency | District | Village | None:
    return village(code) or district(code) or regency(code)
