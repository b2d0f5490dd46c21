"""Pinjaman: what the forms of a file store before and at the agreement, and what they refuse."""

from dataclasses import replace
from datetime import date

import pytest

from domain.sampang.origination.records import Aspect, Element
from domain.sampang.origination.stages import Stage
from domain.sampang.papers import PAPERS
from domain.sampang.roles import SampangRole
from tests.db.sampang.lending import AGREEMENT, ASKED, DAY, FINDING
from tests.screens.demo_office import calm, said
from tests.screens.sampang.loan_screen import LoanDesk, buttons, fill, links, press

HONEST = {"notes.character": "jujur"}


@pytest.fixture
def desk(office):
    return LoanDesk(office)


def test_papers_that_were_looked_for_are_noted_with_the_officers_day_and_words(desk):
    file, officer = desk.file_at(Stage.FILED), desk.office.officer
    screen = fill(desk.open(officer, file), "check-papers", file, officer, on=DAY, note="**asli** dilihat")
    screen = press(screen, "Nyatakan berkas diperiksa")
    (step,) = desk.stored(file).timeline[1:]
    assert (desk.stored(file).file.stage, step.on, step.note) == (Stage.CHECKED, DAY, "**asli** dilihat")
    assert "kelengkapan berkas sudah diperiksa" in said(screen)
    assert any(r"\*\*asli\*\* dilihat" in each.value for each in screen.markdown)


def test_papers_that_nobody_looked_for_stand_in_the_way(desk):
    file = desk.file_at(Stage.FILED)
    seen = {paper.code: True for paper in PAPERS if paper.code != "account_number"}
    desk.change(file, papers=seen)
    screen = desk.open(desk.office.officer, file)
    assert "Daftar nomor rekening bank: catat ada atau belum ada." in said(screen)
    assert "VIII.2.b.5" in " ".join(links(screen))
    assert "Nyatakan berkas diperiksa" not in buttons(screen)


def test_papers_that_are_lacking_may_follow(desk):
    file = desk.file_at(Stage.FILED)
    desk.change(file, papers={paper.code: paper.code != "account_number" for paper in PAPERS})
    press(desk.open(desk.office.officer, file), "Nyatakan berkas diperiksa")
    assert desk.stored(file).file.stage is Stage.CHECKED


def test_who_presses_after_somebody_else_took_the_step_is_told_so(desk):
    file = desk.file_at(Stage.FILED)
    screen = desk.open(desk.office.officer, file)
    desk.lending.press("check_papers", file)
    screen = press(screen, "Nyatakan berkas diperiksa")
    assert "Berkas ini berubah sejak Anda membukanya: “Kelengkapan berkas diperiksa”" in said(screen)
    assert len(desk.stored(file).timeline) == 2


def test_nobody_is_told_that_somebody_else_was_faster_after_a_step_of_their_own(desk):
    screen = press(desk.open(desk.office.officer, desk.file_at(Stage.FILED)), "Nyatakan berkas diperiksa")
    assert "berubah sejak Anda membukanya" not in said(screen)
    assert "berubah sejak Anda membukanya" not in said(calm(screen.run()))


@pytest.mark.parametrize(
    ("day", "words"), [(date(2020, 1, 1), "mendahului"), (" ", "Tanggal pemeriksaan belum diisi.")]
)
def test_a_day_that_cannot_be_is_refused(desk, day, words):
    file, officer = desk.file_at(Stage.FILED), desk.office.officer
    screen = fill(desk.open(officer, file), "check-papers", file, officer, on=day)
    assert words in said(press(screen, "Nyatakan berkas diperiksa"))
    assert desk.stored(file).file.stage is Stage.FILED


def test_a_surveyor_records_notes_opinions_and_figures(desk):
    file, bank = desk.file_at(Stage.CHECKED), desk.office.by_role[SampangRole.BANK]
    typed = {
        "notes.character": "jujur",
        "notes.plan": "beli wajan",
        "character_good": True,
        "region_supports": False,
    }
    screen = fill(desk.open(bank, file), "finding", file, bank, on=DAY, amount="15 juta", **typed)
    screen = fill(screen, "finding", file, bank, term_months="36", photos="map 12")
    press(screen, "Catat temuan saya")
    (found,) = desk.stored(file).file.findings
    assert found == replace(
        FINDING,
        surveyor=bank.name,
        element=Element.BANK,
        notes={Aspect.CHARACTER: "jujur", Aspect.PLAN: "beli wajan"},
        region_supports=False,
        amount=15_000_000,
        term_months=36,
        photos="map 12",
    )


def test_a_later_finding_of_a_surveyor_begins_with_the_earlier_one(desk):
    file, bank = desk.file_at(Stage.CHECKED), desk.office.by_role[SampangRole.BANK]
    screen = fill(desk.open(bank, file), "finding", file, bank, **HONEST, amount="15 juta")
    screen = press(screen, "Catat temuan saya")
    press(fill(screen, "finding", file, bank, amount="14 juta"), "Catat temuan saya")
    (found,) = desk.stored(file).file.findings
    assert (found.amount, found.notes) == (14_000_000, {Aspect.CHARACTER: "jujur"})


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Tulis catatan paling sedikit untuk satu unsur survei."),
        (HONEST | {"element": None}, "Unsur surveyor belum dipilih."),
        (HONEST | {"on": " "}, "Tanggal survei belum diisi."),
        (HONEST | {"on": date(2100, 1, 1)}, "Tanggal ini belum tiba"),
        (HONEST | {"amount": "banyak"}, "Jumlah ini tidak terbaca"),
        (HONEST | {"amount": "0"}, "Jumlah yang disarankan harus antara Rp1 dan"),
        ({"notes.character": "a" * 5_001}, "Karakter pemohon paling panjang 5.000 huruf"),
    ],
)
def test_a_finding_that_cannot_be_is_not_recorded(desk, typed, words):
    file, bank = desk.file_at(Stage.CHECKED), desk.office.by_role[SampangRole.BANK]
    screen = press(fill(desk.open(bank, file), "finding", file, bank, **typed), "Catat temuan saya")
    assert words in said(screen)
    assert desk.stored(file).file.findings == ()


