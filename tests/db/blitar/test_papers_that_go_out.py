"""Decrees of appointment, letters of assignment, announcements and sent reports are kept as they go out."""

from dataclasses import replace

import pytest

from db.blitar.mentoring_paper_check import letters_by_file, letters_by_number, open_letter
from db.blitar.mentoring_papers import MentoringPaper
from db.blitar.reporting.report_versions import report_paper
from db.blitar.selection.rounds import announcement_paper, save_round
from db.blitar.staff_papers import assignment_told, issue_assignment_letter, staff_papers
from db.blitar.staffing.staff import appoint
from db.refusals import Wrong
from domain.blitar.staffing.staff_papers import AssignmentLetter
from domain.programme import NotAllowed
from domain.roles import OfficeRole
from tests.db.blitar.mentoring import START, TODAY, UDANAWU, UNTIL, WONODADI, days, fields, new_staff
from tests.db.blitar.selection_verbs import ROUND
from tests.db.blitar.test_reports import FEBRUARY, Reporting
from tests.db.people import NOW, a_nonce, an_office

# How papers are kept on both databases is tried in test_mentoring_papers.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
LETTER = AssignmentLetter(number="800/1/2026", on=TODAY)


@pytest.fixture
def desk(database_url):
    with an_office(database_url) as office:
        yield Reporting(office)


def by_number(desk, who, told):
    with desk.office.database.read() as session:
        return letters_by_number(session, who, told)


def decree(told):
    return f"%PDF {told.appointment.decree}: {told.appointment.name} sampai {told.until}".encode()


def letter(written, told):
    return f"%PDF {written.number}: {told.name} {[one.district_code for one in told.districts]}".encode()


def appointed(desk, name="Rini", **more):
    new = new_staff(name, **more)
    return desk.do(appoint, desk.head, new, nonce=a_nonce(), at=NOW, printed=decree), new.appointment.decree


def issue(desk, staff_id, written=LETTER, actor=None, nonce=None):
    more = {"nonce": nonce or a_nonce(), "at": NOW, "printed": letter}
    return desk.do(issue_assignment_letter, actor or desk.facilitator, staff_id, written, **more)


def test_the_decree_of_an_appointment_is_kept_as_it_was_recorded(desk):
    staff_id, number = appointed(desk)
    (found,) = by_number(desk, desk.head, number)
    assert (found.kind, found.of, found.dated_on) == (MentoringPaper.APPOINTMENT_DECREE, "Rini", START)
    paper = desk.do(open_letter, desk.head, found.id, at=NOW)
    assert paper == f"%PDF {number}: Rini sampai {UNTIL}".encode()
    assert [one.id for one in desk.read(staff_papers, staff_id)] == [found.id]


def test_a_pendamping_opens_what_is_about_themselves_and_nobody_else(desk):
    rini, others = appointed(desk)
    desk.assign(desk.sri, UDANAWU)
    issue(desk, desk.sri)
    (own,), (other,) = (by_number(desk, desk.mentor, one) for one in (LETTER.number, others))
    assert [(one.of, one.may_open) for one in (own, other)] == [("Sri", True), ("", False)]
    with desk.office.database.read() as session:
        assert len(staff_papers(session, desk.mentor, desk.sri)) == 1
        assert staff_papers(session, desk.mentor, rini) == ()
    with pytest.raises(NotAllowed):
        desk.do(open_letter, desk.mentor, other.id, at=NOW)


def test_an_appointment_that_cannot_be_keeps_no_paper(desk):
    with pytest.raises(Wrong):
        appointed(desk, until=START - days(1), decree="SK 77")
    assert by_number(desk, desk.head, "SK 77") == ()


def test_a_letter_of_assignment_names_the_kecamatan_of_its_day_and_later(desk):
    rini, _ = appointed(desk)
    desk.assign(rini, WONODADI, START, ends_on=TODAY - days(1))
    desk.assign(rini, UDANAWU, TODAY + days(9))
    number = issue(desk, rini)
    paper = desk.do(open_letter, desk.head, number, at=NOW)
    assert paper == f"%PDF 800/1/2026: Rini ['{UDANAWU}']".encode()
    told = desk.read(assignment_told, rini, TODAY)
    assert [(one.starts_on, one.last_day) for one in told.districts] == [(TODAY + days(9), UNTIL)]


