"""Pinjaman: an agreement is prepared, taken along as a clean PDF, and comes back with its day."""

from dataclasses import replace

import pytest

from db.sampang.applications.applications import application
from db.sampang.origination.issued_papers import issued_papers
from db.sampang.origination.papers_to_sign import paper_to_sign_bytes, papers_to_sign
from domain.sampang.origination.for_signing import SigningState
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from pages.parts.store import now, today
from tests.db.sampang.boards import an_eligible_cooperative
from tests.db.sampang.lending import AGREEMENT
from tests.documents.printed import pages_of
from tests.screens.demo_office import labelled, said
from tests.screens.sampang.loan_screen import LoanDesk, buttons, fill, press

TOLD = {"account_number": "0012345678", "signed_by_lead": "H", "signed_by_bank": "D"}


@pytest.fixture
def desk(office):
    return LoanDesk(office)


def prepared(desk, file, number="NP/1/2026", after=0):
    officer = desk.office.officer
    screen = fill(
        desk.open(officer, file), f"prepare-agreement-{after}", file, officer, number=number, **TOLD
    )
    return press(screen, "Siapkan untuk ditandatangani")


def papers(desk, file):
    return desk.lending.ask(papers_to_sign, desk.office.officer, file, today())


def test_a_prepared_agreement_is_clean_numbered_and_has_the_nik_in_full(desk):
    file = desk.file_at(Stage.APPROVED)
    screen = prepared(desk, file)
    (paper,) = desk.lending.ask(issued_papers, desk.office.officer, application_id=file)
    with desk.office.database.write() as session:
        told = " ".join(pages_of(paper_to_sign_bytes(session, desk.office.officer, paper.id, at=now())))
    assert "KONSEP" not in told
    assert "Nomor: NP/1/2026" in told
    assert "*" not in told.partition("NIK ")[2][:16]
    assert "**Untuk ditandatangani**" in said(screen)
    assert labelled(screen.get("download_button"), "Unduh untuk ditandatangani")
    assert desk.stored(file).file.stage is Stage.APPROVED


def test_the_day_of_signing_brings_the_file_on(desk):
    file, officer = desk.file_at(Stage.APPROVED), desk.office.officer
    screen = prepared(desk, file)
    (paper,) = papers(desk, file)
    fill(screen, f"signed-{paper.id}", file, officer, on=today())
    press(screen, "Catat sudah ditandatangani")
    assert desk.stored(file).file.stage is Stage.AGREED
    assert desk.stored(file).file.agreement == replace(AGREEMENT, number="NP/1/2026", signed_on=today())


def test_a_paper_that_holds_no_more_says_what_changed_and_asks_for_a_new_one(desk):
    file = desk.file_at(Stage.APPROVED)
    prepared(desk, file)
    desk.change(file, applicant=replace(_whole(desk, file), address="Jalan Baru 2"))
    screen = desk.open(desk.office.officer, file)
    assert "**Tidak berlaku lagi**: berubah sejak dicetak: alamat peminjam." in said(screen)
    (first,) = papers(desk, file)
    prepared(desk, file, "NP/2/2026", after=first.id)
    assert [one.state for one in papers(desk, file)] == [SigningState.WAITING, SigningState.VOID]


def _whole(desk, file):
    with desk.office.database.write() as session:
        return application(session, desk.office.officer, file, reveal=True, at=now()).application.applicant


def test_the_request_for_payment_is_prepared_with_its_costs(desk):
    file, officer = desk.file_at(Stage.AGREED), desk.office.officer
    costs = {"insurance": 100_000, "notary": 200_000, "land_check": 50_000}
    screen = desk.open(officer, file)
    fill(screen, "prepare-request-0", file, officer, number="SPP/9", on=today(), note="nota", **costs)
    screen = press(screen, "Siapkan untuk ditandatangani")
    (paper,) = papers(desk, file)
    assert (paper.number, paper.state) == ("SPP/9", SigningState.WAITING)
    assert desk.stored(file).file.stage is Stage.AGREED


def test_who_does_not_keep_agreements_is_not_asked(desk):
    file = desk.file_at(Stage.APPROVED)
    screen = desk.open(desk.office.by_role[SampangRole.BANK], file)
    assert "Siapkan untuk ditandatangani" not in buttons(screen)


def test_an_agreement_of_a_koperasi_waits_for_its_officers_and_says_so(desk):
    file = desk.lending.file_at(Stage.APPROVED, an_eligible_cooperative())
    screen = desk.open(desk.office.officer, file)
    assert "belum diketahui 2 dari 2 pengurus" in said(screen)
    assert "Siapkan untuk ditandatangani" not in [each.label for each in screen.button]
    assert "Unduh konsep" in [each.proto.label for each in screen.get("download_button")]
