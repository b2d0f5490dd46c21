"""The card of a binaan on one page: who, whether it is a target, its ladder, its last visits."""

from collections.abc import Sequence
from typing import Final

from documents.blitar.caseload.ladder_table import ladder_table
from documents.blitar.letter import Printing, letter, titled
from documents.printable import one_line
from documents.sheet import WIDTH, Sheet
from documents.tables import Column, Strong, headed_table, plain_columns, room_for, table
from domain.blitar.caseload.card import ClientCard
from domain.blitar.caseload.card_facts import facts_of_card
from domain.blitar.caseload.client_words import reasons_in_words
from domain.blitar.caseload.history import Agreed, Event, EventKind
from domain.blitar.examining import Line
from domain.blitar.instruments import at
from domain.blitar.visiting.visit import COUNTED
from domain.blitar.words import verdict_in_sentence
from domain.dates import indonesian_date
from domain.regulation.outcomes import Outcome, listed_questions

TITLE: Final = "Kartu binaan"
_LEFT_OUT: Final = ("Catatan",)
_MOST_VISITS: Final = 4
_MOST_AGREED: Final = 5
_LONGEST_EVIDENCE: Final = 34
_FINDINGS: Final = (Column("Ketentuan", 76), Column("Temuan", 25), Column("Alasan", WIDTH - 101))
_VISITS: Final = (
    Column("Kunjungan", 46),
    Column("Pendamping", 32),
    Column("Permasalahan dan rekomendasi", WIDTH - 78),
)


def client_card_sheet(card: ClientCard, events: Sequence[Event], printing: Printing) -> bytes:
    """The card as PDF bytes, NIK as masked as the card has it; the same input gives the same bytes.

    It tells of as many of the last visits as leave it on one page, and otherwise how many there were.
    """
    for visits in range(_MOST_VISITS, -1, -1):
        sheet = _written(card, events, printing, visits)
        if sheet.page_no() == 1:
            break
    return bytes(sheet.output())


def _written(card: ClientCard, events: Sequence[Event], printing: Printing, most: int) -> Sheet:
    note = "Memuat data pribadi, hanya untuk pendampingan binaan ini"
    sheet = letter(TITLE, card.number, printing, note=note)
    titled(sheet, TITLE, card.number, one_line(card.client.name, 120))
    _facts(sheet, card)
    _target(sheet, card)
    ladder_table(sheet, card.ladder, longest=_LONGEST_EVIDENCE)
    _agreed(sheet, card)
    _visits(sheet, events, most)
    return sheet


def _facts(sheet: Sheet, card: ClientCard) -> None:
    ended = f", berakhir {indonesian_date(card.leaving.on)}" if card.leaving else ""
    mentored = f"sejak {indonesian_date(card.since)}{ended}"
    if card.taken_back:
        mentored = f"tidak: salah dimasukkan, dibatalkan {indonesian_date(card.taken_back.on)}"
    visited = indonesian_date(card.last_visit_on) if card.last_visit_on else "belum pernah"
    told = [
        ("Jenis", card.client.kind.label),
        ("Pendamping", card.mentor or "belum ada"),
        ("Didampingi", mentored),
        ("Tahap", card.stage.label),
        ("Kunjungan terakhir", visited),
        *(fact for fact in facts_of_card(card, brief=True) if fact[0] not in _LEFT_OUT),
    ]
    told += [("", "")] * (len(told) % 2)
    cells = [(label, Strong(one_line(value, 90))) for label, value in told]
    plain_columns(
        sheet,
        (Column("", 34), Column("", 58), Column("", 33), Column("", WIDTH - 125)),
        [(*left, *right) for left, right in zip(cells[::2], cells[1::2], strict=True)],
    )


def _target(sheet: Sheet, card: ClientCard) -> None:
    found = card.found.assessment
    deciding = [line for line, one in zip(card.found.points, found.findings, strict=True) if one.decides]
    met = [_provision(line) for line in deciding if line.outcome is Outcome.MET]
    rows = [
        (_provision(line), str(line.outcome), reasons_in_words(line))
        for line in deciding
        if line.outcome is not Outcome.MET
    ]
    sheet.heading(f"Sasaran pendampingan ({at('3').place})", room_for(sheet, _FINDINGS, rows))
    sheet.paragraph(f"Temuan program: {verdict_in_sentence(found.kind, found.verdict)}. {_readings(card)}")
    if met:
        sheet.paragraph(f"{Outcome.MET.value.capitalize()}: {'; '.join(met)}.")
    sheet.ln(1)
    if rows:
        table(sheet, _FINDINGS, rows)
        sheet.ln(1)
    if card.scale is not None:
        place = f" ({card.scale.citation})" if card.scale.citation else ""
        since = f", sejak {indonesian_date(card.scale.since)}" if card.scale.since else ""
        sheet.paragraph(f"Ukuran usaha: {card.scale.told}{since}{place}.")


def _provision(line: Line) -> str:
    return f"{line.rule.title} ({line.rule.citations[0].place})"


def _readings(card: ClientCard) -> str:
    found = card.found.assessment
    return f"Berbeda bila {listed_questions(found)} dibaca lain." if found.combinations else ""


def _agreed(sheet: Sheet, card: ClientCard) -> None:
    if not card.follow_ups:
        return
    sheet.heading(f"Tindak lanjut yang belum selesai: {len(card.follow_ups)}", room=8)
    sheet.bullets(_agreed_line(card, one) for one in card.follow_ups[:_MOST_AGREED])
    if (more := len(card.follow_ups) - _MOST_AGREED) > 0:
        sheet.paragraph(f"dan {more} lagi di layar binaan.")


def _agreed_line(card: ClientCard, one: Agreed) -> str:
    when = "LEWAT BATAS" if one.is_overdue(card.day) else "batas"
    return f"{one_line(one.told, 120)} ({one.doer.label}, {when} {indonesian_date(one.due_on)})"


def _visits(sheet: Sheet, events: Sequence[Event], most: int) -> None:
    visits = [
        event
        for event in events
        if event.kind is EventKind.VISIT and event.visit and event.visit.state in COUNTED
    ]
    rows = [_visit(event) for event in visits[:most]]
    if visits and not rows:
        sheet.ln(1.5)
        sheet.paragraph(f"Kunjungan: {len(visits)}, terakhir {indonesian_date(visits[0].on)}.")
        return
    if not rows:
        sheet.heading("Kunjungan terakhir", room=8)
        sheet.paragraph("Belum ada kunjungan yang dikirim.")
        return
    headed_table(sheet, f"Kunjungan terakhir: {len(rows)} dari {len(visits)}", _VISITS, rows)


def _visit(event: Event) -> tuple[str, ...]:
    visit = event.visit
    if visit is None:
        raise ValueError("only a visit has a line")
    told = one_line(visit.problem, 80) or "–"
    if visit.recommendation:
        told += f" Rekomendasi: {one_line(visit.recommendation, 80)}"
    return (f"{indonesian_date(event.on)}, {visit.state.label.lower()}", one_line(event.by, 40), told)
