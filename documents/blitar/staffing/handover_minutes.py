"""The minutes of a handover of binaan: who gives, who takes, which ones, and what was promised to them."""

from collections.abc import Sequence
from typing import Final

from documents.blitar.letter import DOTS, Printing, day_in_words, facts, letter, titled
from documents.blitar.staffing.signing import sign_handover
from documents.printable import one_line
from documents.sheet import WIDTH, Sheet
from documents.tables import Column, headed_table
from domain.blitar.instruments import at
from domain.blitar.staffing.handing_over import HandedOver, HandoverMinutes
from domain.dates import indonesian_date
from domain.regions.regions import district

TITLE: Final = "Berita acara serah terima binaan"
_LONGEST_NAME: Final = 80
_CLIENTS: Final = (
    Column("No.", 10),
    Column("Nomor", 27),
    Column("Binaan", 44),
    Column("Kecamatan", 25),
    Column("Diterima oleh", 34),
    Column("Janji yang harus ditepati", WIDTH - 140),
)


def handover_minutes(told: HandoverMinutes, printing: Printing, *, kept: bool = False) -> bytes:
    """The minutes as PDF bytes; the same input always gives the same bytes.

    Those that are `kept` as they go out carry their seal.
    """
    note = "Memuat data pribadi, hanya untuk Dinas dan para pihak"
    sheet = letter(TITLE, told.number, printing, note=note, kept_on=told.on if kept else None)
    titled(sheet, TITLE, told.number, "Pendampingan Koperasi dan Usaha Mikro")
    sheet.paragraph(
        f"Pada hari ini {day_in_words(told.on)}, bertempat di {DOTS}, yang bertanda tangan di bawah ini:"
    )
    sheet.ln(2)
    _parties(sheet, told)
    sheet.paragraph(_what(told))
    sheet.ln(3)
    _clients(sheet, told.lines)
    _closing(sheet, told)
    closing = (
        f"Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan pada {printing.head.agency}."
    )
    sign_handover(sheet, _giver(told), told.receivers, closing=closing, on=told.on)
    return sheet.finished()


def _parties(sheet: Sheet, told: HandoverMinutes) -> None:
    decree = one_line(told.giver_decree, _LONGEST_NAME) or DOTS
    giver = f"{_name(told.giver)}, Pendamping menurut Keputusan Kepala Dinas nomor {decree}"
    if told.giver_died:
        giver = (
            f"{_name(told.facilitator)}, Fasilitator, atas nama Pendamping {_name(told.giver)} (almarhum/ah)"
        )
    takers = "\n".join(f"{place}. {_name(name)}, Pendamping" for place, name in enumerate(told.receivers, 1))
    facts(sheet, [("Pihak Kesatu (menyerahkan)", giver), ("Pihak Kedua (menerima)", takers)])


def _what(told: HandoverMinutes) -> str:
    ground = told.ground[:1].lower() + told.ground[1:]
    why = f" karena {one_line(ground, 120)}" if ground else ""
    who = f"Pendamping {_name(told.giver)}" if told.giver_died else "Pihak Kesatu"
    return (
        f"{who} bertugas sampai {indonesian_date(told.giver_until)}{why}. Pihak Kesatu menyerahkan "
        f"{len(told.lines)} binaan di bawah ini, dan Pihak Kedua menerimanya masing-masing, untuk didampingi "
        f"sejak {indonesian_date(told.on)} ({at('11(2)').place}, {at('12.b').place})."
    )


def _clients(sheet: Sheet, lines: Sequence[HandedOver]) -> None:
    rows = [
        (
            f"{place}",
            one_line(line.number, 30),
            f"{_name(line.name)}\n{line.kind.label}",
            _place(line.district_code),
            _name(line.receiver),
            one_line(line.promise, 300) or "–",
        )
        for place, line in enumerate(lines, 1)
    ]
    headed_table(sheet, "Binaan yang diserahterimakan", _CLIENTS, rows)


def _closing(sheet: Sheet, told: HandoverMinutes) -> None:
    sheet.ln(3)
    sheet.paragraph(
        f"Kunjungan dan catatan sebelum hari ini tetap tercatat atas nama {_name(told.giver)}. Janji dalam "
        "tabel menjadi tanggungan penerimanya."
    )
    if told.elsewhere:
        sheet.ln(1)
        sheet.paragraph(
            f"Kutipan: berita acara ini memuat {told.elsewhere} binaan lain, yang diserahkan kepada "
            "Pendamping lain dan tidak dicetak di sini."
        )
    if told.note:
        sheet.ln(1)
        sheet.paragraph(f"Catatan: {one_line(told.note, 2_000)}")


def _giver(told: HandoverMinutes) -> str:
    return told.facilitator if told.giver_died else told.giver


def _name(text: str) -> str:
    return one_line(text, _LONGEST_NAME) or DOTS


def _place(code: str | None) -> str:
    found = district(code) if code else None
    return found.name if found else "belum diisi"
