"""The announcement of a selection: what is asked, until when, with which papers (Pasal 8 huruf b, c)."""

from documents.blitar.letter import Printing, facts, letter, signatures, titled
from documents.for_the_public import for_the_public
from documents.printable import one_line
from documents.sheet import WIDTH
from documents.tables import Column, headed_table
from domain.blitar.candidate_points import THIRTEEN_POINTS
from domain.blitar.selecting.rounds import Round
from domain.dates import indonesian_date
from domain.regulation.rules import RuleKind

_POINTS = (Column("Pasal 7", 16), Column("Persyaratan", 74), Column("Keterangan", WIDTH - 90))
_NOT_SET = "diumumkan kemudian"
_CLOSING = "Demikian pengumuman ini disampaikan untuk diketahui oleh umum."


def announcement(wanted: Round, printing: Printing, team: tuple[str, ...], *, kept: bool = False) -> bytes:
    """The announcement as PDF bytes; without a number it is a draft. The same input, the same bytes.

    One that is `kept` as it goes out carries its seal.
    """
    number = wanted.announcement_number.strip()
    sheet = letter(
        "Pengumuman seleksi",
        number,
        printing,
        note="Pengumuman terbuka bagi umum",
        draft="" if number else "belum bernomor, jadi belum diumumkan.",
        kept_on=wanted.announced_on if kept else None,
    )
    titled(sheet, "Pengumuman", number, wanted.title)
    sheet.paragraph(
        f"Tim Seleksi pada {printing.head.agency} membuka seleksi Pendamping Koperasi dan Usaha Mikro. "
        "Seleksi bersifat terbuka: siapa pun yang memenuhi persyaratan boleh mendaftar (Pasal 8 huruf a)."
    )
    sheet.ln(2)
    facts(sheet, _facts(wanted, printing.head.agency))
    rows = [
        (
            rule.place.rpartition(".")[2],
            f"{rule.title}{' (tidak wajib)' if rule.kind is RuleKind.PRIORITY else ''}",
            for_the_public(rule.explanation) or "–",
        )
        for rule in THIRTEEN_POINTS
    ]
    headed_table(sheet, "Persyaratan (Pasal 7 huruf a sampai m)", _POINTS, rows)
    sheet.heading("Berkas yang diserahkan (Pasal 8 huruf c)")
    if wanted.papers:
        sheet.bullets(one_line(paper, 200) for paper in wanted.papers)
    else:
        sheet.paragraph("Belum ditetapkan.")
    if wanted.terms.strip():
        sheet.heading("Ketentuan lain")
        sheet.paragraph(" ".join(wanted.terms.split()))
    sheet.ln(3)
    signatures(sheet, f"Blitar, {indonesian_date(wanted.announced_on)}", team, _CLOSING)
    return sheet.finished()


def _facts(wanted: Round, agency: str) -> list[tuple[str, str]]:
    period = f"{indonesian_date(wanted.opens_on)} sampai {indonesian_date(wanted.closes_on)}"
    return [
        ("Jumlah yang dicari", f"{wanted.quota} orang"),
        ("Wilayah kerja", "22 kecamatan di Kabupaten Blitar (Pasal 11 ayat (2))"),
        ("Masa pendaftaran", period),
        ("Tempat pendaftaran", agency),
        ("Ujian tertulis", indonesian_date(wanted.test_on) if wanted.test_on else _NOT_SET),
        ("Wawancara", indonesian_date(wanted.interview_on) if wanted.interview_on else _NOT_SET),
    ]
