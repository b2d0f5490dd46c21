"""What people type, declared once on a dataclass field: its label, kind, length and unit.

`name: Annotated[str, Line("Nama pemohon")]` is all that the check, the store, the form, the import and the
workbook need. The declaration counts for the field's value, or for each value of a tuple or a mapping.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Final

from domain.clock import is_clock
from domain.money import number, rupiah
from domain.problems import Problem

LONGEST_LINE: Final = 300
LONGEST_PROSE: Final = 5_000


@dataclass(frozen=True, slots=True)
class Declaration:
    """What every declaration says: the label that people read."""

    label: str

    @property
    def title(self) -> str:
        """The label with its unit."""
        return self.label

    @property
    def can_be_broken(self) -> bool:
        """Whether any value has a fault under it; what is chosen from a list has none."""
        return type(self).fault is not Declaration.fault

    def fault(self, value: Any, label: str) -> str:
        """The sentence for a value that cannot be, under the label of its field; blank when it can."""
        return ""

    def blank(self, label: str) -> str:
        """The sentence for a field that must be filled and is blank."""
        return f"{label} belum diisi. Isi dahulu."


@dataclass(frozen=True, slots=True)
class Line(Declaration):
    """A text on one line."""

    longest: int = LONGEST_LINE

    def fault(self, value: Any, label: str) -> str:
        """A text that is longer than a screen, a list or a paper can show, or that no database can hold."""
        if len(value) > self.longest:
            return (
                f"{label} paling panjang {number(self.longest)} huruf; yang diketik {number(len(value))}. "
                "Ringkaskan."
            )
        if not is_text(value):
            return f"{label} memuat tanda tak terlihat yang tidak dapat disimpan. Hapus, lalu ketik ulang."
        return ""


@dataclass(frozen=True, slots=True)
class Prose(Line):
    """A text of several lines."""

    longest: int = LONGEST_PROSE


@dataclass(frozen=True, slots=True)
class Clock(Line):
    """A time of the day, or a span from one to another or to the end."""

    longest: int = 60

    def fault(self, value: Any, label: str) -> str:
        """What is too long for a line, or no time: no day has 25.99."""
        if told := Line.fault(self, value, label):
            return told
        if not value.strip() or is_clock(value):
            return ""
        return (
            f"{label} ini bukan jam yang ada. Tulis jam 00 sampai 23 dan menit 00 sampai 59, misalnya 09.00 "
            "WIB, 13.00–15.00 WIB, atau 09.00 s.d. selesai."
        )


@dataclass(frozen=True, slots=True)
class Code(Line):
    """The code of one entry of a list, which is shown by its name."""

    def blank(self, label: str) -> str:
        """The sentence for a list from which nothing is chosen."""
        return f"{label} belum dipilih. Pilih dahulu."


@dataclass(frozen=True, slots=True)
class Count(Declaration):
    """A whole number of things, or of units of time; `advice` ends the sentence about a wrong one."""

    unit: str = ""
    least: int = 0
    largest: int = 10**6
    advice: str = "Periksa angkanya."

    @property
    def title(self) -> str:
        """The label with its unit in brackets."""
        return f"{self.label} ({self.unit})" if self.unit else self.label

    def fault(self, value: Any, label: str) -> str:
        """A number out of bounds."""
        if self.least <= value <= self.largest:
            return ""
        unit = f" {self.unit}" if self.unit else ""
        bounds = f"{number(self.least)} dan {number(self.largest)}{unit}"
        return f"{label} harus antara {bounds}. {self.advice}"


@dataclass(frozen=True, slots=True)
class Rupiah(Declaration):
    """An amount of whole rupiah."""

    least: int = 0
    largest: int = 10**15

    def blank(self, label: str) -> str:
        """The sentence for an amount that nobody typed; nothing is typed as 0."""
        return f"{label} belum diisi. Isi jumlahnya{'' if self.least else ', atau 0 bila tidak ada'}."

    def fault(self, value: Any, label: str) -> str:
        """An amount out of bounds."""
        if self.least <= value <= self.largest:
            return ""
        return f"{label} harus antara {rupiah(self.least)} dan {rupiah(self.largest)}. Periksa banyaknya nol."


@dataclass(frozen=True, slots=True)
class Day(Declaration):
    """A day."""


@dataclass(frozen=True, slots=True)
class YesNo(Declaration):
    """Yes or no, or not known."""

    def blank(self, label: str) -> str:
        """The sentence for a question without an answer."""
        return f"“{label}” belum dijawab. Pilih Ya atau Tidak."


@dataclass(frozen=True, slots=True)
class OneOf(Declaration):
    """One of the values of a StrEnum."""

    def blank(self, label: str) -> str:
        """The sentence for a list from which nothing is chosen."""
        return f"{label} belum dipilih. Pilih dahulu."


@dataclass(frozen=True, slots=True)
class Given(Declaration):
    """What the program itself puts in: a key, the name of who acts. Nobody types it."""

    label: str = ""


# What a person types, and what is chosen although it counts as a text or a number.
_TYPED: Final = (str, int)
_CHOSEN: Final = (bool, StrEnum)

# Texts that verbs take by themselves, or that several dataclasses share.
Reason = Annotated[str, Prose("Alasan")]
FileName = Annotated[str, Line("Nama berkas")]
PersonName = Annotated[str, Line("Nama orang")]


def is_text(text: str) -> bool:
    """Whether a database can hold a text: no zero character, and no half of a pair of surrogates."""
    return "\0" not in text and (text.isascii() or not any("\ud800" <= one <= "\udfff" for one in text))


def check_value(declaration: Declaration, value: Any, field: str, label: str = "") -> list[Problem]:
    """What is wrong with one value under its declaration; what is blank is never wrong."""
    if not isinstance(value, _TYPED) or isinstance(value, _CHOSEN):
        return []
    sentence = declaration.fault(value, label or declaration.label)
    return [Problem(field, sentence)] if sentence else []
