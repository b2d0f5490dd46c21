"""What the store can tell of a Fasilitator's month, by the nine tasks of Pasal 5 ayat (3).

Nothing recorded is not "not done": much of the work leaves no trace in a program, and that is said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from domain.blitar.goals_and_tasks import FacilitatorTask
from domain.blitar.reporting.report import MONTHLY, last_day_of
from domain.dates import add_months, indonesian_date, indonesian_month
from domain.money import number

NO_TRACE: Final = (
    "Program tidak mencatat apa pun bulan ini. Pekerjaan di luar program tidak terlihat dari sini."
)
NO_ACCOUNT: Final = (
    "Fasilitator ini belum dihubungkan dengan akun, jadi program tidak tahu apa yang dikerjakannya."
)
# What no program keeps, whatever was recorded beside it.
_UNSEEN: Final[Mapping[FacilitatorTask, str]] = {
    FacilitatorTask.PLANNING: (
        "Rencana kegiatan dan program kerja Fasilitator tidak disimpan dalam program, jadi tidak diketahui "
        "dari sini. Lihat berkasnya."
    ),
    FacilitatorTask.GUIDANCE: "Pembinaan langsung dan rapat tidak dicatat dalam program.",
    FacilitatorTask.OUTSIDE_COORDINATION: "Pertemuan dengan instansi dan mitra tidak dicatat dalam program.",
}


class Trace(StrEnum):
    """One kind of thing that somebody did in the program: a value, its task, the words after a count."""

    task: FacilitatorTask
    words: str

    def __new__(
        cls, value: str, task: FacilitatorTask = FacilitatorTask.SELECTION, words: str = ""
    ) -> "Trace":
        """Make a kind of its value, its task and its words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.task, member.words = task, words
        return member

    ROUNDS = "rounds", FacilitatorTask.SELECTION, "seleksi disusun atau ditetapkan hasilnya"
    CANDIDATES = "candidates", FacilitatorTask.SELECTION, "pendaftaran calon dicatat atau dilengkapi"
    CANDIDATE_RECORDS = (
        "candidate_records", FacilitatorTask.SELECTION, "penilaian, nilai ujian, atau hasil calon dicatat"
    )  # fmt: skip
    RETURNED = "returned", FacilitatorTask.GUIDANCE, "kunjungan dikembalikan dengan petunjuk perbaikan"
    VERIFIED_WITH_NOTE = (
        "verified_with_note",
        FacilitatorTask.GUIDANCE,
        "kunjungan diverifikasi dengan catatan",
    )
    TRAININGS = "trainings", FacilitatorTask.TRAINING, "bimbingan teknis Pendamping dicatat"
    PILES = "piles", FacilitatorTask.DATA, "tumpukan formulir kunjungan dimasukkan"
    VISITS_ENTERED = "visits_entered", FacilitatorTask.DATA, "kunjungan dicatat atau diperbaiki satu per satu"
    CLIENTS_SAVED = "clients_saved", FacilitatorTask.DATA, "data binaan dicatat atau diperbaiki"
    BASELINES = "baselines", FacilitatorTask.DATA, "data awal binaan dicatat"
    WEEK_PLANS = "week_plans", FacilitatorTask.COORDINATION, "jadwal kerja Pendamping diisi atau diubah"
    ASSIGNMENTS = "assignments", FacilitatorTask.COORDINATION, "penugasan kecamatan diberikan atau diakhiri"
    HANDOVERS = "handovers", FacilitatorTask.COORDINATION, "serah terima binaan"
    BUNDLES = "bundles", FacilitatorTask.OUTSIDE_COORDINATION, "surat rekomendasi disiapkan"
    BUNDLES_SENT = "bundles_sent", FacilitatorTask.OUTSIDE_COORDINATION, "surat rekomendasi dikirim"
    ANSWERS = "answers", FacilitatorTask.OUTSIDE_COORDINATION, "jawaban Perangkat Daerah dicatat"
    VERIFIED = (
        "verified",
        FacilitatorTask.MONITORING,
        "kunjungan dari bulan mana pun diverifikasi dalam bulan ini",
    )
    UPGRADES = "upgrades", FacilitatorTask.MONITORING, "usul naik kelas diajukan"
    REPORTS = "reports", FacilitatorTask.MONTHLY_REPORT, "laporan bulanan dikirim dalam bulan ini"


@dataclass(frozen=True, slots=True)
class ReportSent:
    """When the report about the month was first sent, and by whom."""

    on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedOfMonth:
    """The visits of a month that one Fasilitator verified: up to its end, in the next month, still later."""

    by_its_end: int = 0
    next_month: int = 0
    later: int = 0

    def told(self, month: date) -> tuple[str, ...]:
        """The count and when it was done, in a sentence; none where nothing was verified."""
        total = self.by_its_end + self.next_month + self.later
        if not total:
            return ()
        next_month = f"pada {indonesian_month(add_months(month, 1))}"
        after = [(self.next_month, next_month), (self.later, "lebih kemudian")]
        words = " dan ".join(f"{number(count)} di antaranya {when}" for count, when in after if count)
        return (
            ", ".join(
                filter(None, [f"{number(total)} kunjungan {indonesian_month(month)} diverifikasi", words])
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """What the store knows of one Fasilitator's month; `has_account` tells whether it can know anything.

    Counts are of what was done in the month; `verified` is about the visits of the month, verified whenever.
    """

    month: date
    has_account: bool
    counts: Mapping[Trace, int]
    report: ReportSent | None = None
    verified: VerifiedOfMonth = VerifiedOfMonth()

    def told(self, task: FacilitatorTask) -> tuple[str, ...]:
        """What is known on a task, in sentences; never a "not done"."""
        known = [
            f"{number(self.counts[trace])} {trace.words}"
            for trace in Trace
            if trace.task is task and self.counts.get(trace)
        ]
        if task is FacilitatorTask.MONITORING:
            known = [*self.verified.told(self.month), *known]
        if task is FacilitatorTask.MONTHLY_REPORT:
            return (self._about_report(), *known)
        unseen = _UNSEEN.get(task, "")
        if not self.has_account:
            return (unseen or NO_ACCOUNT,)
        if not known:
            return (unseen if task is FacilitatorTask.PLANNING else NO_TRACE,)
        return (*known, unseen) if unseen else tuple(known)

    def _about_report(self) -> str:
        name = f"Laporan {indonesian_month(self.month)}"
        if self.report is None:
            return f"{name} belum dikirim lewat program. Laporan di atas kertas tidak terlihat dari sini."
        days = (self.report.on - last_day_of(self.month)).days
        return (
            f"{name} dikirim {indonesian_date(self.report.on)} oleh {self.report.by}, {days} hari sesudah "
            f"bulan berakhir. Teks hanya menyebut setiap bulan, tanpa tanggal ({MONTHLY.place})."
        )
