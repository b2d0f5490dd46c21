"""Photos of a survey, scans of papers, photos of a visit: brought, seen and withdrawn by whose they are."""

import pytest
from sqlalchemy import select

from db.blitar.visiting.visit_evidence import visit_picture
from db.evidence.kept import EvidenceLine
from db.refusals import NotFound, Wrong
from db.sampang.file_evidence import (
    Beside,
    add_file_evidence,
    file_evidence,
    file_picture,
    withdraw_file_evidence,
)
from db.sampang.loans.loans import loan_of
from db.sampang.servicing.use_of_funds import record_use_of_funds
from db.sampang.trail import SampangSubject
from db.tables import AuditRow
from domain.closings import ClosingReason
from domain.programme import NotAllowed
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.stages import Stage
from domain.sampang.scanned_papers import OWNED, PLEDGED, scanned_of, shows_numbers
from tests.db.blitar.caseload import VariedCaseload
from tests.db.people import NOW, a_nonce
from tests.db.sampang.evidence_verbs import LATER, a_scan
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.test_use_of_funds import MAY, UseOfFunds
from tests.db.statements import asked

WHY = ClosingReason(reason="Bukan tempat usaha ini")


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 10**9) as lending:
        yield lending


@pytest.fixture
def file(lending):
    return lending.file_at(Stage.SURVEYED)


def survey(file):
    return Beside(SampangSubject.SURVEY, file)


def paper(file, code=PLEDGED):
    return Beside(SampangSubject.APPLICATION_PAPER, file, code)


def add(lending, beside, who=None, told="7", **more):
    return lending.run(add_file_evidence, who or lending.member, beside, a_scan(told), **more)


def withdraw(lending, number, who):
    with lending.database.write() as session:
        withdraw_file_evidence(session, who, number, WHY, at=NOW)


def told(lending, beside, who=None):
    return lending.ask(file_evidence, who or lending.member, beside.kind, [beside.id])


def shown(found) -> list[EvidenceLine]:
    return [one for one in found.lines if one.withdrawn is None]


def opened(lending, number, who):
    with lending.database.write() as session:
        return file_picture(session, who, number, at=NOW)


def test_a_survey_photo_is_seen_by_bank_jatim_which_surveys_too(lending, file):
    add(lending, survey(file))
    assert [one.by for one in shown(told(lending, survey(file), lending.bank))] == [lending.member.name]


def test_a_second_press_brings_it_once(lending, file):
    nonce = a_nonce()
    add(lending, survey(file), nonce=nonce)
    add(lending, survey(file), nonce=nonce)
    assert len(shown(told(lending, survey(file)))) == 1


def test_no_survey_photo_comes_after_the_decision(lending):
    file = lending.file_at(Stage.APPROVED)
    with pytest.raises(Wrong, match="sebelum diputus"):
        add(lending, survey(file))


def test_a_photo_is_withdrawn_by_no_other_member(lending, file):
    add(lending, survey(file))
    with pytest.raises(Wrong, match="yang menambahkannya"):
        withdraw(lending, 1, lending.other_member)


def test_after_the_decision_only_the_ketua_harian_withdraws(lending, file):
    add(lending, survey(file))
    lending.press("approve", file)
    with pytest.raises(Wrong):
        withdraw(lending, 1, lending.member)
    withdraw(lending, 1, lending.lead)
    assert shown(told(lending, survey(file))) == []


def test_why_it_was_withdrawn_stays(lending, file):
    add(lending, survey(file))
    withdraw(lending, 1, lending.member)
    assert [one.withdrawn for one in told(lending, survey(file)).lines] == [WHY.reason]


def test_what_was_withdrawn_is_opened_by_nobody(lending, file):
    add(lending, survey(file))
    withdraw(lending, 1, lending.member)
    with pytest.raises(NotFound):
        opened(lending, 1, lending.lead)


