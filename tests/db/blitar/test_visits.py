"""A visit is recorded, sent, verified or returned; only what was verified moves the indicators."""

from dataclasses import replace
from threading import Thread

import pytest
from sqlalchemy import select

from db.blitar.caseload.follow_ups import close_follow_up
from db.blitar.caseload.handovers import hand_over
from db.blitar.caseload.standing import stand_anew
from db.refusals import ChangedMeanwhile, NotFound, Wrong
from db.tables import (
    ClientIndicatorRow,
    ClientRow,
    FollowUpRow,
    IndicatorReadingRow,
    VisitRow,
    VisitTaskRow,
)
from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.stage import Stage
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.blitar.visiting.visit import DayPart, Doer, FollowUp, FollowUpClosed, FollowUpState, VisitState
from domain.programme import NotAllowed
from tests.db.blitar.mentoring import START, TODAY, days
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, an_office


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Caseload(office)


def _row(caseload, table, **by):
    with caseload.office.database.read() as session:
        return session.scalars(select(table).filter_by(**by)).one_or_none()


def _standing(caseload, client_id):
    row = _row(caseload, ClientRow, id=client_id)
    return Stage(row.stage), row.last_visit_on


def _movement(caseload, client_id, indicator=Indicator.BUSINESS_NUMBER):
    row = _row(caseload, ClientIndicatorRow, client_id=client_id, indicator=indicator)
    return None if row is None else (Movement(row.movement), row.baseline_value, row.latest_value)


def test_a_draft_counts_nowhere_and_a_sent_visit_is_the_last_visit(caseload):
    client = caseload.binaan()
    draft = caseload.save(a_visit(caseload.sri, client), send=False)
    assert _standing(caseload, client) == (Stage.NEW, None)
    visit = a_visit(caseload.sri, client)
    caseload.save(visit, visit_id=draft.id, expected_version=draft.version)
    assert _standing(caseload, client) == (Stage.GUIDED, TODAY)


@pytest.mark.parametrize(
    ("part", "stage"),
    [
        (ReportPart.IDENTIFICATION, Stage.IDENTIFIED),
        (ReportPart.ADVOCACY, Stage.IDENTIFIED),
        (ReportPart.GUIDANCE, Stage.GUIDED),
        (ReportPart.COACHING, Stage.GUIDED),
        (ReportPart.CONSULTATION, Stage.GUIDED),
        (ReportPart.RECOMMENDATION, Stage.GUIDED),
        (ReportPart.EVALUATION, Stage.EVALUATED),
    ],
)
def test_the_stage_follows_from_what_the_visits_did(caseload, part, stage):
    client = caseload.binaan()
    caseload.save(a_visit(caseload.sri, client, parts=(part,)))
    assert _standing(caseload, client)[0] is stage


def test_an_indicator_moves_only_when_the_visit_is_verified_and_moves_back_when_it_is_returned(caseload):
    client = caseload.binaan()
    caseload.baseline(client, change(value=0), on=START)
    saved = caseload.save(a_visit(caseload.sri, client, changes=(change(value=1),)))
    assert _movement(caseload, client) == (Movement.NOT_MEASURED, 0, None)
    caseload.verify(saved)
    assert _movement(caseload, client) == (Movement.UP, 0, 1)
    caseload.send_back(saved, version=saved.version + 1)
    assert _movement(caseload, client) == (Movement.NOT_MEASURED, 0, None)
    assert _standing(caseload, client) == (Stage.NEW, None)
    again = a_visit(caseload.sri, client, changes=(change(value=0),))
    corrected = caseload.save(again, visit_id=saved.id, expected_version=saved.version + 2)
    caseload.verify(corrected)
    assert _movement(caseload, client) == (Movement.SAME, 0, 0)
    with caseload.office.database.read() as session:
        kept = session.scalars(select(IndicatorReadingRow.value).order_by(IndicatorReadingRow.id)).all()
    assert kept == [0, 1, 0]


