"""A binaan handed over counts for its new Pendamping, and an ended one for nobody, wherever it is counted."""

import pytest

from db.blitar.caseload.attention import attention_counts, attention_rows
from db.blitar.caseload.clients import end_client
from db.blitar.caseload.handovers import hand_over
from db.blitar.caseload.load import loads
from db.blitar.visiting.field_day import field_day
from domain.blitar.caseload.attention import AttentionKind
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.law import law_on
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.regulation.law_in_force import NO_PRACTICE
from tests.db.blitar.caseload import VariedCaseload
from tests.db.blitar.mentoring import TODAY
from tests.db.people import NOW, a_nonce, an_office

LAW = law_on(TODAY, NO_PRACTICE)
NO_VISIT, FOLLOW_UPS = AttentionKind.NO_VISIT, AttentionKind.FOLLOW_UPS


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield VariedCaseload(office)


def read(caseload, verb, *told, actor=None):
    with caseload.office.database.read() as session:
        return verb(session, actor or caseload.facilitator, *told)


def carried(caseload):
    return {one.name: (one.clients, one.need_visit) for one in read(caseload, loads, LAW)}


def hand(caseload, name, giver, taker):
    written = HandoverWritten(on=TODAY, number=f"BA {name}")
    taken = {caseload.ids[name]: taker}
    more = {"nonce": a_nonce(), "at": NOW}
    caseload.do(hand_over, caseload.facilitator, giver, taken, written, **more)


def end(caseload, name, version):
    leaving = Leaving(ground=LeavingGround.CLOSED, on=TODAY, reason="Tutup")
    caseload.do(
        end_client, caseload.facilitator, caseload.ids[name], leaving, expected_version=version, at=NOW
    )


def own_day(caseload):
    found = read(caseload, field_day, LAW, actor=caseload.mentor)
    return {one.name for one in found.round.due}, {one.name for one in found.promises}


def test_before_anything_it_is_as_it_was_taken_in(caseload):
    # Sri: Ani, Bakti, Cipta (31 days). Budi: Dewi, Eka (31 days, never), Fajar.
    assert carried(caseload) == {"Sri": (3, 1), "Budi": (3, 1)}


def test_a_binaan_handed_over_is_carried_by_the_new_pendamping(caseload):
    hand(caseload, "Cipta", caseload.sri, caseload.budi)
    assert carried(caseload) == {"Sri": (2, 0), "Budi": (4, 2)}


def test_a_binaan_handed_over_stands_on_the_day_of_the_new_pendamping_alone(caseload):
    hand(caseload, "Cipta", caseload.sri, caseload.budi)
    hand(caseload, "Eka 10%", caseload.budi, caseload.sri)
    assert own_day(caseload)[0] == {"Eka 10%"}


def test_a_promise_goes_with_the_binaan(caseload):
    hand(caseload, "Ani", caseload.sri, caseload.budi)
    assert own_day(caseload)[1] == set()
    (row,) = read(caseload, attention_rows, FOLLOW_UPS, LAW)
    assert (row.name, row.mentor) == ("Ani", "Budi")


def test_who_handed_over_counts_it_no_more_in_their_own_attention(caseload):
    hand(caseload, "Cipta", caseload.sri, caseload.budi)
    assert read(caseload, attention_counts, LAW, actor=caseload.mentor)[NO_VISIT] == 0


def test_the_office_counts_as_many_as_before_a_handover(caseload):
    before = read(caseload, attention_counts, LAW)
    hand(caseload, "Cipta", caseload.sri, caseload.budi)
    assert read(caseload, attention_counts, LAW)[NO_VISIT] == before[NO_VISIT]


def test_an_ended_binaan_is_carried_by_nobody(caseload):
    end(caseload, "Cipta", 1)
    assert carried(caseload) == {"Sri": (2, 0), "Budi": (3, 1)}


def test_an_ended_binaan_waits_for_nobody(caseload):
    end(caseload, "Cipta", 1)
    names = {one.name for one in read(caseload, attention_rows, NO_VISIT, LAW)}
    assert (names, own_day(caseload)[0]) == ({"Gita", "Eka 10%"}, set())


def test_the_promise_of_an_ended_binaan_is_asked_of_nobody(caseload):
    end(caseload, "Ani", 1)
    assert read(caseload, attention_counts, LAW)[FOLLOW_UPS] == 0
    assert own_day(caseload)[1] == set()


def test_a_binaan_ended_after_a_handover_is_carried_by_nobody(caseload):
    hand(caseload, "Cipta", caseload.sri, caseload.budi)
    end(caseload, "Cipta", 2)
    assert carried(caseload) == {"Sri": (2, 0), "Budi": (3, 1)}