def test_a_letter_of_assignment_without_a_kecamatan_is_not_issued(desk):
    rini, _ = appointed(desk)
    with pytest.raises(Wrong, match="belum mempunyai kecamatan"):
        issue(desk, rini)


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"number": " "}, "number"), ({"on": None}, "on"), ({"on": TODAY + days(1)}, "on")],
)
def test_a_letter_of_assignment_needs_its_number_and_a_day_that_came(desk, changes, field):
    rini, _ = appointed(desk)
    desk.assign(rini)
    with pytest.raises(Wrong) as refused:
        issue(desk, rini, replace(LETTER, **changes))
    assert fields(refused) == [field]


def test_two_letters_of_assignment_of_a_year_never_share_a_number(desk):
    rini, _ = appointed(desk)
    sari, _ = appointed(desk, "Sari")
    desk.assign(rini)
    desk.assign(sari, UDANAWU)
    issue(desk, rini)
    with pytest.raises(Wrong, match="sudah dipakai surat tugas Rini"):
        issue(desk, sari)


def test_a_newer_letter_of_assignment_takes_the_place_of_the_first(desk):
    rini, _ = appointed(desk)
    desk.assign(rini)
    issue(desk, rini)
    issue(desk, rini, replace(LETTER, number="800/2/2026"))
    (first,), (second,) = by_number(desk, desk.head, "800/1/2026"), by_number(desk, desk.head, "800/2/2026")
    assert (first.holds, second.holds) == (False, True)
    assert "lebih baru" in first.no_longer


def test_a_second_press_issues_no_second_letter(desk):
    rini, _ = appointed(desk)
    desk.assign(rini)
    nonce = a_nonce()
    assert issue(desk, rini, nonce=nonce) == issue(desk, rini, nonce=nonce)


def announce(desk, wanted, **more):
    def drawn(told):
        return f"%PDF {told.title}".encode()

    return desk.do(save_round, desk.facilitator, wanted, nonce=a_nonce(), at=NOW, printed=drawn, **more)


def test_an_announcement_is_kept_once_it_has_a_number_and_anew_when_it_changes(desk):
    number = announce(desk, ROUND)
    assert desk.read(announcement_paper, number) is None
    named = replace(ROUND, announcement_number="PENG 1")
    announce(desk, named, round_id=number, expected_version=1)
    announce(desk, named, round_id=number, expected_version=2)
    announce(desk, replace(named, title="Diubah"), round_id=number, expected_version=3)
    assert desk.read(announcement_paper, number) == b"%PDF Diubah"
    found = by_number(desk, desk.head, "PENG 1")
    assert [(one.of, one.holds) for one in found] == [("umum", True), ("umum", False)]


def test_everybody_who_checks_papers_opens_an_announcement(desk):
    announce(desk, replace(ROUND, announcement_number="PENG 1"))
    leader = desk.office.people[OfficeRole.LEADERSHIP]
    (found,) = by_number(desk, leader, "PENG 1")
    assert desk.do(open_letter, leader, found.id, at=NOW).startswith(b"%PDF")


def report(told, figures):
    return f"%PDF {told.number} {told.state} {told.sent_by} {figures.totals.visits}".encode()


def test_a_report_is_kept_once_it_is_sent_and_found_by_its_month_and_by_its_file(desk):
    desk.write()
    assert desk.read(report_paper, FEBRUARY, 1) is None
    desk.send(expected_saves=1, printed=report)
    paper = desk.read(report_paper, FEBRUARY, 1)
    assert paper.startswith(f"%PDF Februari 2026, versi 1 sent {desk.facilitator.name}".encode())
    (found,) = by_number(desk, desk.head, "Februari 2026, versi 1")
    assert (found.of, found.holds) == ("Kepala Dinas", True)
    with desk.office.database.read() as session:
        assert [one.is_same for one in letters_by_file(session, desk.head, paper)] == [True]


def test_a_report_that_was_corrected_and_sent_again_holds_no_more(desk):
    desk.send(printed=report)
    desk.correct()
    assert by_number(desk, desk.head, "Februari 2026, versi 1")[0].holds
    desk.send(version=2, expected_saves=0, printed=report)
    first, second = (by_number(desk, desk.head, f"Februari 2026, versi {one}")[0] for one in (1, 2))
    assert (first.holds, second.holds) == (False, True)
