"""Pinjaman: what one file shows at its stage, and to whom it offers which form."""

import re

import pytest

from db.sampang.origination.issued_papers import PaperKind, issue_paper
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.papers import PAPERS
from domain.sampang.roles import SampangRole
from tests.db.sampang.lending import DAY, an_eligible_form
from tests.screens.demo_office import badges, said
from tests.screens.sampang.loan_screen import WAITS_FOR, LoanDesk, buttons, links
from tests.screens.walking import elements

A_NIK = re.compile(r"35\d{14}")
FROM_THE_COUNTER_ON = [stage for stage in Stage if stage is not Stage.DRAFT]


@pytest.fixture
def desk(office):
    return LoanDesk(office)


@pytest.mark.parametrize(("stage", "who"), WAITS_FOR)
def test_a_file_says_its_stage_in_words_and_what_comes_next_by_whom(desk, stage, who):
    screen = desk.open(desk.office.member, desk.file_at(stage))
    assert any(stage.label in badge for badge in badges(screen))
    next_step = "Langkah berikutnya: tidak ada" if who == "–" else f"oleh {who} ("
    if stage is Stage.DISBURSED:
        next_step = "Langkah berikutnya: lihat rekeningnya pada Angsuran (III.6)."
    if stage is Stage.REFUSED:
        next_step = "Langkah berikutnya: menerbitkan surat pemberitahuan (VI.2.b)."
    assert next_step in said(screen)
    assert "Langkah berikutnya" in said(screen)


@pytest.mark.parametrize(
    ("kind", "next_step"),
    [
        (PaperKind.REFUSAL, "tidak ada"),
        (PaperKind.SURVEY_MINUTES, "menerbitkan surat pemberitahuan (VI.2.b)"),
    ],
)
def test_a_refused_file_is_done_once_its_letter_went_out_and_not_before(desk, kind, next_step):
    file = desk.file_at(Stage.REFUSED)
    numbered = PaperNumber(number="500/1/2026", on=DAY)
    desk.lending.run(issue_paper, desk.office.member, kind, b"%PDF-1.3", numbered, application_id=file)
    assert f"Langkah berikutnya: {next_step}" in said(desk.open(desk.office.member, file))


# Which buttons each person has at each stage, beside leaving the file.
BUTTONS = {
    (Stage.FILED, SampangRole.OFFICER): {"Nyatakan berkas diperiksa", "Tarik pengajuan ini"},
    (Stage.CHECKED, SampangRole.OFFICER): {"Tarik pengajuan ini"},
    (Stage.CHECKED, SampangRole.TEAM_MEMBER): {"Catat temuan saya", "Tetapkan hasil survei"},
    (Stage.CHECKED, SampangRole.TEAM_LEAD): {"Catat temuan saya", "Tetapkan hasil survei"},
    (Stage.CHECKED, SampangRole.BANK): {"Catat temuan saya"},
    (Stage.SURVEYED, SampangRole.OFFICER): {"Tarik pengajuan ini"},
    (Stage.SURVEYED, SampangRole.TEAM_MEMBER): {"Catat temuan saya", "Tetapkan hasil survei"},
    (Stage.SURVEYED, SampangRole.TEAM_LEAD): {"Catat temuan saya", "Tetapkan hasil survei"},
    (Stage.SURVEYED, SampangRole.BANK): {"Catat temuan saya"},
    (Stage.POSTPONED, SampangRole.OFFICER): {"Tarik pengajuan ini"},
    (Stage.POSTPONED, SampangRole.TEAM_MEMBER): {"Catat temuan saya", "Tetapkan hasil survei"},
    (Stage.POSTPONED, SampangRole.TEAM_LEAD): {"Catat temuan saya", "Tetapkan hasil survei"},
    (Stage.POSTPONED, SampangRole.BANK): {"Catat temuan saya"},
    (Stage.APPROVED, SampangRole.OFFICER): {"Catat perjanjian", "Tarik pengajuan ini"},
    (Stage.AGREED, SampangRole.OFFICER): {"Minta pencairan", "Tarik pengajuan ini"},
    (Stage.REQUESTED, SampangRole.OFFICER): {"Tarik pengajuan ini"},
    (Stage.REQUESTED, SampangRole.TEAM_LEAD): {"Setujui pencairan Rp20.000.000", "Kembalikan permintaan"},
}
OF_THE_STEPS = set().union(*BUTTONS.values())
READERS = (SampangRole.OFFICER, SampangRole.TEAM_MEMBER, SampangRole.TEAM_LEAD, SampangRole.BANK)


