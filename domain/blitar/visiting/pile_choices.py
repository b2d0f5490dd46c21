"""Choices that people write in cells: letters of tasks, names of parts and kecamatan, values."""

from collections.abc import Mapping
from typing import Final, TypeVar

from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator, Shape
from domain.blitar.visiting.visit import Doer, VisitPlace
from domain.money import parse_rupiah
from domain.problems import Problem
from domain.regions.regions import BLITAR_REGENCY, districts
from domain.same_letters import same_form
from domain.tabular.sheet_cells import Cell, Unread, as_text

Choice = TypeVar("Choice")

PLACES: Final[Mapping[str, VisitPlace]] = {same_form(one.label): one for one in VisitPlace} | {
    "lap": VisitPlace.FIELD,
    "tempat usaha": VisitPlace.FIELD,
    "lokasi usaha": VisitPlace.FIELD,
    "dinas": VisitPlace.OFFICE,
    "kantor dinas": VisitPlace.OFFICE,
}
DOERS: Final[Mapping[str, Doer]] = {same_form(one.label): one for one in Doer} | {"opd": Doer.AGENCY}
INDICATORS: Final[Mapping[str, Indicator]] = {same_form(one.label): one for one in Indicator}

# Words that stand around a letter without meaning anything by themselves: "huruf b dan c, Pasal 12".
_AROUND: Final = frozenset({"huruf", "dan", "tugas", "pasal", "12", "16", "ayat", "2"})
_TASKS: Final = {same_form(one.label): one for one in MentorTask}
_LETTERS: Final = {one.letter: one for one in MentorTask}
_REPORT_PARTS: Final = {same_form(one.label): one for one in ReportPart}
_YES: Final = frozenset({"ya", "y", "ada", "sudah", "sudah ada", "1", "✓", "✔", "v"})
_NO: Final = frozenset({"tidak", "t", "belum", "belum ada", "tidak ada", "0"})


def read_tasks(cell: Cell) -> tuple[MentorTask, ...] | Unread:
    """The tasks of Pasal 12 by letter or by name, in their order; or the sentence of what is wrong."""
    found, rest = _named(same_form(as_text(cell)), _TASKS)
    if not all(word in _LETTERS for word in rest):
        return Unread(
            "Tidak semua tugas terbaca. Tulis huruf a sampai r (Pasal 12) dipisah koma, misalnya b, c, i; "
            "daftarnya ada di lembar “Petunjuk”."
        )
    found |= {_LETTERS[word] for word in rest}
    return tuple(one for one in MentorTask if one in found)


def read_parts(cell: Cell) -> tuple[ReportPart, ...] | Unread:
    """The parts of Pasal 16(2) by name, in their order; or the sentence of what is wrong."""
    found, rest = _named(same_form(as_text(cell)), _REPORT_PARTS)
    if rest:
        names = ", ".join(one.label for one in ReportPart)
        return Unread(f"Tidak semua komponen terbaca. Pilih dari Pasal 16 ayat (2), dipisah koma: {names}.")
    return tuple(one for one in ReportPart if one in found)


def read_named(cell: Cell, known: Mapping[str, Choice], names: str) -> Choice | Unread | None:
    """One of a few named choices, None for a blank, or the sentence of what is wrong."""
    text = same_form(as_text(cell))
    if not text:
        return None
    return known.get(text) or Unread(f"Isian ini tidak dikenal. Pilih dari: {names}.")


def read_district(cell: Cell) -> str | None:
    """The code of a kecamatan of Kabupaten Blitar, blank for a blank, None when there is no such one."""
    text = same_form(as_text(cell)).removeprefix("kecamatan ").removeprefix("kec ")
    return _DISTRICTS.get(text) if text else ""


def read_value(indicator: Indicator, cell: Cell) -> int | Unread:
    """The value of an indicator, or the sentence of what is wrong."""
    text = as_text(cell)
    if not text:
        return Unread("Nilainya belum diisi. Isi nilainya, atau kosongkan indikatornya.")
    match indicator.shape:
        case Shape.YES_NO:
            return _yes_or_no(text)
        case Shape.COUNT:
            return _count(text)
        case Shape.RUPIAH:
            read = parse_rupiah(text)
            return Unread(read.sentence) if isinstance(read, Problem) else read or 0


def _named(text: str, known: Mapping[str, Choice]) -> tuple[set[Choice], list[str]]:
    """The choices whose whole name stands in a text, and the other words."""
    found, padded = set(), f" {text} "
    for name in sorted(known, key=len, reverse=True):
        if f" {name} " in padded:
            found.add(known[name])
            padded = padded.replace(f" {name} ", "  ")
    return found, [word for word in padded.split() if word not in _AROUND]


def _yes_or_no(text: str) -> int | Unread:
    word = same_form(text) or text
    if word in _YES or word in _NO:
        return int(word in _YES)
    return Unread("Isian ini tidak terbaca. Tulis ada atau belum ada.")


def _count(text: str) -> int | Unread:
    digits = text.replace(".", "") if _is_grouped(text) else text
    if digits.isascii() and digits.isdecimal() and len(digits) <= 9:
        return int(digits)
    return Unread("Isian ini bukan jumlah. Tulis bilangan bulat tanpa satuan, misalnya 12.")


def _is_grouped(text: str) -> bool:
    first, *groups = text.split(".")
    return 1 <= len(first) <= 3 and all(len(group) == 3 for group in groups)


_DISTRICTS: Final = {same_form(one.name): one.code for one in districts(BLITAR_REGENCY.code)}
