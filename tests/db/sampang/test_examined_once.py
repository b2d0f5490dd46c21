"""A file that waits for the Pokjanis is examined again once it or the law changes, not at each click."""

from dataclasses import replace
from datetime import date

import pytest

from db.office.settings import approve_reading, propose_reading
from db.sampang.applications.applications import save_draft
from db.sampang.applications.judgements import record_judgement
from db.sampang.origination import meeting_queue
from db.sampang.origination.meeting_queue import candidates
from domain.regulation.office_proposals import ReadingProposed
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from tests.db.people import NOW
from tests.db.sampang.lending import DAY, OPINIONS_OF_BUSINESS, a_lending_office, a_nik, an_eligible_form

NEXT_DAY = date(2026, 3, 3)
NIK = a_nik()


@pytest.fixture
def examined(monkeypatch):
    """Give the numbers of the files that are examined from now on."""
    found, examine = [], meeting_queue.examined_as

    def noted(decision, file, law):
        found.append(file.application.applicant.nik)
        return examine(decision, file, law)

    monkeypatch.setattr(meeting_queue, "examined_as", noted)
    meeting_queue._examined.cache_clear()  # of equal files of other tests
    return found


def asked(office, day=DAY):
    """Give what the screen shows of each file, in order."""
    return [
        (one.application_id, one.verdict, one.standing, one.stage, one.asked, one.amount, one.term_months)
        + (one.has_survey, one.found.application, one.found.most, one.why_here)
        + tuple(finding.truth for finding in one.found.assessment.findings)
        for one in office.ask(candidates, office.member, day, today=DAY)
    ]


def anew(office, day=DAY):
    meeting_queue._examined.cache_clear()
    return asked(office, day)


def change(office, file, **more):
    form = replace(an_eligible_form(nik=NIK), **more)
    keys = {"application_id": file, "expected_version": office.seen(file).version}
    office.run(save_draft, office.officer, form, **keys)


def judge(office, file):
    told = {"answer": False, "on": DAY, "reason": "dilihat lagi"}
    office.run(record_judgement, office.member, file, next(iter(OPINIONS_OF_BUSINESS)), **told)


def settle(office):
    told = ReadingProposed(letter="B", on=DAY, decree="SK 1", reason="rapat")
    question = SAMPANG_LOANS.interpretations["S-10"]
    proposal = office.run(propose_reading, office.office.admin, SAMPANG, question, told)
    with office.database.write() as session:
        approve_reading(session, office.lead, SAMPANG, proposal, at=NOW)


CHANGES = {
    "the amount": lambda office, file: change(office, file, amount=21_000_000),
    "a paper": lambda office, file: change(office, file, papers={"IV.2.a": False}),
    "the collateral": lambda office, file: change(office, file, collateral=()),
    "an opinion": judge,
    "the survey": lambda office, file: [office.press(it, file) for it in ("record_finding", "close_survey")],
}


def test_a_second_click_examines_nothing_again(database_url, examined):
    with a_lending_office(database_url) as office:
        for stage in (Stage.CHECKED, Stage.SURVEYED, Stage.POSTPONED):
            office.file_at(stage)
        first, times = asked(office), len(examined)
        assert asked(office) == first
    assert times == len(examined) == 3


@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_in_a_file_lets_it_alone_be_examined_again(database_url, examined, name):
    with a_lending_office(database_url) as office:
        file, _ = office.file_at(Stage.CHECKED, nik=NIK), office.file_at(Stage.SURVEYED)
        before = asked(office)
        examined.clear()
        CHANGES[name](office, file)
        after = asked(office)
        assert len(examined) == 1
        assert [number for number, *_ in after if (number, *_) not in before] == [file]
        assert after == anew(office)


def test_another_day_is_another_law(database_url, examined):
    with a_lending_office(database_url) as office:
        office.file_at(Stage.SURVEYED)
        asked(office)
        found = asked(office, NEXT_DAY)
        assert len(examined) == 2
        assert found == anew(office, NEXT_DAY)


def test_a_reading_settled_by_the_office_lets_every_file_be_examined_again(database_url, examined):
    with a_lending_office(database_url) as office:
        office.file_at(Stage.SURVEYED)
        office.file_at(Stage.CHECKED)
        asked(office)
        examined.clear()
        settle(office)
        found = asked(office)
        assert len(examined) == 2
        assert found == anew(office)
