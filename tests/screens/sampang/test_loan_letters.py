"""Pinjaman: the papers of a file are looked at, issued once with the office's number, and printed again."""

import hashlib

import pytest

from db.sampang.origination.issued_papers import PaperKind, issued_papers, paper_bytes
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from pages.parts.store import today
from pages.sampang.law import law_by_day
from pages.sampang.loans.letter_drafts import drafts_of
from tests.documents.printed import pages_of
from tests.screens.demo_office import calm, labelled, said
from tests.screens.sampang.loan_screen import LoanDesk, buttons, fill

THERE = {
    Stage.CHECKED: [],
    Stage.SURVEYED: [PaperKind.SURVEY_MINUTES],
    Stage.REFUSED: [PaperKind.SURVEY_MINUTES, PaperKind.REFUSAL],
    Stage.APPROVED: [PaperKind.SURVEY_MINUTES, PaperKind.AGREEMENT],
    Stage.REQUESTED: [PaperKind.SURVEY_MINUTES, PaperKind.AGREEMENT, PaperKind.PAYMENT_REQUEST],
    Stage.DISBURSED: [PaperKind.SURVEY_MINUTES, PaperKind.AGREEMENT, PaperKind.PAYMENT_REQUEST],
}


@pytest.fixture
def desk(office):
    return LoanDesk(office)


def issued(desk, file):
    return desk.lending.ask(issued_papers, desk.office.member, application_id=file)


def press_last(screen, label):
    return calm([button for button in screen.button if button.label == label][-1].click().run())


@pytest.mark.parametrize(("stage", "kinds"), THERE.items())
def test_each_stage_has_the_papers_of_the_steps_that_were_taken(desk, stage, kinds):
    file = desk.file_at(stage)
    law_of = law_by_day()
    drafts = list(drafts_of(desk.stored(file), law_of, law_of(today()), today=today(), demo=True))
    assert [draft.kind for draft in drafts] == kinds
    for draft in drafts:
        assert all("KONSEP" in page for page in pages_of(draft.as_draft()))
        may_go_out = draft.printed(draft.number or "1", draft.on)
        assert ("KONSEP" in pages_of(may_go_out)[0]) is not draft.can_go_out
    told = said(desk.open(desk.office.member, file))
    assert all(f"**{kind.label}**" in told for kind in kinds)


def test_a_recorded_number_goes_onto_the_paper_and_into_the_store(desk):
    file, officer = desk.file_at(Stage.REQUESTED), desk.office.officer
    screen = desk.open(officer, file)
    screen = press_last(screen, "Terbitkan")
    (paper,) = issued(desk, file)
    assert (paper.kind, paper.number, paper.by) == (PaperKind.PAYMENT_REQUEST, "SPP/1", officer.name)
    kept = desk.lending.ask(paper_bytes, officer, paper.id)
    assert hashlib.sha256(kept).hexdigest() == paper.sha256
    assert "KONSEP" not in " ".join(pages_of(kept))
    assert "Diterbitkan: Surat permintaan pembayaran (SPP-LS), nomor SPP/1." in said(screen)
    assert labelled(screen.get("download_button"), "Unduh")


def test_a_letter_of_refusal_needs_the_number_that_the_office_gives(desk):
    file, member = desk.file_at(Stage.REFUSED), desk.office.member
    screen = desk.open(member, file)
    screen = press_last(screen, "Terbitkan")
    assert "Nomor surat dari kantor belum diisi." in said(screen)
    assert issued(desk, file) == ()
    fill(screen, "issue-refusal", file, member, number="500/12/2026")
    press_last(screen, "Terbitkan")
    (paper,) = issued(desk, file)
    assert (paper.kind, paper.number) == (PaperKind.REFUSAL, "500/12/2026")


def test_a_number_that_another_letter_has_goes_out_only_with_a_reason(desk):
    first, second, member = desk.file_at(Stage.REFUSED), desk.file_at(Stage.REFUSED), desk.office.member
    for file in (first, second):
        screen = desk.open(member, file)
        fill(screen, "issue-refusal", file, member, number="500/12/2026")
        screen = press_last(screen, "Terbitkan")
    assert "Sepertinya sudah tercatat" in said(screen)
    assert issued(desk, second) == ()
    fill(screen, "issue-refusal", second, member, again_because="satu surat untuk dua usaha")
    press_last(screen, "Terbitkan")
    assert [paper.number for paper in issued(desk, second)] == ["500/12/2026"]


def test_an_agreement_that_nobody_has_signed_is_a_draft_only(desk):
    file = desk.file_at(Stage.APPROVED)
    screen = desk.open(desk.office.officer, file)
    assert "Diterbitkan sesudah perjanjian yang ditandatangani dicatat" in said(screen)
    assert buttons(screen).count("Terbitkan") == 1  # the minutes of the survey


def test_the_bank_may_read_the_papers_and_issues_none(desk):
    screen = desk.open(desk.office.by_role[SampangRole.BANK], desk.file_at(Stage.REQUESTED))
    assert len([each for each in screen.get("download_button") if each.label == "Unduh konsep"]) == 3
    assert "Terbitkan" not in buttons(screen)


def test_a_paper_that_went_out_stays_as_it_was(desk):
    file, officer = desk.file_at(Stage.REQUESTED), desk.office.officer
    screen = desk.open(officer, file)
    press_last(screen, "Terbitkan")
    (paper,) = issued(desk, file)
    before = desk.lending.ask(paper_bytes, officer, paper.id)
    desk.lending.press("return_request", file)
    screen = desk.open(officer, file)
    assert "nomor SPP/1" in said(screen)
    assert desk.lending.ask(paper_bytes, officer, paper.id) == before


def test_a_letter_is_not_dated_in_the_future(desk):
    file, member = desk.file_at(Stage.REFUSED), desk.office.member
    screen = desk.open(member, file)
    fill(screen, "issue-refusal", file, member, number="500/1", on=today().replace(year=today().year + 1))
    screen = press_last(screen, "Terbitkan")
    assert "Tanggal ini belum tiba" in said(screen)
    assert issued(desk, file) == ()
