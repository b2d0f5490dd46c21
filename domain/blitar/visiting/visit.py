"""A visit to a binaan, or a consultation of one at the Dinas (Pasal 12, Pasal 16 ayat (2))."""

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Final

from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.labelled import Labelled
from domain.typed import LONGEST_LINE, Code, Day, Given, Line, OneOf, Prose, Rupiah


class VisitPlace(Labelled):
    """Where the binaan was met; 2 days a week at the Dinas, 3 in the field (Pasal 7 huruf m)."""

    FIELD = "field", "Lapangan"
    OFFICE = "office", "Kantor"


class DayPart(Labelled):
    """The part of a day; nobody is in two places in one part."""

    MORNING = "morning", "Pagi (sebelum 11.00)"
    NOON = "noon", "Siang (11.00–14.00)"
    AFTERNOON = "afternoon", "Sore (sesudah 14.00)"

    @staticmethod
    def at(clock: time) -> "DayPart":
        """The part that a time of the day lies in, to the minute: 11.00 and 14.00 are Siang."""
        told = (clock.hour, clock.minute)
        if told < (11, 0):
            return DayPart.MORNING
        return DayPart.NOON if told <= (14, 0) else DayPart.AFTERNOON


class Source(Labelled):
    """How the record came about; a paper form keeps its own date beside the day of entry."""

    APP = "app", "Dicatat langsung"
    PAPER = "paper", "Formulir kertas"


class VisitState(Labelled):
    """Where a record stands; the Fasilitator verifies or returns what was sent."""

    DRAFT = "draft", "Draf"
    SENT = "sent", "Menunggu verifikasi"
    RETURNED = "returned", "Dikembalikan"
    VERIFIED = "verified", "Diverifikasi"


# A visit that was sent took place for whoever asks when a binaan was last visited; a report counts
# only what was verified.
COUNTED: Final = (VisitState.SENT, VisitState.VERIFIED)
OPEN_TO_CHANGE: Final = (VisitState.DRAFT, VisitState.RETURNED)


class Doer(Labelled):
    """Who does what was agreed."""

    CLIENT = "client", "Binaan"
    MENTOR = "mentor", "Pendamping"
    FACILITATOR = "facilitator", "Fasilitator"
    AGENCY = "agency", "Perangkat Daerah"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What was agreed to be done after a visit, until when and by whom."""

    told: Annotated[str, Prose("Tindak lanjut", longest=LONGEST_LINE)]
    due_on: Annotated[date, Day("Batas tindak lanjut")]
    doer: Annotated[Doer, OneOf("Pelaksana")] = Doer.CLIENT

    def is_overdue(self, day: date) -> bool:
        """Whether its last day is over; it matters as long as it is open."""
        return self.due_on < day


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorChange:
    """The value of an indicator found at a visit, with the paper or photo that shows it."""

    indicator: Annotated[Indicator, OneOf("Indikator")]
    value: Annotated[int, Rupiah("Nilai")]
    evidence: Annotated[str, Line("Bukti")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit as it is recorded.

    `district_code` is where it took place in the field; None at the Dinas. `agency` names the Perangkat
    Daerah that should act on the recommendation (Pasal 13), blank when none is needed. `shown_by` names
    the photo or the paper form that shows the visit.
    """

    mentor_id: Annotated[int, Given()]
    client_id: Annotated[int, Given()]
    on: Annotated[date, Day("Tanggal")]
    place: Annotated[VisitPlace, OneOf("Tempat")] = VisitPlace.FIELD
    day_part: Annotated[DayPart, OneOf("Waktu")] = DayPart.MORNING
    district_code: Annotated[str | None, Code("Kecamatan kunjungan")] = None
    tasks: Annotated[tuple[MentorTask, ...], OneOf("Tugas")] = ()
    parts: Annotated[tuple[ReportPart, ...], OneOf("Komponen laporan")] = ()
    problem: Annotated[str, Prose("Permasalahan")] = ""
    recommendation: Annotated[str, Prose("Rekomendasi")] = ""
    agency: Annotated[str, Line("Perangkat Daerah")] = ""
    follow_ups: tuple[FollowUp, ...] = ()
    changes: tuple[IndicatorChange, ...] = ()
    source: Source = Source.APP
    shown_by: Annotated[str, Line("Nomor foto atau formulir")] = ""
    note: Annotated[str, Prose("Catatan")] = ""


class FollowUpState(Labelled):
    """What became of something agreed."""

    OPEN = "open", "Belum selesai"
    DONE = "done", "Selesai"
    DROPPED = "dropped", "Tidak dilanjutkan"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpClosed:
    """What became of something agreed, on which day, and what is to be said of it."""

    state: Annotated[FollowUpState, OneOf("Hasilnya")]
    on: Annotated[date, Day("Tanggal")]
    note: Annotated[str, Prose("Catatan")] = ""


# What a Fasilitator writes beside a visit that is verified or returned.
VerifyingNote = Annotated[str, Prose("Yang perlu diperbaiki")]