def test_without_a_baseline_nothing_is_said_to_have_moved(caseload):
    client = caseload.binaan()
    caseload.verify(caseload.save(a_visit(caseload.sri, client, changes=(change(value=1),))))
    assert _movement(caseload, client) == (Movement.UNKNOWN, None, 1)


def test_a_corrected_baseline_counts_and_the_first_one_stays_on_record(caseload):
    client = caseload.binaan()
    caseload.baseline(client, change(Indicator.ANNUAL_SALES, 50_000_000))
    caseload.baseline(client, change(Indicator.ANNUAL_SALES, 5_000_000))
    assert _movement(caseload, client, Indicator.ANNUAL_SALES) == (
        Movement.NOT_MEASURED,
        5_000_000,
        None,
    )
    assert caseload.office.count(IndicatorReadingRow) == 2


def test_of_two_verified_values_the_later_day_counts(caseload):
    client = caseload.binaan()
    caseload.baseline(client, change(Indicator.SALES_CHANNELS, 1), on=START)
    late = a_visit(caseload.sri, client, changes=(change(Indicator.SALES_CHANNELS, 4),))
    early = a_visit(
        caseload.sri,
        client,
        TODAY - days(0),
        day_part=DayPart.AFTERNOON,
        changes=(change(Indicator.SALES_CHANNELS, 2),),
    )
    caseload.verify(caseload.save(late))
    caseload.verify(caseload.save(early))
    assert _movement(caseload, client, Indicator.SALES_CHANNELS) == (Movement.UP, 1, 2)


def test_what_is_worked_out_can_be_made_anew_from_the_records(caseload):
    client, other = caseload.binaan(), caseload.binaan("Toko Lain")
    caseload.baseline(client, change(value=0))
    caseload.verify(caseload.save(a_visit(caseload.sri, client, changes=(change(),))))
    caseload.save(a_visit(caseload.sri, other, parts=(ReportPart.EVALUATION,)))
    before = caseload.office.everything()
    with caseload.office.database.write() as session:
        stand_anew(session, None)
    assert caseload.office.everything() == before


def test_a_pendamping_records_only_their_own_visits(caseload):
    budi = caseload.appoint("Budi")
    client = caseload.binaan()
    with pytest.raises(NotAllowed):
        caseload.save(a_visit(budi, client))
    assert caseload.save(a_visit(budi, client), actor=caseload.facilitator).id


def test_a_pendamping_takes_no_visit_of_another_over_as_their_own(caseload):
    budi = caseload.appoint("Budi")
    his = a_visit(budi, caseload.binaan("Pak Joko", budi))
    draft = caseload.save(his, send=False, actor=caseload.facilitator)
    hers = a_visit(caseload.sri, caseload.binaan())
    before = caseload.office.everything()
    with pytest.raises(NotAllowed):
        caseload.save(hers, visit_id=draft.id, expected_version=draft.version)
    assert caseload.office.everything() == before


def test_the_same_visit_is_recorded_once(caseload):
    client = caseload.binaan()
    caseload.save(a_visit(caseload.sri, client))
    with pytest.raises(Wrong, match="sudah tercatat"):
        caseload.save(a_visit(caseload.sri, client))
    caseload.save(a_visit(caseload.sri, client, day_part=DayPart.NOON))
    assert caseload.office.count(VisitRow) == 2


def test_one_button_pressed_twice_records_one_visit(caseload):
    client = caseload.binaan()
    visit = a_visit(caseload.sri, client)
    assert caseload.save(visit, nonce="a") == caseload.save(visit, nonce="a")
    assert caseload.office.count(VisitRow) == 1


def test_a_visit_that_waits_or_is_verified_does_not_change(caseload):
    client = caseload.binaan()
    saved = caseload.save(a_visit(caseload.sri, client))
    with pytest.raises(Wrong, match="Menunggu verifikasi"):
        caseload.save(a_visit(caseload.sri, client), visit_id=saved.id, expected_version=saved.version)


