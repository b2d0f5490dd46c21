"""The announcement of a result: the names of those who passed and nothing else of them (Pasal 8 huruf e)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from documents.blitar.letter import DOTS, Printing, letter, signatures, titled
from documents.printable import one_line
from documents.sheet import WIDTH
from documents.tables import Column, table
from domain.blitar.selecting.results import FILING, OutcomeKind
from domain.blitar.selecting.rounds import Round
from domain.blitar.selecting.standing import Standing, decided_as
from domain.dates import indonesian_date

_CLOSING: Final = "Demikian pengumuman ini disampaikan untuk diketahui oleh umum."
_NAMES: Final = (Column("Nomor pendaftaran", 34), Column("Nama", WIDTH - 34))


def result_announcement(
    wanted: Round,
    standings: Sequence[Standing],
    printing: Printing,
    *,
    number: str,
    on: date | None,
    team: tuple[str, ...],
) -> bytes:
    """The announcement as PDF bytes; `number` is that of the minutes, without which it is a draft."""
    sheet = letter(
        "Pengumuman hasil seleksi",
        number,
        printing,
        note="Pengumuman terbuka bagi umum",
        draft="" if number and on else "hasil belum ditetapkan dengan berita acara.",
    )
    titled(sheet, "Pengumuman hasil seleksi", "", wanted.title)
    told = f"tanggal {indonesian_date(on)}" if on else f"tanggal {DOTS}"
    sheet.paragraph(
        f"Menurut berita acara penetapan peserta lulus seleksi nomor {one_line(number, 80) or DOTS} {told}, "
        f"Tim Seleksi pada {printing.head.agency} mengumumkan peserta yang lulus, urut nomor pendaftaran:"
    )
    sheet.ln(2)
    passed = decided_as(standings, OutcomeKind.PASSED)
    if passed:
        table(sheet, _NAMES, [(f"{one.number}", one_line(one.name, 100)) for one in passed])
    else:
        sheet.paragraph("Tidak ada peserta yang lulus.", bold=True)
    if late := decided_as(standings, OutcomeKind.LATE):
        numbers = ", ".join(f"{one.number}" for one in late)
        sheet.ln(2)
        sheet.paragraph(
            f"Terlambat: pendaftaran nomor {numbers} diterima sesudah pendaftaran ditutup "
            f"{indonesian_date(wanted.closes_on)}, sehingga tidak diikutkan ({FILING.place})."
        )
    sheet.ln(3)
    sheet.bullets(
        (
            "Peserta yang lulus menjadi Pendamping setelah ditetapkan dengan Keputusan Kepala Dinas "
            "(Pasal 11 ayat (1)).",
            "Peserta cadangan diberi tahu langsung oleh Tim Seleksi.",
            "Keberatan disampaikan menurut UU 30/2014 tentang Administrasi Pemerintahan.",
        )
    )
    sheet.ln(2)
    signatures(sheet, f"Blitar, {indonesian_date(on) if on else DOTS}", team, _CLOSING)
    return bytes(sheet.output())
