"""A later instrument as it is entered on screen: dated values and rules that end, each with its place."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.labelled import Labelled
from domain.typed import Code, Count, Day, Given, Line, OneOf


class InstrumentKind(Labelled):
    """What kind of regulation it is; the value is stable, the label is for people."""

    PERBUP = "perbup", "Peraturan Bupati"
    PERDA = "perda", "Peraturan Daerah"
    PERMEN = "permen", "Peraturan Menteri"
    PP = "pp", "Peraturan Pemerintah"
    UU = "uu", "Undang-Undang"

    @property
    def is_of_the_regency(self) -> bool:
        """Whether its name says which regency made it."""
        return self in (InstrumentKind.PERBUP, InstrumentKind.PERDA)


class Reach(Labelled):
    """Which files it counts for, by the transitional provision of the new text."""

    FILED_SINCE = "filed_since", "hanya yang diajukan sejak hari berlakunya"
    ALL_OPEN = "all_open", "juga yang diajukan sebelumnya dan belum diputus"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewValue:
    """A number of the law that the instrument sets anew, in the number's own unit, and where it says so."""

    key: Annotated[str, Code("Angka yang diubah")]
    value: Annotated[int, Count("Nilai baru", largest=10**15)]
    place: Annotated[str, Line("Tempatnya dalam peraturan baru", longest=80)]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedRule:
    """A provision that the instrument takes out, by its id, and where it says so."""

    rule: Annotated[str, Code("Ketentuan yang berakhir")]
    place: Annotated[str, Line("Tempatnya dalam peraturan baru", longest=80)]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentTold:
    """What was entered about a later instrument; `enacted_on` is the day on which it was signed."""

    kind: Annotated[InstrumentKind, OneOf("Jenis peraturan")]
    number: Annotated[str, Line("Nomor", longest=20)]
    year: Annotated[int, Count("Tahun", least=1945, largest=2100)]
    title: Annotated[str, Line("Tentang")]
    enacted_on: Annotated[date, Day("Tanggal ditetapkan")]
    in_force_since: Annotated[date, Day("Berlaku sejak")]
    reach: Annotated[Reach, OneOf("Berlaku bagi")]
    values: tuple[NewValue, ...] = ()
    ends: tuple[EndedRule, ...] = ()


@dataclass(frozen=True, slots=True)
class LaterInstrument:
    """An approved later instrument, with its key and its name in short ("Perbup Sampang 7/2022")."""

    key: str
    name: str
    told: InstrumentTold
    approved_by: Annotated[str, Given()] = ""


def named(told: InstrumentTold, regency: str) -> str:
    """The instrument's name in short."""
    short = told.kind.label if told.kind is InstrumentKind.PERMEN else told.kind.value.capitalize()
    if told.kind in (InstrumentKind.PP, InstrumentKind.UU):
        short = told.kind.value.upper()
    whose = f" {regency}" if told.kind.is_of_the_regency else ""
    return f"{short}{whose} {told.number}/{told.year}"


def keyed(told: InstrumentTold, programme: str) -> str:
    """What tells the instrument from every other one of the programme."""
    return f"{programme}-{told.kind.value}-{told.number.strip().casefold()}-{told.year}"
