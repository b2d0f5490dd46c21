"""Pinjaman, tab Penagihan: what comes next with why, letters issued there, and the red list beside a file."""

from datetime import date

import pytest

from db.sampang.loans.loans import loan_of
from db.sampang.servicing.outlooks import collection
from domain.sampang.origination.stages import Stage
from domain.sampang.roles import SampangRole
from domain.sampang.servicing.collecting import LetterKind
from tests.db.sampang.collecting import LISTED_ON, LISTING, VISIT, at, in_default, report, tell_until
from tests.db.sampang.lending import a_nik
from tests.screens.clock import clock_at
from tests.screens.demo_office import ELIGIBILITY, calm, said
from tests.screens.sampang.loan_screen import LoanDesk, fill

FIRST_LATE = date(2026, 4, 3)


@pytest.fixture
def desk(office):
    return LoanDesk(office)


def a_late_loan(desk):
    file = desk.file_at(Stage.DISBURSED)
    return desk.lending.ask(loan_of, desk.office.officer, file).id, file


def press_of(screen, what):
    """The button that sends a form of collecting."""
    return calm(next(one for one in screen.button if f":{what}:kirim" in (one.key or "")).click().run())


def forms(screen):
    return {one.key.split(":")[1] for one in screen.button if one.key and one.key.endswith(":kirim")}


def done(desk, loan, day):
    return desk.lending.ask(collection, desk.office.officer, loan, day)


def test_the_next_step_is_said_with_its_reason_and_issued_there(desk):
    tell_until(desk.lending)
    loan, file = a_late_loan(desk)
    officer = desk.office.officer
    with clock_at(FIRST_LATE):
        screen = desk.open(officer, file)
        told = said(screen)
        assert "Teguran 1: dapat dilakukan." in told
        assert "jatuh tempo lewat tanpa lunas sejak 2 April 2026" in told
        assert "Tidak ada keringanan" in told
        screen = fill(screen, "terbit-warning_1", loan, officer, number="518/1/2026", on=FIRST_LATE)
        screen = press_of(screen, "terbit-warning_1")
    assert [(one.kind, one.number) for one in done(desk, loan, FIRST_LATE).done.letters] == [
        (LetterKind.WARNING_1, "518/1/2026")
    ]
    with clock_at(date(2026, 4, 4)):
        told = said(desk.open(officer, file))
    assert "Teguran 2: mulai 3 Mei 2026." in told
    assert "30 hari sejak teguran 1 (3 April 2026): mulai 3 Mei 2026." in told


def test_without_the_bank_s_data_nothing_is_offered_and_it_is_said(desk):
    tell_until(desk.lending, date(2026, 3, 31))
    _, file = a_late_loan(desk)
    with clock_at(date(2026, 5, 11)):
        screen = desk.open(desk.office.officer, file)
    assert "Data bank baru sampai dengan 31 Maret 2026" in said(screen)
    assert not any(what.startswith("terbit-") for what in forms(screen))


def test_the_bank_may_note_a_joint_collection_and_nothing_else(desk):
    tell_until(desk.lending)
    loan, file = a_late_loan(desk)
    bank = desk.office.by_role[SampangRole.BANK]
    with clock_at(VISIT.on):
        screen = desk.open(bank, file)
        assert forms(screen) & {"laporan", "penagihan-bersama", "pelimpahan", "terbit-warning_1"} == {
            "penagihan-bersama"
        }
        typed = {"on": VISIT.on, "who": VISIT.who, "result": VISIT.result}
        press_of(fill(screen, "penagihan-bersama", loan, bank, **typed), "penagihan-bersama")
    assert done(desk, loan, VISIT.on).done.visits == (VISIT.on,)


def test_a_file_that_is_not_paid_out_has_no_such_tab(desk):
    screen = desk.open(desk.office.officer, desk.file_at(Stage.REQUESTED))
    assert "Penagihan" not in [tab.label for tab in screen.tabs]


def test_the_checklist_and_what_was_done_stand_below(desk):
    tell_until(desk.lending)
    loan, file = in_default(desk.lending)
    report(desk.lending, loan)
    with clock_at(date(2026, 10, 8)):
        told = said(desk.open(desk.office.member, file))
    assert "Penagihan bersama Bank Jatim: dapat dilakukan." in told
    assert "Siti, datang: panen Juni" in told
    assert "Berita acara kredit macet" in told


def test_the_red_list_is_proposed_approved_by_another_and_found_at_a_new_file(desk):
    tell_until(desk.lending)
    nik, officer = a_nik(), desk.office.officer
    file = desk.file_at(Stage.DISBURSED, nik=nik, name="Warung Asal")
    loan = desk.lending.ask(loan_of, officer, file).id
    new = desk.file_at(Stage.FILED, nik=nik, name="Warung Baru")
    with clock_at(LISTED_ON):
        screen = fill(desk.open(officer, file), "usul-daftar-merah", loan, officer, reason=LISTING.reason)
        assert "menunggu persetujuan" in said(press_of(screen, "usul-daftar-merah"))
        lead = desk.open(desk.office.by_role[SampangRole.TEAM_LEAD], file)
        calm(next(one for one in lead.button if one.label == "Setujui").click().run())
        told = said(desk.office.open(desk.office.member, ELIGIBILITY, no=new))
    assert "Ditemukan di daftar merah" in told
    assert "Tercatat di daftar merah sejak 3 April 2027" in told
    assert at(LISTED_ON).date() == LISTED_ON