def test_nobody_writes_over_what_another_changed_in_a_visit_meanwhile(caseload):
    visit = a_visit(caseload.sri, caseload.binaan())
    draft = caseload.save(visit, send=False)
    opened = {"visit_id": draft.id, "expected_version": draft.version}
    caseload.save(replace(visit, problem="Modal"), send=False, actor=caseload.facilitator, **opened)
    for send in (False, True):
        with pytest.raises(ChangedMeanwhile, match="sudah diubah oleh Orang Fasilitator"):
            caseload.save(replace(visit, problem="Izin"), send=send, **opened)
    assert _row(caseload, VisitRow, id=draft.id).body["problem"] == "Modal"


def _sent_again(caseload):
    """A visit as it was sent first, which since then was returned, mended and sent a second time."""
    visit = a_visit(caseload.sri, caseload.binaan())
    first = caseload.save(visit)
    caseload.send_back(first)
    mended = replace(visit, problem="Modal")
    caseload.save(mended, visit_id=first.id, expected_version=first.version + 1)
    return first


def test_nobody_verifies_or_returns_another_version_than_they_looked_at(caseload):
    first = _sent_again(caseload)
    before = caseload.office.everything()
    for step in (caseload.verify, caseload.send_back):
        with pytest.raises(ChangedMeanwhile, match="sudah diubah oleh Orang Pendamping"):
            step(first)
    assert caseload.office.everything() == before


def _in_each_state(caseload):
    """A visit in each state with its newest version, and one that waits to be verified."""
    draft = caseload.save(a_visit(caseload.sri, caseload.binaan()), send=False)
    sent, verified, returned = (caseload.save(a_visit(caseload.sri, caseload.binaan())) for _ in range(3))
    caseload.verify(verified)
    caseload.send_back(returned)
    return draft, sent, replace(verified, version=2), replace(returned, version=2)


def test_only_a_visit_that_waits_is_verified(caseload):
    draft, sent, verified, returned = _in_each_state(caseload)
    for other in (draft, verified, returned):
        with pytest.raises(ChangedMeanwhile):
            caseload.verify_together(sent, other)
    assert _row(caseload, VisitRow, id=sent.id).state == VisitState.SENT
    assert caseload.verify(sent) == 1


def test_where_one_visit_is_not_there_none_is_verified(caseload):
    sent = caseload.save(a_visit(caseload.sri, caseload.binaan()))
    with pytest.raises(NotFound):
        caseload.verify_together(sent, replace(sent, id=999))
    assert _row(caseload, VisitRow, id=sent.id).state == VisitState.SENT


def test_only_what_was_sent_or_verified_is_returned(caseload):
    draft, sent, verified, returned = _in_each_state(caseload)
    for other in (draft, returned):
        with pytest.raises(ChangedMeanwhile):
            caseload.send_back(other)
    for one in (sent, verified):
        caseload.send_back(one)
        assert _row(caseload, VisitRow, id=one.id).state == VisitState.RETURNED


def test_returning_needs_a_note(caseload):
    saved = caseload.save(a_visit(caseload.sri, caseload.binaan()))
    with pytest.raises(Wrong, match="perlu diperbaiki"):
        caseload.send_back(saved, note=" ")
    caseload.send_back(saved)
    assert _row(caseload, VisitRow, id=saved.id).state == VisitState.RETURNED


def test_tasks_and_follow_ups_follow_the_visit_as_it_is_changed(caseload):
    client = caseload.binaan()
    agreed = FollowUp(told="Daftar NIB", due_on=TODAY + days(7), doer=Doer.MENTOR)
    saved = caseload.save(a_visit(caseload.sri, client, follow_ups=(agreed,)), send=False)
    changed = a_visit(caseload.sri, client, tasks=(MentorTask.LEGALITY, MentorTask.PACKAGING))
    caseload.save(changed, visit_id=saved.id, expected_version=saved.version)
    assert caseload.office.count(FollowUpRow) == 0
    with caseload.office.database.read() as session:
        tasks = set(session.scalars(select(VisitTaskRow.task)))
    assert tasks == {"legality", "packaging"}


