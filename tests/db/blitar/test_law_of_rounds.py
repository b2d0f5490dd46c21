"""A round that runs is shown by the law of the day, a decided one by the law of its result."""

from dataclasses import replace
from datetime import date

import pytest

from db.blitar.law_impact import candidates_piece, open_counts
from db.blitar.selection.round_results import law_of_round
from db.blitar.selection.rounds import selection_round
from db.office.people import add_person
from db.office.practice import law_of
from db.office.settings import approve_reading, propose_reading
from domain.blitar.law import BLITAR_MENTORING, law_on
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.regulation.assessment import Verdict
from domain.regulation.later_instruments import (
    InstrumentKind,
    InstrumentTold,
    LaterInstrument,
    NewValue,
    Reach,
)
from domain.regulation.law_in_force import NO_PRACTICE, Practice
from domain.regulation.office_proposals import ReadingProposed
from domain.roles import OfficeRole
from tests.db.blitar.test_selection import DAY, NOW, PLAIN, Selection, a_decided_round
from tests.db.people import a_nonce, an_office
from tests.people import held


@pytest.fixture
def selection(database_url):
    with an_office(database_url) as office:
        yield Selection(office)


def test_a_decided_round_is_shown_by_the_law_that_it_was_decided_by(selection):
    a_decided_round(selection)
    stored = selection.see(selection_round, selection.round)
    office = selection.office
    told = ReadingProposed(letter="B", on=DAY, decree="SK 1", reason="rapat")
    head = office.people[BlitarRole.AGENCY_HEAD]
    with office.database.write() as session:
        admin = add_person(session, "Admin Blitar", held(OfficeRole.ADMINISTRATOR), at=NOW)
        question = BLITAR_MENTORING.interpretations["B-09"]
        number = propose_reading(session, admin, BLITAR, question, told, nonce=a_nonce(), at=NOW)
    with office.database.write() as session:
        approve_reading(session, head, BLITAR, number, at=NOW)
    with office.database.read() as session:
        today, own = law_of(session, BLITAR, DAY), law_of_round(session, stored, DAY)
        running = law_of_round(session, replace(stored, result={}, decided_on=None), DAY)
    assert (today.readings["B-09"], running.readings["B-09"], own.readings["B-09"]) == ("B", "B", "A")


def test_what_an_approval_would_change_is_told_of_candidates_of_rounds_that_run(selection):
    number = selection.register(replace(PLAIN, born_on=date(1984, 1, 2), nik=None))
    head = selection.office.people[BlitarRole.AGENCY_HEAD]
    limit = InstrumentTold(
        kind=InstrumentKind.PERBUP,
        number="9",
        year=2024,
        title="x",
        enacted_on=date(2024, 5, 2),
        in_force_since=date(2024, 5, 2),
        reach=Reach.FILED_SINCE,
        values=(NewValue(key="age_limit", value=45, place="Pasal I"),),
    )
    later = LaterInstrument("x", "Perbup Blitar 9/2024", limit)
    laws = law_on(DAY, NO_PRACTICE), law_on(DAY, Practice(instruments=(later,)))
    before = selection.office.everything()
    with selection.office.database.read() as session:
        assert open_counts(session, head)[0] == 1
        looked = candidates_piece(session, head, *laws, beyond=0)
    assert selection.office.everything() == before
    assert (looked.last_id, looked.count, len(looked.changed)) == (number, 1, 1)
    assert looked.changed[0].before == Verdict.NOT_QUALIFIED.label
