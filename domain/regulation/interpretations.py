"""Places where the text can be read in more than one way, kept as data."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from domain.regulation.sources import Citation


class Weight(StrEnum):
    """What hangs on a reading: a verdict or an amount, or only the way of proceeding."""

    VERDICT = "putusan atau jumlah"
    PROCEDURE = "tata cara"


class Doubt(StrEnum):
    """Why a place can be read in more than one way; the value is the label."""

    OPEN_NORM = "norma terbuka: ukurannya tidak disebut"
    CONTRADICTION = "dua tempat tidak sejalan"
    GAP = "tidak diatur"
    MISSING_TEXT = "naskah atau lampirannya tidak ada"
    DRAFTING = "rumusan kalimatnya bermakna ganda"


class Ender(StrEnum):
    """Who can end a doubt; the value is the label."""

    OFFICE = "kantor, dengan menetapkan bacaannya"
    TEAM = "tim penilai, berkas demi berkas dengan alasan"
    ANNOUNCEMENT = "pengumuman seleksi"
    REGENT = "Bupati, dengan mengubah atau menerbitkan naskahnya"


@dataclass(frozen=True, slots=True)
class Settlement:
    """The office's own choice among the readings: who settled it, when, by which decree."""

    reading: str
    on: date
    by: str
    decree: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """A question that the text leaves open, its readings, the default, and who settled it.

    `readings` maps a letter to a sentence. `computed` names the readings under which an assessment is
    worked out, and `applied` those that schedules or books follow though no verdict hangs on them; a reading
    that is only recorded says in `recorded_because` why no verdict is worked out under it. `doubt` says
    what kind of doubt it is, `ended_by` who can end it.
    """

    id: str
    question: str
    places: tuple[Citation, ...]
    readings: tuple[tuple[str, str], ...]
    default: str
    reason: str
    doubt: Doubt
    ended_by: Ender
    rules: tuple[str, ...]
    weight: Weight = Weight.VERDICT
    computed: tuple[str, ...] = ()
    recorded_because: str = ""
    applied: tuple[str, ...] = ()
    settlement: Settlement | None = None

    def __post_init__(self) -> None:
        letters = self.letters
        if self.default not in letters or len(set(letters)) != len(letters):
            raise ValueError(f"{self.id}: the default must be one of distinct readings")
        if not set(self.computed) <= set(letters) or len(self.computed) == 1:
            raise ValueError(f"{self.id}: computed readings are two or more of the listed ones")
        if set(self.computed) != set(letters) and not self.recorded_because:
            raise ValueError(f"{self.id}: say why a reading is only recorded")
        if self.in_use not in self.choosable:
            raise ValueError(f"{self.id}: {self.in_use} is not a reading that can decide")

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the readings, in order."""
        return tuple(letter for letter, _ in self.readings)

    @property
    def choosable(self) -> tuple[str, ...]:
        """The readings that the office can settle on: only those that the program then follows."""
        if self.weight is Weight.PROCEDURE:
            return self.letters
        return self.computed or self.applied or (self.default,)

    @property
    def in_use(self) -> str:
        """The letter that decides: the settled reading, else the default."""
        return self.settlement.reading if self.settlement else self.default

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The computed readings that could still turn out right; none once the office has settled."""
        if self.settlement:
            return ()
        return tuple(letter for letter in self.computed if letter != self.default)

    def wording(self, letter: str) -> str:
        """The sentence of one reading."""
        return dict(self.readings)[letter]

    def read_as(self, letter: str) -> str:
        """One reading by what it says, with its name behind: nobody has to know the letters by heart."""
        return f"Bila dibaca “{self.wording(letter).rstrip('.')}” (tafsir {self.id} bacaan {letter})"

    def settled(self, settlement: Settlement) -> "Interpretation":
        """The same question after the office has chosen a reading."""
        return replace(self, settlement=settlement)