def test_a_follow_up_is_closed_once_with_the_day_on_which_it_was_done(caseload):
    client = caseload.binaan()
    agreed = FollowUp(told="Daftar NIB", due_on=TODAY)
    caseload.save(a_visit(caseload.sri, client, follow_ups=(agreed,)))
    closed = FollowUpClosed(state=FollowUpState.DONE, on=TODAY)
    caseload.do(close_follow_up, caseload.mentor, 1, closed, at=NOW)
    row = _row(caseload, FollowUpRow, id=1)
    assert (row.state, row.closed_on) == (FollowUpState.DONE, TODAY)
    once = caseload.office.everything()
    caseload.do(close_follow_up, caseload.mentor, 1, closed, at=NOW)  # a second press
    assert caseload.office.everything() == once
    dropped = replace(closed, state=FollowUpState.DROPPED, note="x")
    with pytest.raises(Wrong, match="sudah ditutup"):
        caseload.do(close_follow_up, caseload.mentor, 1, dropped, at=NOW)


def test_what_a_returned_visit_agreed_is_closed_only_when_it_is_sent_again(caseload):
    agreed = FollowUp(told="Daftar NIB", due_on=TODAY)
    visit = a_visit(caseload.sri, caseload.binaan(), follow_ups=(agreed,))
    saved = caseload.save(visit)
    caseload.send_back(saved)
    closed = FollowUpClosed(state=FollowUpState.DONE, on=TODAY)
    with pytest.raises(NotFound):
        caseload.do(close_follow_up, caseload.mentor, 1, closed, at=NOW)
    caseload.save(visit, visit_id=saved.id, expected_version=saved.version + 1)
    with caseload.office.database.read() as session:
        again = session.scalars(select(FollowUpRow.id)).one()
    caseload.do(close_follow_up, caseload.mentor, again, closed, at=NOW)
    assert _row(caseload, FollowUpRow, id=again).state == FollowUpState.DONE


def test_what_was_closed_survives_a_return_and_only_what_is_open_is_replaced(caseload):
    client = caseload.binaan()
    done, left = FollowUp(told="Daftar NIB", due_on=TODAY), FollowUp(told="Foto label", due_on=TODAY)
    saved = caseload.save(a_visit(caseload.sri, client, follow_ups=(done, left)))
    closed = FollowUpClosed(state=FollowUpState.DONE, on=TODAY, note="NIB terbit")
    caseload.do(close_follow_up, caseload.mentor, 1, closed, at=NOW)
    caseload.send_back(saved)
    which = {"visit_id": saved.id, "expected_version": saved.version + 1}
    later = replace(done, due_on=TODAY + days(1))
    for wrong in ((left,), (later, left)):
        with pytest.raises(Wrong, match="“Daftar NIB” sudah ditutup") as refused:
            caseload.save(a_visit(caseload.sri, client, follow_ups=wrong), **which)
        assert refused.value.problems[0].field == "follow_ups"
    other = caseload.binaan("Toko Lain")
    with pytest.raises(Wrong, match="sudah ditutup"):
        caseload.save(a_visit(caseload.sri, other, follow_ups=(done, left)), **which)
    new = FollowUp(told="Cetak label", due_on=TODAY, doer=Doer.MENTOR)
    caseload.save(a_visit(caseload.sri, client, follow_ups=(new, done)), **which)
    with caseload.office.database.read() as session:
        rows = session.scalars(select(FollowUpRow).order_by(FollowUpRow.told)).all()
    assert [(row.told, row.state, row.closed_on, row.closing_note) for row in rows] == [
        ("Cetak label", FollowUpState.OPEN, None, None),
        ("Daftar NIB", FollowUpState.DONE, TODAY, "NIB terbit"),
    ]


def test_the_same_thing_agreed_twice_and_closed_once_stays_open_once(caseload):
    client, agreed = caseload.binaan(), FollowUp(told="Datang lagi", due_on=TODAY)
    visit = a_visit(caseload.sri, client, follow_ups=(agreed, agreed))
    saved = caseload.save(visit)
    caseload.do(
        close_follow_up, caseload.mentor, 1, FollowUpClosed(state=FollowUpState.DONE, on=TODAY), at=NOW
    )
    caseload.send_back(saved)
    caseload.save(visit, visit_id=saved.id, expected_version=saved.version + 1)
    with caseload.office.database.read() as session:
        assert sorted(session.scalars(select(FollowUpRow.state))) == ["done", "open"]


