"""A paper that went out is found by its seal, by the office's number, or by its file, and compared."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from db.sampang.origination.days_in_papers import Invited, invited_to
from db.sampang.origination.issued_papers import PaperKind, issue_paper
from db.sampang.origination.meetings import save_meeting
from db.sampang.origination.paper_check import papers_by_file, papers_by_number
from domain.dates import indonesian_date
from domain.paper_seal import kept_words, seal_of
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from tests.db.people import NOW
from tests.db.sampang.lending import DAY, MEETING, a_lending_office

_agenda = count(700)


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


def a_pdf(number):
    seal = seal_of("Surat perjanjian", number, DAY)
    return seal, b"%PDF-1.7\n/Keywords (" + kept_words(seal).encode() + b")\n" + number.encode()


@pytest.fixture
def sent(lending):
    """The number, seal, bytes and place in the store of an agreement that went out."""
    number = f"PK/{next(_agenda)}/2026"
    seal, pdf = a_pdf(number)
    numbered = PaperNumber(number=number, on=DAY)
    file = lending.file_at(Stage.AGREED)
    paper = lending.run(issue_paper, lending.officer, PaperKind.AGREEMENT, pdf, numbered, application_id=file)
    return number, seal, pdf, paper


def test_a_seal_tells_which_paper_it_is_when_and_for_whom(lending, sent):
    number, seal, _, paper = sent
    (found,) = lending.ask(papers_by_number, lending.bank, f"Periksa surat {seal.lower()}", DAY)
    assert (found.id, found.kind, found.number, found.dated_on) == (paper, PaperKind.AGREEMENT, number, DAY)
    assert (found.seal, found.by, found.at, found.is_same) == (seal, "Orang petugas", NOW, None)
    assert "DB-" in found.of


def test_an_invitation_is_found_with_the_day_that_stands_in_it(database_url):
    with a_lending_office(database_url) as office:
        numbered = PaperNumber(number="UND/1", on=DAY)
        told = {"meeting_id": office.meeting}
        office.run(issue_paper, office.member, PaperKind.INVITATION, b"%PDF-1.7", numbered, **told)
        moved = replace(MEETING, held_on=MEETING.held_on + timedelta(days=1))
        office.run(save_meeting, office.member, moved, **told, expected_version=1)
        (found,) = office.ask(papers_by_number, office.officer, "UND/1", DAY)
        assert found.of == f"rapat {indonesian_date(MEETING.held_on)}"
        assert office.ask(invited_to, office.member, office.meeting) == Invited("UND/1", MEETING.held_on)


def test_the_number_of_the_office_finds_it_too(lending, sent):
    (found,) = lending.ask(papers_by_number, lending.officer, f" {sent[0].lower()} ", DAY)
    assert found.id == sent[3]


@pytest.mark.parametrize("told", ["", "  ", "PK/1/1999", "ABCD-EFGH-JKLM"])
def test_a_number_that_never_went_out_finds_nothing(lending, told):
    assert lending.ask(papers_by_number, lending.officer, told, DAY) == ()


def test_the_very_file_is_the_same(lending, sent):
    (found,) = lending.ask(papers_by_file, lending.officer, sent[2], DAY)
    assert (found.id, found.is_same) == (sent[3], True)


def test_a_changed_file_is_found_by_its_seal_and_differs(lending, sent):
    (found,) = lending.ask(papers_by_file, lending.officer, sent[2] + b"more", DAY)
    assert (found.id, found.is_same) == (sent[3], False)


def test_a_file_that_nobody_knows_finds_nothing(lending):
    assert lending.ask(papers_by_file, lending.officer, b"%PDF-1.4", DAY) == ()
    assert lending.ask(papers_by_file, lending.officer, b"", DAY) == ()


def test_the_leadership_learns_that_it_went_out_but_not_for_whom(lending, sent):
    leader = lending.leadership
    (found,) = lending.ask(papers_by_number, leader, sent[1], DAY)
    assert (found.id, found.of) == (sent[3], "")
