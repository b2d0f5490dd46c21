"""The cells of one row as they are read, with the problems and the notes gathered on the way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from domain.blitar.visiting.pile_choices import DOERS, INDICATORS, read_district, read_named, read_value
from domain.blitar.visiting.pile_columns import TEMPLATE, Column
from domain.blitar.visiting.pile_register import (
    KnownClient,
    NotFound,
    Register,
    find_client,
    find_mentor,
    named_mentor,
)
from domain.blitar.visiting.visit import Doer, FollowUp, IndicatorChange, VisitPlace
from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.problems import Problem
from domain.regions.regions import BLITAR_REGENCY
from domain.tabular.sheet_cells import Cell, Unread, as_text, read_day, trouble_of

Read = TypeVar("Read")
Choice = TypeVar("Choice")


class NoteKind(Labelled):
    """How something in a row was understood, or what to look at; none stands in the way."""

    DAY_FIRST = "day_first", "Tanggal berupa teks, dibaca hari/bulan/tahun"
    SERIAL = "serial", "Tanggal berupa angka Excel"
    NAMING = "naming", "Binaan dikenali, tetapi ada yang tidak cocok"
    BY_NAME = "by_name", "Binaan dikenali dari namanya"
    CARER = "carer", "Pendamping diambil dari register"
    DISTRICT = "district", "Kecamatan kunjungan diisi dengan kecamatan binaan"
    LOOK = "look", "Perlu diperhatikan"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing about a row that a person should know."""

    kind: NoteKind
    told: str


class RowReader:
    """One row being read: each reader gives a value, or None and adds what is wrong with the cell."""

    def __init__(self, cells: Mapping[Column, Cell]) -> None:
        self.cells = cells
        self.problems: list[Problem] = []
        self.notes: list[Note] = []

    def add(self, column: Column, sentence: str) -> None:
        """Add a problem, one for each column."""
        if not self.is_wrong(column):
            self.problems.append(Problem(column, sentence))

    def is_wrong(self, column: Column) -> bool:
        """Whether something is wrong with a column already."""
        return any(problem.field == column for problem in self.problems)

    def look_for_errors(self) -> None:
        """Add the cells in which Excel itself shows an error, or in which a formula was not worked out."""
        for column in TEMPLATE:
            if told := trouble_of(self.cells.get(column)):
                self.add(column, told)

    def text(self, column: Column) -> str:
        """A text as it stands."""
        return as_text(self.cells.get(column))

    def plain(self, column: Column, read: Callable[[Cell], Read | Unread]) -> Read | None:
        """A value by one of the readers of cells."""
        if self.is_wrong(column):
            return None
        found = read(self.cells.get(column))
        if isinstance(found, Unread):
            self.add(column, found.sentence)
            return None
        return found

    def required(
        self, column: Column, read: Callable[[Cell], Read | None | Unread], blank: str
    ) -> Read | None:
        """The same, where a blank is a problem too."""
        found = self.plain(column, read)
        if found is None:
            self.add(column, blank)
        return found

    def named(self, column: Column, known: Mapping[str, Choice], names: str) -> Choice | None:
        """One of a few named choices."""
        return self.plain(column, lambda cell: read_named(cell, known, names))

    def day(self, column: Column, blank: str = "") -> date | None:
        """A day, with a note on how it was read; a blank is a problem where a sentence is given."""
        found = self.required(column, read_day, blank) if blank else self.plain(column, read_day)
        if found is None:
            return None
        if found.guessed:
            kind = NoteKind(found.guessed)
            told = f"{column.header} “{self.text(column)}” dibaca {indonesian_date(found.on)}."
            self.notes.append(Note(kind, told))
        return found.on

    def client(self, register: Register) -> KnownClient | None:
        """The binaan."""
        found = find_client(self.cells, register)
        if isinstance(found, NotFound):
            self.add(found.column, found.sentence)
            return None
        self.notes += [Note(NoteKind.NAMING, warning) for warning in found.warnings]
        if found.by_name:
            told = f"Binaan dikenali dari namanya: {found.client.number}, {found.client.name}."
            self.notes.append(Note(NoteKind.BY_NAME, told))
        return found.client

    def mentor(self, on: date | None, client: KnownClient | None, register: Register) -> int | None:
        """The number of who visited; where the row does not name them, from the register."""
        found = self.plain(Column.MENTOR, lambda cell: find_mentor(cell, on, register, client))
        if found is not None and register.takes_carers and not named_mentor(self.cells.get(Column.MENTOR)):
            told = f"Pendamping kosong; menurut register {found.name} yang mendampingi hari itu."
            self.notes.append(Note(NoteKind.CARER, told))
        return None if found is None else found.mentor_id

    def district(self, place: VisitPlace | None, client: KnownClient | None) -> str | None:
        """The kecamatan of a visit in the field: the one that is told, or that of the binaan."""
        if place is VisitPlace.OFFICE:
            return None
        code = read_district(self.cells.get(Column.DISTRICT))
        if code is None:
            self.add(Column.DISTRICT, f"Ini bukan kecamatan {BLITAR_REGENCY.name}. Pilih dari 22 kecamatan.")
            return None
        if code or place is None or client is None:
            return code or None
        if client.district_code is None:
            told = "Kecamatan kunjungan belum diisi, dan kecamatan binaan belum dicatat. Isi kolom ini."
            self.add(Column.DISTRICT, told)
        else:
            told = "Kecamatan kunjungan kosong, jadi diisi dengan kecamatan binaan."
            self.notes.append(Note(NoteKind.DISTRICT, told))
        return client.district_code

    def follow_ups(self) -> tuple[FollowUp, ...]:
        """What was agreed, with its day and who does it."""
        told, due = self.text(Column.FOLLOW_UP), self.day(Column.DUE)
        doer = self.named(Column.DOER, DOERS, _DOER_NAMES)
        if told and due is None:
            self.add(Column.DUE, "Batas tindak lanjut belum diisi. Isi tanggal selesainya.")
        elif due and not told:
            self.add(Column.FOLLOW_UP, "Tindak lanjut belum ditulis, padahal batasnya diisi. Isi keduanya.")
        elif told and due:
            return (FollowUp(told=told, due_on=due, doer=doer or Doer.CLIENT),)
        return ()

    def change(self, named: Column, valued: Column, shown: Column) -> IndicatorChange | None:
        """The value of an indicator with its evidence."""
        indicator = self.named(named, INDICATORS, "daftar indikator di lembar “Petunjuk”")
        if indicator is None:
            if self.text(valued) and not self.is_wrong(named):
                self.add(named, "Nilai sudah diisi, tetapi indikatornya belum dipilih. Isi keduanya.")
            return None
        value = self.plain(valued, lambda cell: read_value(indicator, cell))
        return (
            None
            if value is None
            else IndicatorChange(indicator=indicator, value=value, evidence=self.text(shown))
        )


_DOER_NAMES: Final = ", ".join(one.label for one in Doer)
