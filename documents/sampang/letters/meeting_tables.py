"""The tables of a meeting's minutes: attendance by element, the fund, and every decision with its votes."""

from collections.abc import Sequence
from typing import Final

from fpdf.enums import Align

from documents.printable import one_line
from documents.sampang.letters.decided import Decided
from documents.sampang.letters.paper import OfficialPaper
from documents.sampang.letters.wording import kecamatan, months_or, or_dots, rupiah_or, typed
from documents.sheet import WIDTH
from documents.tables import Column, Strong, headed_table, table
from domain.money import rupiah
from domain.sampang.fund.position import Position
from domain.sampang.origination.queue import left_after
from domain.sampang.origination.records import Decision, DecisionKind, Element, Meeting, Vote

_ATTENDANCE: Final = (
    Column("No.", 9, Align.R),
    Column("Unsur", 62),
    Column("Nama dan jabatan", WIDTH - 101),
    Column("Kehadiran", 30),
)
_FUND: Final = (
    Column("Dana bergulir", WIDTH - 100),
    Column("Sebelum rapat", 50, Align.R),
    Column("Sesudah rapat", 50, Align.R),
)
_DECISIONS: Final = (
    Column("No.", 9, Align.R),
    Column("Pemohon", 46),
    Column("Keputusan", 34),
    Column("Pendapat atas keputusan", 44),
    Column("Alasan", WIDTH - 133),
)
_LONG_REASON: Final = 300
_SHORT: Final = {
    Element.BUPATI: "Bupati",
    Element.SECRETARY: "Sekretaris Daerah",
    Element.REVENUE: "Dinas Pendapatan",
    Element.AGENCY: "Dinas Koperasi",
    Element.BANK: "Bank Jatim",
}


def attendance(sheet: OfficialPaper, meeting: Meeting) -> None:
    """The five elements in the order of the text, each with who came; absent ones say so (V)."""
    rows = []
    for place, element in enumerate(Element, 1):
        came = [one for one in meeting.attendees if one.element is element]
        names = "\n".join(_named(one.name, one.position) for one in came)
        seen = "hadir" if came else Strong("tidak hadir")
        rows.append((f"{place}", element.label, names or "-", seen))
    headed_table(sheet, "Kehadiran menurut unsur (V)", _ATTENDANCE, rows)
    sheet.ln(1.5)
    absent = [element.label for element in Element if element not in meeting.elements_present]
    told = f"Hadir {len(meeting.elements_present)} dari {len(Element)} unsur."
    # One element carries a comma in its own name.
    sheet.paragraph(f"{told} Tidak hadir: {'; '.join(absent)}." if absent else told)


def _named(name: str, position: str) -> str:
    return ", ".join(filter(None, (or_dots(name), one_line(position, 200))))


def fund_position(sheet: OfficialPaper, decided: Sequence[Decided], before: Position | None) -> None:
    """Cash, what is promised and what is free, before the meeting and after its approvals (VIII.5.b)."""
    sheet.heading("Keadaan dana (VIII.5.b)", room=28)
    if before is None or not before.is_open:
        sheet.paragraph("Keadaan dana pada hari rapat tidak dicatat.")
        return
    approved = [one.decision.amount or 0 for one in decided if one.decision.kind is DecisionKind.APPROVE]
    promised = before.committed + sum(approved)
    rows = (
        ("Kas dana", before.cash, before.cash),
        ("Terikat: ditetapkan, belum dicairkan", before.committed, promised),
        ("Bebas: masih dapat dipinjamkan", before.free, left_after(before.free, approved)),
    )
    table(sheet, _FUND, [(label, rupiah(one), Strong(rupiah(other))) for label, one, other in rows])
    sheet.ln(1.5)
    sheet.paragraph(f"Ditetapkan dalam rapat ini: {rupiah(sum(approved))} untuk {len(approved)} permohonan.")


def decisions(sheet: OfficialPaper, decided: Sequence[Decided]) -> None:
    """Every file with what was decided, what each element said, and why."""
    rows = [_decision_row(place, one) for place, one in enumerate(decided, 1)]
    if rows:
        headed_table(sheet, "Keputusan (VI.2.b)", _DECISIONS, rows)
        _long_reasons(sheet, decided)
    else:
        sheet.heading("Keputusan (VI.2.b)")
        sheet.paragraph("Rapat ini tidak memutuskan permohonan.")


def _decision_row(place: int, one: Decided) -> tuple[str, ...]:
    about = (
        or_dots(one.name),
        or_dots(one.number, 40),
        one.kind.label,
        kecamatan(one.district_code),
        f"diminta {rupiah_or(one.asked, 'tidak dicatat')}",
        *map(typed, one.notes),
    )
    return (
        f"{place}",
        "\n".join(about),
        Strong("\n".join(_outcome(one.decision))),
        "\n".join(_votes(one.decision)),
        _reason(place, typed(one.decision.reason)),
    )


def _reason(place: int, reason: str) -> str:
    if len(reason) > _LONG_REASON:
        return f"lihat nomor {place} di bawah tabel ini"
    return reason or "tidak dicatat"


def _long_reasons(sheet: OfficialPaper, decided: Sequence[Decided]) -> None:
    """The reasons that are too long for a narrow column, whole, under the numbers of the table."""
    sheet.ln(2)
    for place, one in enumerate(decided, 1):
        if len(reason := typed(one.decision.reason)) > _LONG_REASON:
            sheet.prose(f"Alasan nomor {place}, {or_dots(one.name)}: {reason}")


def _outcome(decision: Decision) -> list[str]:
    lines = [decision.kind.label]
    if decision.kind is DecisionKind.APPROVE:
        lines += [rupiah_or(decision.amount), months_or(decision.term_months)]
    if decision.provisions:
        lines.append(f"Ketentuan: {', '.join(map(typed, decision.provisions))}")
    if decision.disagreeing:
        lines.append("tidak bulat")
    elif decision.is_unanimous:
        lines.append("bulat")
    return lines


def _votes(decision: Decision) -> list[str]:
    told = [(element, decision.votes[element]) for element in Element if element in decision.votes]
    return [f"{_SHORT[element]}: {vote.label.lower()}" for element, vote in told] or ["tidak dicatat"]


def differences(sheet: OfficialPaper, decided: Sequence[Decided]) -> None:
    """Who did not agree to which decision, or that nobody disagreed."""
    sheet.heading("Pendapat yang berbeda", room=10)
    lines = []
    for one in decided:
        for vote in (Vote.DISAGREES, Vote.ABSTAINS):
            said = [element.label for element in Element if one.decision.votes.get(element) is vote]
            if said:
                about = f"{or_dots(one.name)} ({or_dots(one.number, 40)}), {one.decision.kind.label.lower()}"
                lines.append(f"{about}: {'; '.join(said)} {vote.label.lower()}.")
    sheet.bullets(lines or ["Tidak ada unsur yang menyatakan tidak setuju atau tidak berpendapat."])
