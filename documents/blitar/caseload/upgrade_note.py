"""The paper with which a Fasilitator proposes that a binaan moves up, and what the Kepala Dinas decided."""

from typing import Final

from fpdf.enums import Align

from documents.blitar.caseload.ladder_table import ladder_table
from documents.blitar.letter import DOTS, Printing, facts, letter, titled
from documents.printable import one_line
from documents.sheet import LINE, MARGIN, WIDTH, Sheet
from domain.blitar.caseload.proposal import Proposal
from domain.blitar.caseload.upgrade import UpgradeOutcome, provision_of, title_of
from domain.dates import indonesian_date, indonesian_moment
from domain.regions.regions import district

TITLE: Final = "Usul naik kelas"
_UNDECIDED: Final = "belum diputuskan Kepala Dinas, jadi belum berarti naik kelas."
_WITHDRAWN: Final = "ditarik pengusulnya sebelum diputuskan, jadi tidak berlaku."
_CLOSING: Final = "Demikian usul ini dibuat menurut kunjungan yang diverifikasi."
_SIGNATURE: Final = 44.0


def upgrade_note(proposal: Proposal, printing: Printing) -> bytes:
    """The paper as PDF bytes, marked as a draft until it is decided; the same input, the same bytes."""
    decision = proposal.decision
    number = decision.number if decision else ""
    note = "Usul kepada Kepala Dinas; program tidak menyatakan naik kelas"
    draft = "" if decision else _WITHDRAWN if proposal.closed else _UNDECIDED
    sheet = letter(TITLE, number, printing, note=note, draft=draft)
    titled(sheet, TITLE, number, title_of(proposal.kind))
    _who(sheet, proposal)
    _measure(sheet, proposal)
    ladder_table(sheet, proposal.basis)
    sheet.heading("Alasan usulan")
    sheet.paragraph(proposal.reason)
    _decided(sheet, proposal)
    _signed(sheet, proposal, printing)
    return bytes(sheet.output())


def _who(sheet: Sheet, proposal: Proposal) -> None:
    found = district(proposal.district_code) if proposal.district_code else None
    facts(
        sheet,
        [
            ("Binaan", f"{one_line(proposal.client_name, 120)} ({proposal.client_number})"),
            ("Jenis", proposal.kind.label),
            ("Kecamatan", found.name if found else "belum diisi"),
            ("Pendamping", one_line(proposal.mentor, 80) or "belum ada"),
            (
                "Diusulkan",
                f"{indonesian_date(proposal.proposed_on)} oleh {one_line(proposal.proposed_by, 80)}",
            ),
        ],
    )


def _measure(sheet: Sheet, proposal: Proposal) -> None:
    provision = provision_of(proposal.kind)
    words = f" (“{provision.words}”)" if provision.words else ""
    sheet.paragraph(
        f"{provision.place}{words} tidak memberi ukuran naik kelas. Tabel di bawah hanya menunjukkan apa "
        "yang berubah sejak data awal, menurut kunjungan yang diverifikasi sampai hari usulan; cukup "
        "tidaknya diputuskan Kepala Dinas."
    )


def _decided(sheet: Sheet, proposal: Proposal) -> None:
    decision = proposal.decision
    sheet.heading("Keputusan Kepala Dinas", room=24)
    if proposal.closed is not None:
        told = f"Ditarik {one_line(proposal.closed.by, 80)}, {indonesian_moment(proposal.closed.at)}"
        facts(sheet, [("Keputusan", "Tidak ada"), ("Usulan", told), ("Alasan", proposal.closed.reason)])
        return
    if decision is None:
        choices = " / ".join(outcome.label for outcome in UpgradeOutcome)
        facts(sheet, [("Keputusan", f"{choices} (coret salah satu)"), ("Alasan", DOTS), ("Tanggal", DOTS)])
        return
    facts(
        sheet,
        [
            ("Keputusan", decision.outcome.label),
            ("Nomor", one_line(decision.number, 80) or "tidak diberi nomor"),
            ("Tanggal", indonesian_date(decision.on)),
            ("Diputuskan oleh", one_line(proposal.decided_by, 80)),
            ("Alasan", decision.reason),
        ],
    )


def _signed(sheet: Sheet, proposal: Proposal, printing: Printing) -> None:
    """Room for who proposes and who decides, together on one page with the last sentence."""
    sheet.ln(2)
    sheet.close_with(_CLOSING, _SIGNATURE)
    sheet.ln(5)
    top = sheet.get_y()
    signers = (
        ("Fasilitator,", proposal.proposed_by),
        (f"Kepala {printing.head.agency},", proposal.decided_by),
    )
    for place, (title, name) in enumerate(signers):
        left = MARGIN + place * WIDTH / 2
        sheet.set_xy(left, top)
        sheet.multi_cell(WIDTH / 2 - 6, LINE, title, align=Align.L)
        sheet.set_xy(left, top + 30)
        sheet.cell(text=one_line(name, 50) or DOTS, h=LINE)