def test_surveyors_who_differ_are_shown_side_by_side_and_in_words(desk):
    file, bank, member = (
        desk.file_at(Stage.CHECKED),
        desk.office.by_role[SampangRole.BANK],
        desk.office.member,
    )
    for person, amount in ((bank, "15 juta"), (member, "20 juta")):
        screen = fill(desk.open(person, file), "finding", file, person, **HONEST, amount=amount)
        screen = press(fill(screen, "finding", file, person, element=Element.AGENCY), "Catat temuan saya")
    assert f"Jumlah berbeda: Rp15.000.000 menurut {bank.name}; Rp20.000.000 menurut {member.name}." in said(
        screen
    )
    (table,) = [each.value for each in screen.table]
    assert [table[name].loc["Jumlah"] for name in table.columns] == ["Rp15.000.000", "Rp20.000.000"]


def close(desk, file, **typed):
    member = desk.office.member
    told = {"amount": "20 juta", "term_months": "24", "character_good": True, "reason": "sepakat"} | typed
    screen = fill(desk.open(member, file), "minutes", file, member, on=DAY, **told)
    return press(screen, "Tetapkan hasil survei")


def test_a_survey_is_closed_without_a_number_that_the_office_has_not_given_yet(desk):
    file = desk.file_at(Stage.CHECKED)
    desk.lending.press("record_finding", file)
    screen = close(desk, file)
    survey = desk.stored(file).file.survey
    assert (survey.number, survey.amount, survey.term_months, survey.character_good) == ("", ASKED, 24, True)
    assert "belum bernomor" in said(screen)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"amount": ""}, "Jumlah yang disepakati belum diisi."),
        ({"term_months": None}, "Jangka waktu belum diisi."),
        ({"character_good": None}, "“Karakter pemohon dinilai baik?” belum dijawab. Pilih Ya atau Tidak."),
        ({"reason": "  "}, "Alasan, dan bagaimana perbedaan diselesaikan belum diisi."),
    ],
)
def test_minutes_that_lack_something_do_not_close_the_survey(desk, typed, words):
    file = desk.file_at(Stage.CHECKED)
    desk.lending.press("record_finding", file)
    assert words in said(close(desk, file, **typed))
    assert desk.stored(file).file.stage is Stage.CHECKED


def sign(desk, file, **typed):
    officer = desk.office.officer
    told = {"number": "PK/1", "signed_on": DAY, "account_number": "0012345678", "signed_by_lead": "H"}
    told |= {"account_holders": "Siti Aminah", "signed_by_bank": "D"} | typed
    return press(fill(desk.open(officer, file), "agreement", file, officer, **told), "Catat perjanjian")


def test_a_signed_agreement_is_recorded(desk):
    file = desk.file_at(Stage.APPROVED)
    sign(desk, file)
    assert desk.stored(file).file.agreement == AGREEMENT
    assert desk.stored(file).file.stage is Stage.AGREED


def test_a_number_that_another_agreement_has_is_recorded_only_with_a_reason(desk):
    sign(desk, desk.file_at(Stage.APPROVED), number="PK/7")
    file, officer = desk.file_at(Stage.APPROVED, name="Keripik Bu Tini"), desk.office.officer
    screen = sign(desk, file, number="pk 7")
    assert "Sepertinya sudah tercatat" in said(screen)
    assert desk.stored(file).file.agreement is None
    fill(screen, "agreement", file, officer, again_because="satu akad untuk dua anggota")
    press(screen, "Catat perjanjian")
    assert desk.stored(file).file.agreement.number == "pk 7"


def test_the_account_is_first_proposed_in_the_owners_name(desk):
    file, officer = desk.file_at(Stage.APPROVED), desk.office.officer
    screen = desk.open(officer, file)
    nonce = screen.session_state[f"agreement-nonce-{file}-{officer.id}"]
    assert screen.session_state[f"{nonce}:account_holders"] == "Siti Aminah"


@pytest.mark.parametrize(
    "field", ["number", "signed_on", "account_number", "account_holders", "signed_by_lead", "signed_by_bank"]
)
def test_an_agreement_that_lacks_something_is_not_recorded(desk, field):
    file = desk.file_at(Stage.APPROVED)
    screen = sign(desk, file, **{field: None if field == "signed_on" else " "})
    assert "Belum tersimpan" in said(screen)
    assert desk.stored(file).file.agreement is None


def test_an_applicant_who_withdraws_needs_a_reason(desk):
    file, officer = desk.file_at(Stage.APPROVED), desk.office.officer
    screen = press(desk.open(officer, file), "Tarik pengajuan ini")
    assert "Alasan pemohon belum diisi." in said(screen)
    press(fill(screen, "withdraw", file, officer, reason="pindah usaha"), "Tarik pengajuan ini")
    assert desk.stored(file).file.stage is Stage.WITHDRAWN
    assert desk.stored(file).timeline[-1].note == "pindah usaha"
