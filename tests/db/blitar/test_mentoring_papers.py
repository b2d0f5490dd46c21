"""Papers of the mentoring are kept as they go out, found again, and opened by who may read them."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.blitar.caseload.handovers import hand_over, minutes_paper
from db.blitar.mentoring_paper_check import letters_by_file, letters_by_number, open_letter
from db.blitar.mentoring_papers import MentoringPaper
from db.blitar.reporting.letters import send_bundle, set_bundle
from db.blitar.reporting.recommendation_export import print_letter
from db.blitar.staffing.renewals import decree_paper, renew_contracts
from db.office.people import add_person
from db.refusals import NotFound, Wrong
from domain.blitar.reporting.recommendations import LetterNumber
from domain.blitar.roles import BlitarRole
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.blitar.staffing.renewing import Renewal
from domain.paper_seal import kept_words, seal_of
from domain.programme import NotAllowed
from domain.roles import OfficeRole
from tests.db.blitar.mentoring import START, TODAY, WONODADI, days
from tests.db.blitar.test_recommendations import HEALTH, LETTER, Desk
from tests.db.people import NOW, a_nonce, an_office
from tests.people import held

NUMBER = LETTER.number
SEAL = seal_of("Surat rekomendasi", NUMBER, TODAY)


def drawn(told):
    """What a letter looks like: its seal, and whom it is about."""
    seal = seal_of("Surat rekomendasi", told.letter.number, told.letter.on)
    names = ", ".join(line.client_name for line in told.lines)
    return f"%PDF-1.7\n/Keywords ({kept_words(seal)})\n{told.signer}: {names}".encode()


@pytest.fixture
def desk(database_url):
    with an_office(database_url) as office:
        yield Desk(office)


def set_letter(desk, *visits, letter=LETTER, version=1, number=None):
    number = number or desk.prepare(*visits)
    more = {"expected_version": version, "at": NOW, "printed": drawn}
    desk.do(set_bundle, desk.head, number, letter, **more)
    return number


def by_number(desk, who, told):
    with desk.office.database.read() as session:
        return letters_by_number(session, who, told)


def by_file(desk, who, data):
    with desk.office.database.read() as session:
        return letters_by_file(session, who, data)


def test_a_letter_that_was_set_is_printed_again_byte_by_byte(desk):
    number = set_letter(desk, desk.found())
    paper = desk.do(print_letter, desk.facilitator, number, at=NOW).paper
    assert paper == desk.do(open_letter, desk.facilitator, 1, at=NOW)
    assert b"Warung Bu Ani" in paper


@pytest.mark.parametrize("told", [SEAL.lower(), f"Periksa surat {SEAL}", f" {NUMBER} "])
def test_it_is_found_by_its_seal_and_by_the_number_of_the_office(desk, told):
    set_letter(desk, desk.found())
    (found,) = by_number(desk, desk.facilitator, told)
    assert (found.kind, found.number, found.dated_on) == (MentoringPaper.RECOMMENDATION, NUMBER, TODAY)
    assert (found.of, found.holds, found.sent_on, found.may_open) == (HEALTH, True, None, True)


@pytest.mark.parametrize("told", ["", "  ", "99/1999", "ABCD-EFGH-JKLM"])
def test_a_number_that_never_went_out_finds_nothing(desk, told):
    set_letter(desk, desk.found())
    assert by_number(desk, desk.facilitator, told) == ()


def test_the_very_file_is_the_same_and_a_changed_one_differs(desk):
    number = set_letter(desk, desk.found())
    paper = desk.do(print_letter, desk.facilitator, number, at=NOW).paper
    assert [one.is_same for one in by_file(desk, desk.facilitator, paper)] == [True]
    assert [one.is_same for one in by_file(desk, desk.facilitator, paper + b"x")] == [False]
    assert by_file(desk, desk.facilitator, b"%PDF") == ()


def test_the_day_of_sending_is_told(desk):
    number = set_letter(desk, desk.found())
    desk.do(send_bundle, desk.facilitator, number, on=TODAY, expected_version=2, at=NOW)
    (found,) = by_number(desk, desk.facilitator, SEAL)
    assert found.sent_on == TODAY


def test_a_number_put_right_makes_another_paper_and_the_first_holds_no_more(desk):
    number = set_letter(desk, desk.found())
    right = LetterNumber(number="500.3/13/2026", on=TODAY)
    set_letter(desk, letter=right, version=2, number=number)
    (first,), (second,) = by_number(desk, desk.head, NUMBER), by_number(desk, desk.head, right.number)
    assert (first.holds, second.holds) == (False, True)


def test_a_second_press_keeps_no_second_paper(desk):
    number = set_letter(desk, desk.found())
    set_letter(desk, number=number)
    assert len(by_number(desk, desk.head, NUMBER)) == 1


def test_a_letter_that_cannot_be_set_keeps_no_paper(desk):
    visit = desk.found()
    with pytest.raises(Wrong):
        set_letter(desk, visit, letter=LetterNumber(number=NUMBER, on=TODAY + days(1)))
    assert by_number(desk, desk.head, NUMBER) == ()


def test_a_pendamping_opens_a_letter_about_their_own_binaan_alone(desk):
    set_letter(desk, desk.found())
    (found,) = by_number(desk, desk.mentor, NUMBER)
    assert (found.may_open, found.of) == (True, HEALTH)
    assert b"Warung Bu Ani" in desk.do(open_letter, desk.mentor, 1, at=NOW)


def test_of_a_letter_that_names_others_binaan_too_a_pendamping_learns_only_that_it_went_out(desk):
    set_letter(desk, desk.found(), desk.found(desk.tono))
    (found,) = by_number(desk, desk.mentor, NUMBER)
    assert (found.may_open, found.of) == (False, "")
    with pytest.raises(NotAllowed):
        desk.do(open_letter, desk.mentor, 1, at=NOW)


def test_the_leadership_learns_that_it_went_out_but_not_to_whom(desk):
    set_letter(desk, desk.found())
    leader = desk.office.people[OfficeRole.LEADERSHIP]
    (found,) = by_number(desk, leader, NUMBER)
    assert (found.may_open, found.of) == (False, "")
    with pytest.raises(NotAllowed):
        desk.do(open_letter, leader, 1, at=NOW)


def test_a_paper_that_is_not_there_cannot_be_opened(desk):
    with pytest.raises(NotFound):
        desk.do(open_letter, desk.head, 9, at=NOW)


def test_it_cannot_be_changed_or_deleted(desk):
    set_letter(desk, desk.found())
    for change in ("UPDATE mentoring_paper SET number = number", "DELETE FROM mentoring_paper"):
        with pytest.raises(DBAPIError, match="append-only"), desk.office.database.write() as session:
            session.execute(text(change))


def test_a_decree_of_renewal_is_kept_with_the_list_that_was_recorded(desk):
    budi = desk.appoint("Sari", until=TODAY + days(40))
    desk.assign(budi, WONODADI, START)
    told = Renewal(decree="188/9/2026", decided_on=TODAY, until=TODAY + days(400), reason="baik")
    more = {"nonce": a_nonce(), "at": NOW}

    def printed(renewal, lines):
        return f"%PDF {renewal.decree}: {lines[0].name}".encode()

    decree = desk.do(renew_contracts, desk.head, told, [(budi, 1)], printed=printed, **more)
    with desk.office.database.read() as session:
        assert decree_paper(session, desk.head, decree) == b"%PDF 188/9/2026: Sari"
    for who, opens in ((desk.head, True), (desk.facilitator, False), (desk.mentor, False)):
        assert [one.may_open for one in by_number(desk, who, "188/9/2026")] == [opens]


def minutes(told):
    return ("%PDF " + ", ".join(line.name for line, _, _ in told.lines)).encode()


@pytest.fixture
def handed_over(desk):
    """A handover of two of Sri's binaan to Budi and Wati, its number; and Wati, who signs in."""
    with desk.office.database.write() as session:
        person = add_person(session, "Wati", held(BlitarRole.MENTOR), at=NOW)
    wati = desk.appoint("Wati", person=person)
    taken = {desk.ani: desk.budi, desk.binaan("Kopi Bu Rini"): wati}
    written = HandoverWritten(number="BA 9/2026", on=TODAY, note="", promises={})
    more = {"nonce": a_nonce(), "at": NOW, "printed": minutes}
    return desk.do(hand_over, desk.facilitator, desk.sri, taken, written, **more), person


