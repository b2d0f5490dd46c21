"""The letter with recommendations to one Perangkat Daerah, and the list of them (Pasal 13)."""

from collections.abc import Sequence
from typing import Final

from fpdf.enums import Align
from num2words import num2words

from documents.blitar.letter import DOTS, Printing, letter
from documents.blitar.reporting.letter_parts import sign_on_the_right
from documents.printable import one_line
from documents.sheet import LINE, MARGIN, WIDTH, Sheet
from documents.tables import Column, Strong, plain_columns, table
from domain.blitar.instruments import PERBUP_3_2023
from domain.blitar.reporting.recommendations import FOUND, SENT_TO, SET_BY, AgencyLetter, Recommended
from domain.dates import indonesian_date
from domain.regions.regions import district

SUBJECT: Final = "Rekomendasi hasil pendampingan Koperasi dan Usaha Mikro"
_REGULATION: Final = f"Peraturan Bupati Blitar Nomor 3 Tahun 2023 tentang {PERBUP_3_2023.title}"
_HEADED: Final = ("Dinas", "Badan", "Bagian", "Kantor", "UPT", "UPTD", "Puskesmas", "Sekretariat")
_LINES: Final = (
    Column("No.", 9),
    Column("Binaan", 37),
    Column("Kecamatan", 23),
    Column("Permasalahan", 44),
    Column("Rekomendasi", 44),
    Column("Kunjungan", WIDTH - 157),
)
_LONGEST: Final = 200
_PROSE: Final = 10.0


def recommendation_letter(told: AgencyLetter, printing: Printing, *, kept: bool = False) -> bytes:
    """The letter with its list as PDF bytes; a draft until it is set. The same input, the same bytes.

    One that is `kept` as it goes out carries its seal.
    """
    number = told.letter.number if told.letter else ""
    sheet = letter(
        "Surat rekomendasi",
        number,
        printing,
        note="Memuat data binaan, hanya untuk Perangkat Daerah yang dituju",
        draft="" if told.letter else f"belum ditetapkan Kepala Dinas ({SET_BY.place}).",
        kept_on=told.letter.on if kept and told.letter else None,
    )
    _head(sheet, told)
    *body, closing = _body(told)
    for text in body:
        sheet.paragraph(text, size=_PROSE)
        sheet.ln(2.5)
    of = f"Kepala {printing.head.agency},"
    sign_on_the_right(sheet, of, told.signer, closing=closing, size=_PROSE, below=5 + 4 * LINE)
    _copies(sheet)
    _list(sheet, told)
    return sheet.finished()


def _head(sheet: Sheet, told: AgencyLetter) -> None:
    day = indonesian_date(told.letter.on) if told.letter else DOTS
    sheet.cell(WIDTH, LINE, f"Blitar, {day}", align=Align.R)
    sheet.set_xy(MARGIN, sheet.get_y() + LINE + 2)
    number = one_line(told.letter.number, _LONGEST) if told.letter else ""
    facts = (
        ("Nomor", f": {number or DOTS}"),
        ("Sifat", ": Biasa"),
        ("Lampiran", ": 1 berkas"),
        ("Hal", Strong(f": {SUBJECT}")),
    )
    plain_columns(sheet, (Column("", 20), Column("", WIDTH - 20)), facts)
    sheet.ln(4)
    agency = one_line(told.agency, _LONGEST)
    headed = agency.split(" ")[0] in _HEADED
    for line in (f"Yth. {'Kepala ' if headed else ''}{agency}", "di Blitar"):
        sheet.paragraph(line, size=_PROSE)
    sheet.ln(4)


def _body(told: AgencyLetter) -> tuple[str, ...]:
    lines = told.lines
    clients = len({line.client_number for line in lines})
    days = sorted(line.visited_on for line in lines)
    span = f"pada {indonesian_date(days[0])}"
    if days[0] != days[-1]:
        span = f"antara {indonesian_date(days[0])} dan {indonesian_date(days[-1])}"
    return (
        f"Berdasarkan {_REGULATION}, hasil pendampingan menjadi bahan pertimbangan rekomendasi yang "
        f"ditetapkan oleh Kepala Dinas ({SET_BY.place}) dan disampaikan kepada Perangkat Daerah terkait "
        f"untuk ditindaklanjuti ({SENT_TO.place}).",
        f"Dari kunjungan Pendamping {span} terdapat {_counted(len(lines))} rekomendasi yang menyangkut tugas "
        f"{one_line(told.agency, _LONGEST)}, mengenai {_counted(clients)} koperasi dan usaha mikro. "
        "Daftarnya terlampir.",
        "Sehubungan dengan itu kami mohon rekomendasi tersebut ditindaklanjuti sesuai kewenangan Saudara, "
        "dan tindak lanjutnya disampaikan kepada kami agar dapat diteruskan kepada koperasi dan usaha mikro "
        "yang bersangkutan.",
        "Demikian disampaikan. Atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.",
    )


def _counted(number: int) -> str:
    return f"{number} ({num2words(number, lang='id')})"


def _copies(sheet: Sheet) -> None:
    sheet.ln(5)
    sheet.paragraph("Tembusan:", bold=True)
    for line in (f"1. {DOTS}", "2. Arsip"):
        sheet.paragraph(line)


def _list(sheet: Sheet, told: AgencyLetter) -> None:
    sheet.add_page()
    number = one_line(told.letter.number, _LONGEST) if told.letter else DOTS
    day = indonesian_date(told.letter.on) if told.letter else DOTS
    sheet.paragraph(f"Lampiran surat nomor {number}, tanggal {day}", bold=True)
    sheet.paragraph(
        f"Rekomendasi kepada {one_line(told.agency, _LONGEST)}, hasil pendampingan ({FOUND.place})"
    )
    rows = [_cells(place, line) for place, line in enumerate(told.lines, 1)]
    sheet.ln(3)
    table(sheet, _LINES, rows)


def _cells(place: int, line: Recommended) -> Sequence[str]:
    who = f"{one_line(line.client_name, 120)}\n{line.client_number}\n{line.kind.label}"
    return (
        f"{place}",
        who,
        _kecamatan(line.district_code),
        line.problem.strip() or "–",
        line.told.strip(),
        indonesian_date(line.visited_on),
    )


def _kecamatan(code: str | None) -> str:
    found = district(code) if code else None
    return found.name if found else "belum diisi"