def test_a_pendamping_records_visits_only_to_binaan_that_were_theirs_on_that_day(caseload):
    budi = caseload.appoint("Budi")
    his, given = caseload.binaan("Pak Joko", budi), caseload.binaan()
    written = HandoverWritten(number="BA 1", on=TODAY - days(3))
    told = {"nonce": "h", "at": NOW}
    caseload.do(hand_over, caseload.facilitator, caseload.sri, {given: budi}, written, **told)
    for send in (False, True):
        with pytest.raises(Wrong, match="tidak mendampingi binaan ini") as refused:
            caseload.save(a_visit(caseload.sri, his), send=send)
        assert "Joko" not in refused.value.sentence
    with pytest.raises(Wrong, match="serah terimakan pada 27 Februari 2026"):
        caseload.save(a_visit(caseload.sri, given, TODAY - days(2)), send=False)
    late = caseload.save(a_visit(caseload.sri, given, TODAY - days(3)), send=False)
    which = {"visit_id": late.id, "expected_version": late.version}
    for wrong in (a_visit(caseload.sri, given), a_visit(caseload.sri, his)):
        with pytest.raises(Wrong, match=r"tidak mendampingi|serah terimakan"):
            caseload.save(wrong, **which)
    caseload.save(a_visit(caseload.sri, given, TODAY - days(4)), **which)


def test_a_pendamping_mends_what_the_fasilitator_recorded_for_them(caseload):
    budi = caseload.appoint("Budi")
    visit = a_visit(caseload.sri, caseload.binaan("Pak Joko", budi))
    saved = caseload.save(visit, actor=caseload.facilitator)
    caseload.send_back(saved)
    caseload.save(visit, visit_id=saved.id, expected_version=saved.version + 1)
    assert _row(caseload, VisitRow, id=saved.id).state == VisitState.SENT


def test_a_pile_is_taken_in_whole_or_not_at_all(caseload):
    client = caseload.binaan()
    good, future = a_visit(caseload.sri, client), a_visit(caseload.sri, client, TODAY + days(1))
    with pytest.raises(Wrong, match="belum terjadi"):
        caseload.take_in(good, future)
    assert caseload.office.count(VisitRow) == 0
    assert caseload.take_in(good) == 1
    assert _standing(caseload, client) == (Stage.GUIDED, TODAY)


def test_the_same_pile_a_second_time_brings_nothing_new(caseload):
    visits = [a_visit(caseload.sri, caseload.binaan(f"Usaha {place}")) for place in range(3)]
    caseload.take_in(*visits)
    with pytest.raises(Wrong, match="sudah tercatat"):
        caseload.take_in(*visits)
    assert caseload.office.count(VisitRow) == 3


def test_what_was_measured_before_the_baseline_is_no_rise(caseload):
    client = caseload.binaan()
    early = a_visit(caseload.sri, client, START, changes=(change(Indicator.SALES_CHANNELS, 5),))
    caseload.verify(caseload.save(early))
    caseload.baseline(client, change(Indicator.SALES_CHANNELS, 1), on=TODAY)
    assert _movement(caseload, client, Indicator.SALES_CHANNELS) == (Movement.NOT_MEASURED, 1, 5)


def test_a_decision_beside_a_verification_is_seen_by_the_second(caseload):
    client = caseload.binaan()
    saved = caseload.save(a_visit(caseload.sri, client))
    database = caseload.office.database
    with database.write() as session:
        stand_anew(session, [client])
        if not database.is_sqlite:
            verifying = Thread(target=caseload.verify, args=(saved,))
            verifying.start()
            verifying.join(0.4)
            assert verifying.is_alive()  # it waits for the binaan that is held here
    if not database.is_sqlite:
        verifying.join(10)
        assert _row(caseload, VisitRow, id=saved.id).state == VisitState.VERIFIED