def test_minutes_of_a_handover_are_kept_with_the_lines_that_were_recorded(desk, handed_over):
    with desk.office.database.read() as session:
        paper = minutes_paper(session, desk.facilitator, handed_over[0])
    assert paper.startswith(b"%PDF")
    assert b"Warung Bu Ani" in paper
    assert b"Kopi Bu Rini" in paper
    (found,) = by_number(desk, desk.facilitator, "BA 9/2026")
    assert (found.kind, found.of) == (MentoringPaper.HANDOVER, "2 binaan dari Sri")
    assert desk.do(open_letter, desk.facilitator, found.id, at=NOW) == paper


def test_who_took_only_some_of_the_binaan_never_gets_the_whole_minutes(desk, handed_over):
    (found,) = by_number(desk, handed_over[1], "BA 9/2026")
    assert (found.may_open, found.of) == (False, "")
    with pytest.raises(NotAllowed):
        desk.do(open_letter, handed_over[1], found.id, at=NOW)
    with desk.office.database.read() as session:
        assert minutes_paper(session, handed_over[1], handed_over[0]) is None


def test_who_gave_all_of_them_opens_the_minutes(desk, handed_over):
    (found,) = by_number(desk, desk.mentor, "BA 9/2026")
    assert found.may_open


def test_who_has_no_part_in_the_mentoring_checks_nothing(desk):
    assert BlitarRole.AGENCY_HEAD in desk.head.roles
    with pytest.raises(NotAllowed):
        by_number(desk, desk.office.people[OfficeRole.ADMINISTRATOR], NUMBER)
