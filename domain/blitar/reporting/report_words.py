"""The numbers of a month's report in words: the first numbers, and a first sentence for each part."""

from dataclasses import dataclass
from typing import Final

from domain.blitar.caseload.stage import Stage
from domain.blitar.goals_and_tasks import Goal, MentorTask, ReportPart
from domain.blitar.instruments import at
from domain.blitar.reporting.behind import Behind, Number
from domain.blitar.reporting.report import Gap, Narrative
from domain.blitar.reporting.report_figures import MentorFigures, ReportFigures, Totals
from domain.dates import indonesian_month
from domain.money import number
from domain.regulation.sources import Citation

KINDS: Final = at("3")
COOPERATIVES: Final = at("3.a")
BUSINESSES: Final = at("3.b")
PARTS: Final = at("16(2)")
TASKS: Final = at("12")
GOALS: Final = at("2(2)")
MENTORS_PLACE: Final = f"{at('11').place}, {TASKS.place}"
NOTHING_BEFORE: Final = "Bulan lalu belum ada binaan, jadi tidak ada angka pembandingnya."
COUNTED: Final = "Hanya kunjungan yang sudah diverifikasi Fasilitator yang dihitung."
CLIENTS_COUNTED: Final = (
    "Binaan dihitung bila didampingi paling sedikit satu hari dalam bulan itu, termasuk yang menolak, tutup, "
    "atau pindah di bulan itu; Ringkasan menghitung yang didampingi pada satu hari."
)
STAGES_COUNTED: Final = (
    f"Tahap pada akhir bulan disimpulkan dari komponen kunjungan ({PARTS.place}), termasuk yang masih "
    "menunggu verifikasi. Pembagian tahap ini pilihan kantor."
)
RECOMMENDATIONS_COUNTED: Final = (
    "Angka Rekomendasi dapat berbeda: di ringkasan dihitung kunjungan yang memuat rekomendasi tertulis "
    f"({at('12.c').place}), di komponen ke-7 kunjungan yang ditandai komponen Rekomendasi ({PARTS.place}), "
    "dan di tabel tugas kunjungan yang ditandai tugas huruf c."
)
GOALS_COUNTED: Final = (
    "Binaan yang tujuannya naik dibanding data awal sampai akhir bulan: paling sedikit satu indikator naik "
    "dan tidak ada yang turun. Cara mengukur dan menghitung ini pilihan kantor; naik kelas ditetapkan "
    "Kepala Dinas."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One of the first numbers: what, this month, last month, where it stands in the law, which rows.

    `before` is None where nothing was recorded yet.
    """

    label: str
    now: int
    before: int | None
    citation: Citation
    behind: Behind


def lines(figures: ReportFigures) -> tuple[Line, ...]:
    """The first numbers of a report beside those of the month before."""
    now, before = figures.totals, figures.before
    told = (
        ("Binaan didampingi dalam bulan itu", "clients", "3", Number.CLIENTS),
        ("Binaan dikunjungi", "visited_clients", "12.b", Number.VISITED_CLIENTS),
        ("Kunjungan terverifikasi", "visits", "16(2)", Number.VISITS),
        ("Kunjungan di lapangan", "field_visits", "7.m", Number.FIELD_VISITS),
        ("Kunjungan di kantor", "office_visits", "7.m", Number.OFFICE_VISITS),
        ("Tindak lanjut disepakati", "agreed", "12.r", Number.AGREED),
        ("Tindak lanjut selesai", "done", "12.r", Number.DONE),
        ("Tindak lanjut terlambat", "overdue", "12.r", Number.OVERDUE),
        ("Kunjungan dengan rekomendasi tertulis", "recommendations", "12.c", Number.RECOMMENDATIONS),
    )
    return tuple(
        Line(label, getattr(now, name), getattr(before, name, None), at(place), Behind(what))
        for label, name, place, what in told
    )


def client_kinds(totals: Totals) -> str:
    """How many binaan are koperasi and how many micro businesses."""
    return f"{number(totals.cooperatives)} koperasi, {number(totals.businesses)} usaha mikro"


def first_sentence(part: ReportPart, figures: ReportFigures) -> str:
    """A first sentence for the text of a part, built from its numbers; a person takes it over or not."""
    month, told = indonesian_month(figures.month), figures.by_part.get(part)
    what = part.label.lower()
    if told is None or not told.visits:
        return f"Pada {month} tidak ada kunjungan terverifikasi dengan {what}."
    sentence = (
        f"Pada {month}, {what} dilakukan dalam {number(told.visits)} kunjungan kepada "
        f"{number(told.clients)} binaan oleh {number(told.mentors)} Pendamping."
    )
    return " ".join([sentence, *_more(part, figures.totals)])


def uncounted(figures: ReportFigures) -> tuple[tuple[str, Behind], ...]:
    """The visits of the month that are not counted, each kind in words; empty when there are none."""
    told = (
        (figures.waiting, "menunggu verifikasi", Number.WAITING),
        (figures.returned, "dikembalikan untuk diperbaiki", Number.RETURNED),
        (figures.drafts, "masih draf", Number.DRAFTS),
    )
    return tuple(
        (f"{number(count)} kunjungan {words}, belum ikut dihitung", Behind(what))
        for count, words, what in told
        if count
    )


def not_counted(figures: ReportFigures) -> str:
    """How many visits of the month are not counted, in a sentence; blank when there are none."""
    count = figures.waiting + figures.returned + figures.drafts
    return f"{number(count)} kunjungan bulan ini belum ikut dihitung." if count else ""


def still_unwritten(narrative: Narrative) -> str:
    """Which parts of Pasal 16(2) have no text yet, in a sentence that is no refusal; blank for none."""
    if not (parts := narrative.unwritten):
        return ""
    names = ", ".join(part.label for part in parts)
    return (
        f"{len(parts)} dari {len(ReportPart)} komponen {PARTS.place} belum beruraian: {names}. Laporan tetap "
        "dapat dikirim; di PDF tertulis “Tidak ada uraian”."
    )


def gap_in_words(one: MentorFigures, gap: Gap | None) -> str:
    """Why a Pendamping has no visit; blank for one who has."""
    if one.visits:
        return ""
    if not one.serving:
        return "Tidak bertugas bulan ini; binaannya menunggu serah terima"
    if gap is None or gap.reason is None:
        return "Alasan belum diisi"
    note = gap.note.strip()
    return f"{gap.reason.label}: {note}" if note else gap.reason.label


def amount_of(figures: ReportFigures, what: Behind) -> int:
    """The number itself; of a Pendamping who is not in the report, none. Raises ValueError for another."""
    if hasattr(figures.totals, what.number):
        return int(getattr(figures.totals, what.number))
    if what.number in (Number.WAITING, Number.DRAFTS, Number.RETURNED):
        return int(getattr(figures, what.number))
    own = next((one for one in figures.mentors if str(one.staff_id) == what.key), None)
    match what.number:
        case Number.PART:
            return figures.by_part[ReportPart(what.key)].visits
        case Number.TASK:
            return figures.by_task[MentorTask(what.key)]
        case Number.GOAL:
            return figures.by_goal[Goal(what.key)]
        case Number.STAGE:
            return figures.by_stage[Stage(what.key)]
        case Number.MENTOR:
            return own.visits if own else 0
        case Number.MENTOR_CLIENTS:
            return own.clients if own else 0
        case Number.NO_MENTOR:
            return figures.in_nobodys_care
    raise ValueError(f"{what.address} is no number of the report")


def changed_since(frozen: ReportFigures, live: ReportFigures) -> tuple[str, ...]:
    """Which of the first numbers differ now from those that were sent."""
    return tuple(
        f"{sent.label}: terkirim {number(sent.now)}, sekarang {number(now.now)}"
        for sent, now in zip(lines(frozen), lines(live), strict=True)
        if sent.now != now.now
    )


def _more(part: ReportPart, totals: Totals) -> tuple[str, ...]:
    if part is ReportPart.RECOMMENDATION and totals.recommendations:
        return (f"Kunjungan dengan rekomendasi tertulis berjumlah {number(totals.recommendations)}.",)
    if part is ReportPart.EVALUATION:
        return (
            f"Dalam bulan ini {number(totals.done)} tindak lanjut selesai, dan pada akhir bulan "
            f"{number(totals.overdue)} terlambat.",
        )
    return ()
