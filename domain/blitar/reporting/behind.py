"""The rows behind each number of a monthly report: which number, and what a row tells."""

from dataclasses import dataclass
from datetime import date

from domain.blitar.caseload.stage import Stage
from domain.blitar.goals_and_tasks import Goal, MentorTask, ReportPart
from domain.labelled import Labelled


class Number(Labelled):
    """A number of the report whose rows can be opened; the value stands in addresses."""

    VISITS = "visits", "Kunjungan terverifikasi"
    OFFICE_VISITS = "office_visits", "Kunjungan di kantor"
    FIELD_VISITS = "field_visits", "Kunjungan di lapangan"
    RECOMMENDATIONS = "recommendations", "Kunjungan dengan rekomendasi tertulis"
    WAITING = "waiting", "Kunjungan yang menunggu verifikasi"
    DRAFTS = "drafts", "Kunjungan yang masih draf"
    RETURNED = "returned", "Kunjungan yang dikembalikan"
    PART = "part", "Komponen"
    TASK = "task", "Tugas"
    MENTOR = "mentor", "Kunjungan Pendamping"
    CLIENTS = "clients", "Binaan"
    COOPERATIVES = "cooperatives", "Koperasi binaan"
    BUSINESSES = "businesses", "Usaha mikro binaan"
    VISITED_CLIENTS = "visited_clients", "Binaan yang dikunjungi"
    MENTOR_CLIENTS = "mentor_clients", "Binaan Pendamping pada akhir bulan"
    NO_MENTOR = "no_mentor", "Binaan tanpa Pendamping"
    GOAL = "goal", "Tujuan naik"
    STAGE = "stage", "Tahap"
    AGREED = "agreed", "Tindak lanjut disepakati"
    DONE = "done", "Tindak lanjut selesai"
    OVERDUE = "overdue", "Tindak lanjut terlambat"


# What the key after the colon names; a Pendamping is named by number.
_KEYED = {Number.PART: ReportPart, Number.TASK: MentorTask, Number.GOAL: Goal, Number.STAGE: Stage}
_OF_MENTOR = (Number.MENTOR, Number.MENTOR_CLIENTS)
_LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Behind:
    """A number of the report: which one, and of which part, task, goal, stage or Pendamping."""

    number: Number
    key: str = ""

    @property
    def address(self) -> str:
        """How an address names it: "visits", "part:guidance", "mentor:5"."""
        return f"{self.number}:{self.key}" if self.key else str(self.number)

    @property
    def label(self) -> str:
        """The number in words; of a Pendamping without the name."""
        if self.number in _KEYED:
            return f"{self.number.label}: {_KEYED[self.number](self.key).label}"
        return self.number.label


@dataclass(frozen=True, slots=True)
class Row:
    """A row behind a number: when, which binaan, whose, and what it is; no identity number."""

    on: date
    client_id: int
    client_number: str
    client_name: str
    mentor_name: str
    told: str
    visit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """A page of the rows behind a number, and how many there are in all."""

    rows: tuple[Row, ...]
    total: int
    own_only: bool


def behind_of(address: str) -> Behind | None:
    """The number that an address names, or None where it names none."""
    name, _, key = address.partition(":")
    if name not in set(Number):
        return None
    number = Number(name)
    if number in _KEYED:
        return Behind(number, key) if key in set(_KEYED[number]) else None
    if number in _OF_MENTOR:
        fits = key.isascii() and key.isdecimal() and len(key) <= _LONGEST_NUMBER
        return Behind(number, key) if fits else None
    return None if key else Behind(number)
