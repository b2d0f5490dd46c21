"""Agreement and request for payment are printed, signed, and only then the file goes on (VI.3, VIII.2.c)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.audit import history
from db.office.settings import approve_setting, propose_setting
from db.refusals import NotFound, SameAgain, SelfApproval, Wrong
from db.sampang.applications.applications import application, save_draft
from db.sampang.origination.boards import record_board
from db.sampang.origination.issued_papers import PaperKind, issued_papers, paper_bytes
from db.sampang.origination.paper_check import papers_by_number
from db.sampang.origination.papers_to_sign import paper_to_sign_bytes, scan_bytes
from db.sampang.refusals import Hindered
from db.sampang.trail import SampangAction
from domain.evidence.brought import EvidenceTold, Prepared
from domain.evidence.contents import FileKind
from domain.programme import NotAllowed
from domain.regulation.office_proposals import SettingProposed
from domain.sampang.origination.for_signing import PaperSigned, SigningState
from domain.sampang.origination.stages import Stage
from domain.sampang.parameters import AGENCY_NAME
from domain.sampang.programme import SAMPANG
from tests.db.people import NOW, a_nonce
from tests.db.races import at_one_moment, the_one_refused
from tests.db.sampang.boards import A_BOARD, an_eligible_cooperative
from tests.db.sampang.lending import AGREEMENT, DAY, REQUEST, a_lending_office
from tests.db.sampang.signing import papers, prepare, prepare_payment, sign

SCAN = Prepared(kind=FileKind.PDF, data=b"%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n")


def opened(session, who, paper, *, nonce, at):
    assert nonce
    return paper_to_sign_bytes(session, who, paper, at=at)


TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 10**9) as lending:
        yield lending


@pytest.fixture
def file(lending):
    return lending.file_at(Stage.APPROVED)


def change(lending, file, **changed):
    """Change where the applicant of a file can be reached, as the officer may after the decision."""
    with lending.database.write() as session:
        kept = application(session, lending.officer, file, reveal=True, at=NOW)
        form = replace(kept.application, applicant=replace(kept.application.applicant, **changed))
        told = {"application_id": file, "expected_version": kept.version}
        save_draft(session, lending.officer, form, nonce=a_nonce(), at=NOW, **told)


def rename_the_office(lending, since):
    asked = SettingProposed(since=since, reason="Perda baru")
    with lending.database.write() as session:
        told = (SAMPANG, AGENCY_NAME, "Dinas Koperasi Baru", asked)
        number = propose_setting(session, lending.office.admin, *told, nonce=a_nonce(), at=NOW)
    with lending.database.write() as session:
        approve_setting(session, lending.lead, SAMPANG, number, at=NOW)


def test_a_prepared_agreement_is_kept_byte_by_byte_and_leaves_the_file_where_it_is(lending, file):
    paper = prepare(lending, file, "NP/1/2026")
    (kept,) = lending.ask(issued_papers, lending.bank, application_id=file)
    assert (kept.id, kept.kind, kept.number, kept.dated_on) == (
        paper, PaperKind.AGREEMENT, "NP/1/2026", DAY,
    )  # fmt: skip
    assert lending.run(opened, lending.officer, paper).startswith(b"%PDF-1.7")
    assert lending.stage(file) is Stage.APPROVED
    (one,) = papers(lending, file)
    assert (one.state, one.signed_on) == (SigningState.WAITING, None)


def test_signed_the_file_goes_on_with_what_was_printed(lending, file):
    paper = prepare(lending, file, "NP/1/2026")
    assert sign(lending, paper).stage is Stage.AGREED
    assert lending.seen(file).file.agreement == replace(AGREEMENT, number="NP/1/2026")
    (one,) = papers(lending, file)
    assert (one.state, one.signed_on) == (SigningState.SIGNED, DAY)


def test_no_agreement_is_prepared_before_the_meeting_decided(lending):
    surveyed = lending.file_at(Stage.SURVEYED)
    with pytest.raises(Hindered, match="hanya dari tahap “Ditetapkan”"):
        prepare(lending, surveyed)
    assert papers(lending, surveyed) == ()


def test_no_agreement_is_prepared_while_the_meeting_that_decided_is_open(lending):
    surveyed = lending.file_at(Stage.SURVEYED)
    lending.press("approve", surveyed)
    with pytest.raises(Hindered, match="belum ditutup"):
        prepare(lending, surveyed)


def test_no_payment_is_asked_for_on_paper_before_the_agreement(lending, file):
    with pytest.raises(Hindered, match="hanya dari tahap “Perjanjian”"):
        prepare_payment(lending, file)


def test_what_changed_since_it_was_printed_makes_it_void_and_is_named(lending, file):
    paper = prepare(lending, file)
    change(lending, file, address="Jalan Baru 2")
    (one,) = papers(lending, file)
    assert (one.state, one.because) == (SigningState.VOID, "berubah sejak dicetak: alamat peminjam")
    with pytest.raises(Hindered, match="tidak berlaku lagi, berubah sejak dicetak: alamat peminjam"):
        sign(lending, paper)
    assert lending.stage(file) is Stage.APPROVED


def test_the_office_under_another_name_needs_a_new_paper_from_that_day_on(lending, file):
    paper = prepare(lending, file)
    rename_the_office(lending, DAY + timedelta(days=1))
    assert papers(lending, file, DAY)[0].state is SigningState.WAITING
    assert papers(lending, file, DAY + timedelta(days=1))[0].because == "berubah sejak dicetak: nama kantor"
    with pytest.raises(Hindered, match="nama kantor"):
        sign(lending, paper, signed=PaperSigned(on=TOMORROW.date()), at=TOMORROW)
    assert sign(lending, paper, at=TOMORROW).stage is Stage.AGREED  # it was signed on the day before


def test_a_new_paper_bears_a_new_number_and_the_old_one_is_kept(lending, file):
    first = prepare(lending, file, "NP/1/2026")
    with pytest.raises(Hindered, match="Beri nomor baru"):
        prepare(lending, file, "np-1-2026", instead_of=first, again_because="sama")
    second = prepare(lending, file, "NP/2/2026", instead_of=first)
    assert [(one.id, one.state) for one in papers(lending, file)] == [
        (second, SigningState.WAITING),
        (first, SigningState.VOID),
    ]
    assert lending.run(opened, lending.officer, first).endswith(b"DB-2026-0001")
    with pytest.raises(Hindered, match="disiapkan naskah lain nomor NP/2/2026 oleh Orang petugas"):
        sign(lending, first)


def test_periksa_surat_tells_where_a_paper_for_signing_stands(lending, file):
    first = prepare(lending, file, "NP/1/2026")
    (waiting,) = lending.ask(papers_by_number, lending.leadership, "NP/1/2026", DAY)
    prepare(lending, file, "NP/2/2026", instead_of=first)
    (void,) = lending.ask(papers_by_number, lending.leadership, "NP/1/2026", DAY)
    assert (waiting.state, void.state) == (SigningState.WAITING, SigningState.VOID)
    assert void.because == "sudah diganti naskah yang lebih baru"


def test_one_number_stands_on_the_papers_of_two_files_only_for_a_reason(lending, file):
    prepare(lending, file, "NP/1/2026")
    other = lending.file_at(Stage.APPROVED)
    with pytest.raises(SameAgain, match="NP/1/2026"):
        prepare(lending, other, "NP 1 2026")
    assert papers(lending, other) == ()


def test_pressed_twice_one_paper_is_prepared_and_one_step_is_taken(lending, file):
    press = a_nonce()
    paper = prepare(lending, file, "NP/1/2026", nonce=press)
    assert prepare(lending, file, "NP/1/2026", nonce=press) == paper
    signing = a_nonce()
    assert sign(lending, paper, nonce=signing).already_done is False
    assert sign(lending, paper, nonce=signing).already_done is True


def test_of_two_officers_who_prepare_at_one_moment_one_does_and_the_other_is_told(lending, file):
    refused = the_one_refused(
        at_one_moment(*(lambda number=number: prepare(lending, file, number) for number in ("NP/1", "NP/2")))
    )
    assert "disiapkan naskah lain" in refused.sentence
    assert len(papers(lending, file)) == 1


def test_of_two_officers_who_record_the_signing_one_does(lending, file):
    paper = prepare(lending, file)
    refused = the_one_refused(at_one_moment(*(lambda: sign(lending, paper) for _ in range(2))))
    assert "kini pada tahap “Perjanjian”" in refused.sentence


def test_it_is_not_signed_before_it_was_printed_nor_tomorrow(lending, file):
    paper = prepare(lending, file)
    for on, words in ((DAY - timedelta(days=1), "baru dicetak"), (DAY + timedelta(days=1), "masa depan")):
        with pytest.raises(Hindered, match=words):
            sign(lending, paper, signed=PaperSigned(on=on))


def test_a_scan_of_the_signed_paper_is_kept_and_opened_as_the_paper_is(lending, file):
    paper = prepare(lending, file)
    sign(lending, paper, scan=[(SCAN, EvidenceTold(caption="rangkap bank"))])
    (one,) = papers(lending, file)
    assert [scan.caption for scan in one.scans] == ["rangkap bank"]
    with lending.database.write() as session:
        assert scan_bytes(session, lending.lead, one.scans[0].id, at=NOW) == SCAN.data
    assert openings(lending) == 1


def openings(lending):
    with lending.database.read() as session:
        lines = history(session, lending.office.admin, SAMPANG)
    opened = [one for one in lines if one.action == SampangAction.REVEAL_IDENTITY]
    assert all(one.after == {"alasan": "Membuka surat atau pindaian yang memuatnya"} for one in opened)
    return len(opened)


def test_who_opens_a_paper_with_identity_numbers_is_written_down(lending, file):
    paper = prepare(lending, file)
    lending.run(opened, lending.lead, paper)
    assert openings(lending) == 1


def test_it_is_not_opened_like_other_papers(lending, file):
    paper = prepare(lending, file)
    with pytest.raises(NotAllowed):
        lending.run(opened, lending.member, paper)
    with pytest.raises(NotFound):
        lending.ask(paper_bytes, lending.member, paper)


def test_what_is_no_scan_keeps_the_file_where_it_is(lending, file):
    paper = prepare(lending, file)
    broken = Prepared(kind=FileKind.PDF, data=b"%PDF-1.4 cut")
    with pytest.raises(Wrong, match="bukan PDF yang utuh"):
        sign(lending, paper, scan=[(broken, EvidenceTold())])
    assert lending.stage(file) is Stage.APPROVED


def test_a_signed_request_for_payment_asks_for_the_money(lending):
    file = lending.file_at(Stage.AGREED)
    sign(lending, prepare_payment(lending, file))
    request = lending.seen(file).file.request
    assert request == replace(REQUEST, requested_by="Orang petugas")
    assert papers(lending, file)[0].state is SigningState.SIGNED


def test_who_prepared_the_request_never_consents_to_it(lending):
    file = lending.file_at(Stage.AGREED)
    sign(lending, prepare_payment(lending, file, lending.officer_and_lead))
    with pytest.raises(SelfApproval):
        lending.press("disburse", file, lending.officer_and_lead)
    assert lending.press("disburse", file).stage is Stage.DISBURSED


def test_a_request_that_came_back_is_void_and_a_new_one_has_a_new_number(lending):
    file = lending.file_at(Stage.AGREED)
    first = prepare_payment(lending, file)
    sign(lending, first)
    lending.press("return_request", file)
    (one,) = papers(lending, file)
    assert (one.state, one.because) == (
        SigningState.VOID, "permintaan pencairannya dikembalikan atau ditarik",
    )  # fmt: skip
    second = prepare_payment(lending, file, instead_of=first, request=replace(REQUEST, number="SPP/2"))
    sign(lending, second)
    assert lending.seen(file).file.request.number == "SPP/2"


def test_an_agreement_signed_without_the_prepared_one_leaves_that_void(lending, file):
    prepare(lending, file)
    lending.press("sign_agreement", file)
    assert papers(lending, file)[0].state is SigningState.VOID


def test_the_trail_tells_who_prepared_which_number_and_no_nik(lending, file):
    prepare(lending, file, "NP/1/2026")
    with lending.database.read() as session:
        lines = history(session, lending.office.admin, SAMPANG)
    line = next(one for one in lines if one.action == SampangAction.PREPARE_PAPER)
    assert line.after["number"] == "NP/1/2026"
    assert "3527034506" not in str(line.after)


def test_an_agreement_is_not_prepared_while_an_officer_who_is_liable_is_not_known(lending):
    """Perbup Sampang 20/2015 IV.1.f: all officers of a koperasi are jointly liable."""
    file = lending.file_at(Stage.APPROVED, an_eligible_cooperative())
    with pytest.raises(Hindered, match=r"2 dari 2 pengurus.*hanya konsep"):
        prepare(lending, file)
    assert papers(lending, file) == ()


def test_an_agreement_is_prepared_once_the_officers_are_known(lending):
    file = lending.file_at(Stage.APPROVED, an_eligible_cooperative())
    lending.run(record_board, lending.officer, file, A_BOARD)
    prepare(lending, file)
    assert [one.state for one in papers(lending, file)] == [SigningState.WAITING]


def test_an_agreement_that_names_no_officer_is_not_recorded_as_signed(lending, monkeypatch):
    file = lending.file_at(Stage.APPROVED, an_eligible_cooperative())
    with monkeypatch.context() as before:
        before.setattr("db.sampang.origination.preparing.unnamed_officers", lambda *_: ())
        paper = prepare(lending, file)
    with pytest.raises(Hindered, match="2 dari 2 pengurus"):
        sign(lending, paper)
