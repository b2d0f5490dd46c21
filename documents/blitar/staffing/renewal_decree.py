"""The decree that renews contracts of Pendamping, with its list of names as an annex."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from documents.blitar.letter import DOTS, Printing, centred, letter, titled
from documents.blitar.staffing.signing import sign_decree
from documents.printable import one_line
from documents.sheet import WIDTH, Sheet
from documents.slashed import broken_at_strokes
from documents.tables import Column, plain_columns, table
from domain.blitar.instruments import at
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.staffing.renewing import DECREED, ENDS, Renewal, RenewedLine
from domain.dates import indonesian_date, indonesian_span
from domain.regions.regions import district

TITLE: Final = "Keputusan Kepala Dinas"
SUBJECT: Final = "Perpanjangan Kontrak Kerja Pendamping Koperasi dan Usaha Mikro"
NOT_SIGNED: Final = "belum ditetapkan; baru berlaku setelah diberi nomor dan ditandatangani Kepala Dinas"
_DECREE_WIDTH: Final = 30.0
_PADDING: Final = 5.0  # of a cell, both sides together
_THAT: Final = "bahwa "
_LIST: Final = (
    Column("No.", 9),
    Column("Nama", 40),
    Column("SK penetapan", _DECREE_WIDTH),
    Column("Masa kontrak yang baru", 63),
    Column("Kecamatan", WIDTH - 142),
)
_PARTS: Final = (Column("", 28), Column("", WIDTH - 28))


def renewal_decree(
    renewal: Renewal, lines: Sequence[RenewedLine], printing: Printing, *, signed: bool, kept: bool = False
) -> bytes:
    """The decree and its annex as PDF bytes; a draft until it is recorded as `signed`.

    One that is `kept` as it is recorded carries its seal.
    """
    number = renewal.decree
    sheet = letter(
        TITLE,
        number,
        printing,
        note="Memuat nama Pendamping",
        draft="" if signed else NOT_SIGNED,
        kept_on=renewal.decided_on if kept else None,
    )
    titled(sheet, TITLE, number, SUBJECT)
    _considered(sheet, renewal, lines)
    centred(sheet, "MEMUTUSKAN", bold=True)
    sheet.ln(1)
    plain_columns(sheet, _PARTS, _decided(renewal, lines))
    sheet.ln(2)
    closing = "Keputusan ini mulai berlaku pada tanggal ditetapkan."
    sign_decree(sheet, closing=closing, on=renewal.decided_on)
    _annex(sheet, renewal, lines, printing.head.agency)
    return sheet.finished()


def _considered(sheet: Sheet, renewal: Renewal, lines: Sequence[RenewedLine]) -> None:
    ends = sorted(line.starts_on - timedelta(days=1) for line in lines)
    when = indonesian_span(ends[0], ends[-1])
    rows = (
        ("Menimbang", f"a. bahwa kontrak kerja {len(lines)} Pendamping habis {when} ({ENDS.place});"),
        ("", f"b. bahwa {_because(renewal.reason) or DOTS};"),
        (
            "Mengingat",
            f"{BLITAR_MENTORING.instrument.name}, {at('9(1)').place}, {ENDS.place}, {DECREED.place}, dan "
            f"{at('11(2)').place}.",
        ),
    )
    plain_columns(sheet, _PARTS, rows)
    sheet.ln(2)


def _because(reason: str) -> str:
    """Why, as it follows the word 'bahwa', which somebody may have typed along."""
    told = one_line(reason, 600).rstrip(" .;")
    return told[len(_THAT) :].lstrip() if told.lower().startswith(_THAT) else told


def _decided(renewal: Renewal, lines: Sequence[RenewedLine]) -> Sequence[tuple[str, str]]:
    until = indonesian_date(renewal.until) if renewal.until else DOTS
    return (
        (
            "KESATU",
            f"Memperpanjang kontrak kerja {len(lines)} Pendamping dalam lampiran sampai dengan {until}, "
            "masing-masing sejak sehari sesudah kontraknya yang berjalan habis.",
        ),
        ("KEDUA", "Kecamatan tempat tugas masing-masing tetap, sebagaimana tercantum dalam lampiran."),
        (
            "KETIGA",
            f"Tugas berakhir lebih awal bila terjadi salah satu keadaan dalam {at('9(2)').place}.",
        ),
    )


def _annex(sheet: Sheet, renewal: Renewal, lines: Sequence[RenewedLine], agency: str) -> None:
    sheet.add_page()
    sheet.paragraph(f"Lampiran Keputusan Kepala {agency}", bold=True)
    decided = indonesian_date(renewal.decided_on) if renewal.decided_on else DOTS
    sheet.paragraph(f"Nomor: {one_line(renewal.decree, 80) or DOTS}    Tanggal: {decided}")
    sheet.ln(3)
    table(sheet, _LIST, [_row(sheet, place, line) for place, line in enumerate(lines, 1)])
    sheet.ln(2)
    sign_decree(sheet, closing=f"Daftar ini memuat {len(lines)} nama.", on=renewal.decided_on)


def _row(sheet: Sheet, place: int, line: RenewedLine) -> tuple[str, ...]:
    return (
        str(place),
        one_line(line.name, 80),
        broken_at_strokes(sheet, one_line(line.decree, 80), _DECREE_WIDTH - _PADDING),
        f"{indonesian_date(line.starts_on)} sampai {indonesian_date(line.until)}",
        ", ".join(map(_name, line.district_codes)),
    )


def _name(code: str) -> str:
    found = district(code)
    return found.name if found else code
