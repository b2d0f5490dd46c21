"""A visit that was sent and that nobody verified is taken back by who made it, and is a draft again."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.audit import history
from db.blitar.visiting.opened_visit import one_visit
from db.blitar.visiting.withdrawing import withdraw_visit
from db.refusals import ChangedMeanwhile, Refused, Wrong
from db.tables import ClientRow, VisitRow
from domain.blitar.caseload.stage import Stage
from domain.blitar.programme import BLITAR
from domain.blitar.visiting.visit import VisitState
from domain.closings import ClosingReason
from domain.programme import NotAllowed
from tests.db.blitar.mentoring import TODAY
from tests.db.blitar.visiting import Caseload, a_visit
from tests.db.people import NOW, an_office
from tests.db.races import DONE, at_one_moment, the_one_refused

WHY = ClosingReason(reason="Tanggalnya salah")
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Caseload(office)


def withdraw(caseload, saved, actor=None, *, version=None, why=WHY):
    version = saved.version if version is None else version
    actor = actor or caseload.mentor
    return caseload.do(withdraw_visit, actor, saved.id, why, expected_version=version, at=LATER)


def opened(caseload, saved, actor=None):
    with caseload.office.database.read() as session:
        return one_visit(session, actor or caseload.mentor, saved.id)


def standing(caseload, client):
    with caseload.office.database.read() as session:
        row = session.get_one(ClientRow, client)
        return Stage(row.stage), row.last_visit_on


def state_of(caseload, saved):
    with caseload.office.database.read() as session:
        return session.scalar(select(VisitRow.state).where(VisitRow.id == saved.id))


def test_a_visit_that_nobody_verified_is_a_draft_again_and_counts_nowhere(caseload):
    client = caseload.binaan()
    saved = caseload.save(a_visit(caseload.sri, client))
    assert standing(caseload, client) == (Stage.GUIDED, TODAY)
    withdraw(caseload, saved)
    found = opened(caseload, saved)
    assert (found.state, found.visit) == (VisitState.DRAFT, a_visit(caseload.sri, client))
    assert standing(caseload, client) == (Stage.NEW, None)
    steps = [(step.state, step.note, step.by, step.at) for step in found.steps]
    assert steps[-1] == (VisitState.DRAFT, WHY.reason, "Orang Pendamping", LATER)
    assert [state for state, *_ in steps] == [VisitState.SENT, VisitState.DRAFT]


def test_a_withdrawn_visit_is_changed_and_sent_again(caseload):
    client = caseload.binaan()
    saved = caseload.save(a_visit(caseload.sri, client))
    withdraw(caseload, saved)
    mended = a_visit(caseload.sri, client, TODAY - timedelta(days=1))
    again = caseload.save(mended, visit_id=saved.id, expected_version=saved.version + 1)
    assert standing(caseload, client) == (Stage.GUIDED, TODAY - timedelta(days=1))
    caseload.verify(again)


def test_what_had_been_sent_stays_in_the_trail(caseload):
    saved = caseload.save(a_visit(caseload.sri, caseload.binaan(), problem="Izin belum ada"))
    withdraw(caseload, saved)
    with caseload.office.database.read() as session:
        newest = history(session, caseload.office.admin, BLITAR)[0]
    assert (newest.action, newest.subject.id) == ("withdraw_visit", saved.id)
    assert (newest.before["state"], newest.before["visit.problem"]) == ("sent", "Izin belum ada")
    assert newest.after == {"state": "draft", "reason": WHY.reason}


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("draft", "berstatus “Draf”"),
        ("returned", "berstatus “Dikembalikan”"),
        ("verified", "sudah diverifikasi, jadi tidak dapat ditarik"),
        ("withdrawn", "berstatus “Draf”"),
    ],
)
def test_only_a_visit_that_waits_is_withdrawn(caseload, state, told):
    saved = caseload.save(a_visit(caseload.sri, caseload.binaan()), send=state != "draft")
    if state == "verified":
        caseload.verify(saved)
    elif state == "returned":
        caseload.send_back(saved)
    elif state == "withdrawn":
        withdraw(caseload, saved)
    before = caseload.office.everything()
    with pytest.raises(Wrong, match=told):
        withdraw(caseload, saved, version=saved.version + (state not in ("draft",)))
    assert caseload.office.everything() == before


def test_a_pendamping_takes_back_what_is_theirs_alone(caseload):
    budi = caseload.appoint("Budi")
    his = caseload.save(a_visit(budi, caseload.binaan("Pak Joko", budi)), actor=caseload.facilitator)
    with pytest.raises(NotAllowed):
        withdraw(caseload, his)
    assert state_of(caseload, his) == VisitState.SENT


def test_who_sent_it_takes_it_back_and_another_fasilitator_returns_it_instead(caseload):
    budi = caseload.appoint("Budi")
    his = caseload.save(a_visit(budi, caseload.binaan("Pak Joko", budi)), actor=caseload.facilitator)
    hers = caseload.save(a_visit(caseload.sri, caseload.binaan()))
    assert not opened(caseload, hers, caseload.facilitator).withdraws
    with pytest.raises(Wrong, match="dikirim orang lain"):
        withdraw(caseload, hers, caseload.facilitator)
    assert opened(caseload, his, caseload.facilitator).withdraws
    withdraw(caseload, his, caseload.facilitator)
    assert state_of(caseload, his) == VisitState.DRAFT


def test_a_visit_that_changed_meanwhile_is_not_withdrawn_and_a_reason_is_needed(caseload):
    saved = caseload.save(a_visit(caseload.sri, caseload.binaan()))
    with pytest.raises(Wrong, match="Alasan belum diisi"):
        withdraw(caseload, saved, why=ClosingReason(reason=" "))
    with pytest.raises(ChangedMeanwhile):
        withdraw(caseload, saved, version=saved.version + 1)
    assert opened(caseload, saved).withdraws


def test_verified_and_withdrawn_at_one_moment_is_one_of_the_two(caseload):
    client = caseload.binaan()
    saved = caseload.save(a_visit(caseload.sri, client))
    results = at_one_moment(lambda: caseload.verify(saved), lambda: withdraw(caseload, saved))
    assert isinstance(the_one_refused(results), Refused)
    is_verified = results[0] == DONE
    assert state_of(caseload, saved) == (VisitState.VERIFIED if is_verified else VisitState.DRAFT)
    assert (standing(caseload, client)[1] == TODAY) == is_verified
