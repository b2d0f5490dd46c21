"""A file that was decided: Kelayakan shows it as decided, and Pengajuan keeps what the decision rests on."""

import pytest

from db.tables import ApplicationRow
from domain.regulation.assessment import Verdict
from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import LAND
from tests.screens.demo_office import ELIGIBILITY, said
from tests.screens.sampang.intake_form import IntakeForm
from tests.screens.sampang.loan_screen import LoanDesk, buttons, links

CLOSED = (Stage.REFUSED, Stage.DISBURSED, Stage.WITHDRAWN)


@pytest.fixture
def desk(office):
    return LoanDesk(office)


@pytest.fixture
def approved_below_the_wish(desk):
    """Give a file that asked 25 million and was approved for 20 million."""
    return desk.file_at(Stage.APPROVED, amount=25_000_000, name="Toko Kurang", collateral=(LAND, LAND))


def eligibility_of(desk, file, person=None):
    return desk.office.open(person or desk.office.officer, ELIGIBILITY, no=file)


def test_an_approved_file_is_shown_as_it_was_decided(desk, approved_below_the_wish):
    told = said(eligibility_of(desk, approved_below_the_wish))
    assert "Ditetapkan Rp20.000.000, 24 bulan** (VI.2.b)" in told
    assert "diminta Rp25.000.000" in told
    assert "perlu Rp26.000.000" in told  # 130 % of what was approved (IV.2.g)


def test_an_application_before_the_decision_is_shown_as_it_was_asked(desk):
    file = desk.file_at(Stage.SURVEYED, amount=25_000_000, name="Toko Minta", collateral=(LAND, LAND))
    told = said(eligibility_of(desk, file))
    assert "Ditetapkan Rp" not in told
    assert "perlu Rp32.500.000" in told  # 130 % of what was asked (IV.2.g)


@pytest.mark.parametrize(
    ("stage", "is_linked"), [(Stage.DRAFT, False), (Stage.FILED, True), (Stage.DISBURSED, True)]
)
def test_eligibility_leads_to_the_file_once_it_is_filed(desk, stage, is_linked):
    assert ("Pinjaman" in links(eligibility_of(desk, desk.file_at(stage)))) is is_linked


@pytest.mark.parametrize("stage", [Stage.FILED, Stage.APPROVED, *CLOSED])
def test_the_answers_can_be_changed_until_the_file_is_closed(desk, stage):
    file = desk.file_at(stage)
    for screen in (eligibility_of(desk, file), desk.open(desk.office.officer, file)):
        assert ("Ubah isian" in links(screen)) is (stage not in CLOSED)
    assert "Kelayakan" in links(screen)


@pytest.mark.parametrize("stage", CLOSED)
def test_a_closed_file_is_neither_judged_nor_assessed_anew(desk, stage):
    screen = eligibility_of(desk, desk.file_at(stage), desk.office.member)
    assert "Catat penilaian" not in buttons(screen)
    assert "Simpan penilaian hari ini" not in buttons(screen)


@pytest.mark.parametrize("stage", CLOSED)
def test_the_form_of_a_closed_file_says_so_and_saves_nothing(desk, stage):
    form = IntakeForm(desk.office, no=desk.file_at(stage))
    assert f"sudah pada tahap “{stage.label}”" in said(form.screen)
    assert buttons(form.screen.main) == ["Mulai pengajuan baru"]


def test_what_the_decision_rests_on_is_not_changed_and_stays_typed(desk, approved_below_the_wish):
    form = IntakeForm(desk.office, no=approved_below_the_wish)
    assert "Yang masih dapat diubah: berkas" in said(form.screen)
    screen = form.type_in(amount="18 juta").save_draft()
    assert "sudah pada tahap “Ditetapkan”" in screen.error[0].value
    assert form.typed("amount") == "18 juta"
    assert desk.stored(approved_below_the_wish).file.application.amount == 25_000_000


def phone_of(desk, file):
    """The telephone as it is kept, which screens mask."""
    with desk.office.database.read() as session:
        return session.get_one(ApplicationRow, file).answers["applicant"]["phone"]


def test_a_fault_in_what_was_decided_does_not_hold_up_what_can_still_be_changed(desk):
    # The same land was written down twice before that was pointed out.
    file = desk.file_at(Stage.APPROVED, collateral=(LAND, LAND), agency_legality=None)
    IntakeForm(desk.office, no=file).type_in(applicant__phone="0800-2").save_draft()
    assert phone_of(desk, file) == "0800-2"
    assert desk.stored(file).file.application.collateral == (LAND, LAND)


def test_a_change_that_is_still_open_is_assessed_as_the_file_was_decided(desk):
    file = desk.office.rows(status=Stage.APPROVED)[0].id  # one of the demo, made as the form makes it
    before = len(desk.office.receipts(file))
    IntakeForm(desk.office, no=file).type_in(applicant__phone="0800-1").save_draft()
    newest, *_ = kept = desk.office.receipts(file)
    assert (newest.receipt.verdict, len(kept)) == (Verdict.QUALIFIES, before + 1)
    assert phone_of(desk, file) == "0800-1"
    assert "berbeda dari penilaian terakhir" not in said(eligibility_of(desk, file))
