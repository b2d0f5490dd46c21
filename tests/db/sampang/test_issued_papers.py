"""A paper that went out is kept with the office's number, and a reprint is the same paper byte by byte."""

import hashlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import count
from threading import Barrier

import pytest

from db.again import reasons_of
from db.kept_papers import LARGEST_PAPER
from db.refusals import NotFound, SameAgain, Wrong
from db.sampang.origination.issued_papers import (
    PaperKind,
    issue_paper,
    issued_papers,
    paper_bytes,
)
from db.tables import IssuedPaperRow
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from tests.db.people import NOW, a_nonce
from tests.db.sampang.lending import DAY, a_lending_office

_agenda = count(100)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 100


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        yield lending


@pytest.fixture
def file(lending):
    return lending.file_at(Stage.AGREED)


def issue(lending, pdf=PDF, kind=PaperKind.AGREEMENT, **more):
    number = more.pop("number", None) or f"518/{next(_agenda)}/434.208/2026"
    numbered = PaperNumber(number=number, on=more.pop("on", DAY))
    return lending.run(issue_paper, lending.officer, kind, pdf, numbered, **more)


def test_a_reprint_is_the_same_paper(lending, file):
    paper = issue(lending, application_id=file, number="518/12/434.208/2026")
    assert lending.ask(paper_bytes, lending.bank, paper) == PDF
    (listed,) = lending.ask(issued_papers, lending.bank, application_id=file)
    assert (listed.id, listed.kind, listed.number, listed.dated_on, listed.sha256, listed.by, listed.at) == (
        paper,
        PaperKind.AGREEMENT,
        "518/12/434.208/2026",
        DAY,
        hashlib.sha256(PDF).hexdigest(),
        "Orang petugas",
        NOW,
    )


def test_papers_of_a_file_and_of_a_meeting_are_listed_apart_the_newest_first(lending, file):
    first, second = issue(lending, application_id=file), issue(lending, PDF + b"2", application_id=file)
    minutes = issue(lending, kind=PaperKind.MEETING_MINUTES, meeting_id=lending.meeting)
    assert [one.id for one in lending.ask(issued_papers, lending.member, application_id=file)] == [
        second,
        first,
    ]
    of_meeting = lending.ask(issued_papers, lending.member, meeting_id=lending.meeting)
    assert [one.id for one in of_meeting] == [minutes]
    assert lending.ask(paper_bytes, lending.member, first) == PDF


def test_pressed_twice_one_paper_goes_out(lending, file):
    nonce = a_nonce()
    first = issue(lending, application_id=file, nonce=nonce)
    later = NOW + timedelta(minutes=1)
    assert issue(lending, PDF + b"another", application_id=file, nonce=nonce, at=later) == first
    assert len(lending.ask(issued_papers, lending.lead, application_id=file)) == 1


def test_a_paper_without_a_number_or_that_is_no_pdf_or_of_nothing_is_refused(lending, file):
    before = lending.office.everything()
    of_file = {"application_id": file}
    for number in (" ", "1\0", "1" * 301):
        with pytest.raises(Wrong, match="Nomor surat dari kantor"):
            issue(lending, number=number, **of_file)
    for pdf, more in (
        (b"<html>", of_file),
        (b"%PDF" + bytes(LARGEST_PAPER), of_file),
        (PDF, {}),
        (PDF, {"meeting_id": lending.meeting, **of_file}),
    ):
        with pytest.raises(ValueError, match="paper"):
            issue(lending, pdf, **more)
    assert lending.office.everything() == before


def test_a_paper_that_does_not_exist_is_said_to_be_missing(lending):
    with pytest.raises(NotFound, match="Surat ini"):
        lending.ask(paper_bytes, lending.officer, 999)


def test_one_number_is_not_given_to_the_papers_of_two_files_without_a_reason(lending, file):
    number = f"SPK/{file}/2026"
    first = issue(lending, application_id=file, number=number)
    other = lending.file_at(Stage.AGREED)
    with pytest.raises(SameAgain) as refused:
        issue(lending, application_id=other, number=f" spk-{file}-2026")
    assert refused.value.reasons == (
        f"Surat perjanjian nomor {number}, 2 Maret 2026, untuk pengajuan {lending.seen(file).number}; "
        "dicatat Orang petugas, 2 Maret 2026 10.14.",
    )
    second = issue(lending, application_id=other, number=number, again_because="nomor menurut agenda lama")
    with lending.database.read() as session:
        kept = reasons_of(session, IssuedPaperRow, [first, second])
    assert kept == {second: "nomor menurut agenda lama"}


def test_a_number_may_come_again_for_the_same_file_another_kind_or_another_year(lending, file):
    number = f"X/{file}"
    issue(lending, application_id=file, number=number)
    issue(lending, PDF + b"2", application_id=file, number=number)
    other = lending.file_at(Stage.AGREED)
    issue(lending, kind=PaperKind.PAYMENT_REQUEST, application_id=other, number=number)
    issue(lending, application_id=other, number=number, on=date(2025, 12, 31))


def test_of_two_tabs_that_give_one_number_at_one_moment_one_does_and_the_other_is_asked(lending):
    files, together = [lending.file_at(Stage.AGREED) for _ in range(2)], Barrier(2)

    def press(file):
        together.wait()
        try:
            return bool(issue(lending, application_id=file, number=f"Y/{files[0]}"))
        except SameAgain:
            return False

    with ThreadPoolExecutor(2) as threads:
        assert Counter(threads.map(press, files)) == {True: 1, False: 1}