@pytest.mark.parametrize("stage", FROM_THE_COUNTER_ON)
def test_everybody_sees_the_forms_of_the_steps_that_they_may_take_and_no_other(desk, stage):
    file = desk.file_at(stage)
    if stage is Stage.CHECKED:
        desk.lending.press("record_finding", file)
    for role in READERS:
        shown = OF_THE_STEPS & set(buttons(desk.open(desk.office.by_role[role], file)))
        assert shown == BUTTONS.get((stage, role), set()), role


def test_who_may_not_take_the_step_is_told_whose_work_it_is(desk):
    screen = desk.open(desk.office.member, desk.file_at(Stage.APPROVED))
    assert "Langkah ini dikerjakan oleh petugas" in said(screen)


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (Stage.CHECKED, ["Belum ada temuan surveyor", "VI.2.a"]),
        (Stage.AGREED, ["Rencana kerja penggunaan dana: belum ada.", "VIII.2.b.6"]),
    ],
)
def test_what_stands_in_the_way_is_said_with_its_provision_to_everybody(desk, stage, words):
    file = desk.file_at(stage)
    if stage is Stage.AGREED:
        desk.change(file, papers={paper.code: paper.code != "work_plan" for paper in PAPERS})
    for role in (SampangRole.OFFICER, SampangRole.TEAM_MEMBER):
        screen = desk.open(desk.office.by_role[role], file)
        told = said(screen) + " ".join(links(screen))
        assert all(word in told for word in words), role
    assert "Minta pencairan" not in buttons(screen)


def test_the_history_tells_each_step_with_its_day_person_note_and_provision(desk):
    told = said(desk.open(desk.office.member, desk.file_at(Stage.DISBURSED)))
    for words in ("Kelengkapan berkas diperiksa", "lengkap", "2 Maret 2026", "VIII.2.c", "VI.2.b", "layak"):
        assert words in told
    steps = ("Berkas diajukan", "Perjanjian ditandatangani", "Dicairkan atas persetujuan Ketua Harian")
    assert all(step in told for step in steps)


def test_what_was_approved_is_said_in_one_line_with_its_provision(desk):
    told = said(desk.open(desk.office.officer, desk.file_at(Stage.APPROVED)))
    assert "Ditetapkan Rp20.000.000, 24 bulan** (VI.2.b), 2 Maret 2026" in told


def test_a_draft_in_the_address_is_sent_back_to_its_form(desk):
    screen = desk.open(desk.office.officer, desk.file_at(Stage.DRAFT))
    assert "masih draf" in said(screen)
    assert "Lanjutkan di Pengajuan" in links(screen)


@pytest.mark.parametrize("number", ["999999", "9" * 30, "-1", "abc"])
def test_an_address_of_no_file_shows_a_sentence_or_the_list(desk, number):
    screen = desk.open(desk.office.officer, number)
    assert screen.error or len(screen.dataframe)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "**tebal** [tautan](/)", "=1+1"])
def test_a_name_with_signs_is_shown_as_it_was_typed(desk, name):
    screen = desk.open(desk.office.officer, desk.file_at(Stage.REQUESTED, name=name))
    assert screen.title[0].value.replace("\\", "") == name
    assert screen.title[0].value != name


def test_no_number_of_identity_is_shown_in_full(desk):
    form = an_eligible_form(name="Toko Rahasia")
    file = desk.file_at(Stage.REQUESTED, form)
    for role in READERS:
        screen = desk.open(desk.office.by_role[role], file)
        drawn = [str(each.proto) for each in elements(screen.main) if hasattr(each, "proto")]
        assert not any(form.applicant.nik in each for each in drawn)
        assert not A_NIK.search(said(screen))