def test_a_scan_stands_beside_its_own_paper(lending, file):
    add(lending, paper(file, "work_plan"), lending.officer)
    found = told(lending, paper(file))
    assert (len(found.of(file, "work_plan")), len(found.of(file, PLEDGED))) == (1, 0)


def test_the_same_scan_may_stand_beside_two_papers(lending, file):
    add(lending, paper(file, "work_plan"), lending.officer)
    assert add(lending, paper(file, "account_number"), lending.officer) == 1


def test_the_same_scan_stands_once_beside_one_paper(lending, file):
    add(lending, paper(file), lending.officer)
    with pytest.raises(Wrong, match="sama sudah ada"):
        add(lending, paper(file), lending.officer)


def test_a_paper_that_no_file_has_takes_no_scan(lending, file):
    with pytest.raises(NotFound):
        add(lending, paper(file, "../etc/passwd"), lending.officer)


def test_an_identity_card_is_opened_like_its_number(lending, file):
    add(lending, paper(file, "owner_identity"), lending.officer)
    with pytest.raises(NotAllowed):
        opened(lending, 1, lending.member)


def test_opening_an_identity_card_is_written_down(lending, file):
    add(lending, paper(file, "owner_identity"), lending.officer)
    opened(lending, 1, lending.lead)
    with lending.database.read() as session:
        newest = session.scalars(select(AuditRow).order_by(AuditRow.id.desc())).first()
    assert (newest.action, newest.person_id) == ("reveal_identity", lending.lead.id)


def test_whoever_may_not_open_it_still_reads_that_it_is_there(lending, file):
    add(lending, paper(file, "owner_identity"), lending.officer)
    found = told(lending, paper(file))
    assert [found.opens(one) for one in shown(found)] == [False]


def visited(lending):
    loan = lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED)).id
    visit = UseOfFunds(visitor="", on=MAY, bought="garam")
    number = lending.run(record_use_of_funds, lending.member, loan, visit, at=LATER)
    return Beside(SampangSubject.USE_OF_FUNDS, number)


def test_many_visits_ask_as_often_as_one(lending):
    loan = lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED)).id
    more = {"again_because": "kunjungan lain pada hari itu", "at": LATER}
    visits = [
        lending.run(
            record_use_of_funds, lending.member, loan, UseOfFunds(visitor="", on=MAY, bought=told), **more
        )
        for told in ("garam", "jaring", "perahu", "es")
    ]

    def statements(numbers):
        with asked(lending.database) as found:
            told = lending.ask(file_evidence, lending.member, SampangSubject.USE_OF_FUNDS, numbers)
        assert told.adds_to == {*numbers}
        return len(found)

    assert statements(visits) == statements(visits[:1])


def test_who_recorded_a_visit_adds_its_photo(lending):
    beside = visited(lending)
    add(lending, beside, at=LATER)
    assert len(shown(told(lending, beside, lending.bank))) == 1


def test_nobody_else_adds_a_photo_to_it(lending):
    with pytest.raises(Wrong, match="yang mencatat kunjungannya"):
        add(lending, visited(lending), lending.other_member, at=LATER)


def test_the_leadership_sees_none_of_it(lending, file):
    with pytest.raises(NotAllowed):
        told(lending, survey(file), lending.leadership)


def test_nobody_of_blitar_opens_a_photo_of_sampang(lending, file):
    add(lending, survey(file))
    blitar = VariedCaseload(lending.office)
    with pytest.raises(NotAllowed):
        opened(lending, 1, blitar.mentor)
    with pytest.raises(NotFound), lending.database.read() as session:
        visit_picture(session, blitar.facilitator, 1)


def test_a_business_scans_no_list_of_a_board():
    assert "board_identity" not in scanned_of(ApplicantKind.BUSINESS)


@pytest.mark.parametrize(
    "code", ["owner_identity", "spouse_identity", "member_list", "business_legality_copies", OWNED]
)
def test_papers_with_identity_numbers_are_known(code):
    assert shows_numbers(code)
