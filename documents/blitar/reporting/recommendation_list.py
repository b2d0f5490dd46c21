"""Every recommendation of a time with where it stands, by Perangkat Daerah (Pasal 13)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Final

from fpdf.enums import Align

from documents.blitar.letter import Printing, letter
from documents.printable import one_line
from documents.sheet import WIDTH, Sheet
from documents.tables import Column, headed_table, room_for, table
from domain.blitar.reporting.recommendations import SENT_TO, SET_BY, BundleState, Whereabouts
from domain.dates import indonesian_date
from domain.regions.regions import district

TITLE: Final = "Daftar rekomendasi"
_UNBUNDLED: Final = "Belum masuk surat"
_COUNTS: Final = (
    Column("Perangkat Daerah", WIDTH - (1 + len(BundleState)) * 22),
    Column(_UNBUNDLED, 22, Align.R),
    *(Column(state.label, 22, Align.R) for state in BundleState),
)
_LINES: Final = (
    Column("No.", 9),
    Column("Binaan", 42),
    Column("Rekomendasi", 62),
    Column("Kunjungan", 25),
    Column("Keadaan", WIDTH - 138),
)


def recommendation_list(
    told: Sequence[Whereabouts], since: date, until: date, printing: Printing, *, most: int
) -> bytes:
    """The list as PDF bytes; `most` is how many it can hold, which it says when it is full."""
    span = f"Kunjungan {indonesian_date(since)} sampai {indonesian_date(until)}"
    sheet = letter(TITLE, span, printing, note="Memuat data binaan, hanya untuk Dinas")
    sheet.title_line(TITLE)
    sheet.paragraph(span, bold=True)
    sheet.paragraph(
        f"Ditetapkan oleh Kepala Dinas ({SET_BY.place}), disampaikan kepada Perangkat Daerah terkait untuk "
        f"ditindaklanjuti ({SENT_TO.place}). Hanya dari kunjungan terverifikasi, dan yang sudah masuk surat."
    )
    if len(told) >= most:
        sheet.paragraph(
            f"Hanya {most} rekomendasi terbaru yang dimuat; persempit waktunya untuk sisanya.", bold=True
        )
    if not told:
        sheet.ln(3)
        sheet.paragraph("Tidak ada rekomendasi untuk Perangkat Daerah pada waktu ini.")
        return bytes(sheet.output())
    _counts(sheet, told)
    for agency, own in groupby(told, key=lambda one: one.agency):
        _agency(sheet, agency, list(own))
    return bytes(sheet.output())


def _counts(sheet: Sheet, told: Sequence[Whereabouts]) -> None:
    counted = Counter((one.agency, one.state) for one in told)
    states = (None, *BundleState)
    rows = [
        (one_line(agency, 120), *(f"{counted[agency, state]}" for state in states))
        for agency in dict.fromkeys(one.agency for one in told)
    ]
    total = ("Jumlah", *(f"{sum(one.state is state for one in told)}" for state in states))
    sheet.heading("Keadaan per Perangkat Daerah", room_for(sheet, _COUNTS, rows))
    table(sheet, _COUNTS, [*rows, total])


def _agency(sheet: Sheet, agency: str, own: Sequence[Whereabouts]) -> None:
    rows = [_cells(place, one) for place, one in enumerate(own, 1)]
    headed_table(sheet, f"{one_line(agency, 120)}: {len(own)}", _LINES, rows)


def _cells(place: int, one: Whereabouts) -> Sequence[str]:
    line = one.line
    found = district(line.district_code) if line.district_code else None
    where = f"Kec. {found.name}" if found else "kecamatan belum diisi"
    return (
        f"{place}",
        f"{one_line(line.client_name, 120)}\n{line.client_number}, {where}",
        line.told.strip(),
        indonesian_date(line.visited_on),
        one_line(one.told, 200),
    )
