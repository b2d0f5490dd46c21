"""Many paper forms at once: whom they mean, what stands in their way, and that none comes in twice."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, update

from db.blitar.caseload.clients import end_client
from db.blitar.caseload.handovers import hand_over
from db.blitar.visiting.examining import Examined, examine_visits
from db.blitar.visiting.imports import past_imports
from db.blitar.visiting.pile_lookups import look_up, pile_clients
from db.blitar.visiting.pile_warnings import warn_visits
from db.refusals import Wrong
from db.tables import AuditRow, ClientRow, FollowUpRow, VisitRow, VisitStepRow, VisitTaskRow
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.goals_and_tasks import MentorTask
from domain.blitar.indicators import Indicator
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.blitar.visiting.pile_register import Keys
from domain.blitar.visiting.visit import DayPart, Doer, FollowUp, VisitPlace, VisitState
from domain.programme import NotAllowed
from domain.same_letters import same_form
from tests.db.blitar.mentoring import SRENGAT, START, TODAY, UDANAWU, days
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, an_office

YESTERDAY = TODAY - days(1)


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Caseload(office)


def as_(caseload, actor, verb, *told, **more):
    with caseload.office.database.read() as session:
        return verb(session, actor, *told, **more)


def names(found):
    return {one.name for one in found.clients}


def looked_up(caseload, actor=None, **keys):
    wanted = Keys(**{name: frozenset(those) for name, those in keys.items()})
    return as_(caseload, actor or caseload.facilitator, look_up, wanted)


def examine(caseload, *visits, actor=None):
    return as_(caseload, actor or caseload.facilitator, examine_visits, visits, TODAY)


def hand(caseload, giver, client, taker, on=TODAY):
    written = HandoverWritten(number="BA 1", on=on)
    told = {"nonce": "h", "at": NOW}
    caseload.do(hand_over, caseload.facilitator, giver, {client: taker}, written, **told)


def test_binaan_are_found_by_number_and_by_name_and_nobody_else_is(caseload):
    ani, _ = caseload.binaan("Warung Bu Ani"), caseload.binaan("Toko Lain")
    assert names(looked_up(caseload, numbers={"BN-2026-0001"})) == {"Warung Bu Ani"}
    assert names(looked_up(caseload, names={"TOKO, lain."})) == {"Toko Lain"}
    assert names(looked_up(caseload)) == set()
    (found,) = looked_up(caseload, names={"warung bu ani"}).clients
    assert (found.id, found.number, found.mentor_id, found.nik) == (ani, "BN-2026-0001", caseload.sri, None)


def test_with_a_binaan_comes_who_had_it_on_which_day(caseload):
    client, budi = caseload.binaan(), caseload.appoint("Budi")
    hand(caseload, caseload.sri, client, budi)
    (found,) = looked_up(caseload, numbers={"BN-2026-0001"}).clients
    told = [found.care.carer_on(day) for day in (START - days(1), START, YESTERDAY, TODAY)]
    assert told == [None, caseload.sri, caseload.sri, budi]


def test_a_binaan_is_found_by_its_name_whatever_apostrophe_was_typed(caseload):
    caseload.binaan("Batik Maʼarif")
    for typed in ("Batik Ma'arif", "batik ma’arif", "BATIK\xa0Ma`arif"):
        assert names(looked_up(caseload, names={same_form(typed)})) == {"Batik Maʼarif"}


def test_a_nik_comes_back_only_to_who_wrote_it(caseload):
    nik = "3505094506850001"
    caseload.binaan()
    with caseload.office.database.write() as session:
        session.execute(update(ClientRow).values(nik=nik))
    (by_nik,) = looked_up(caseload, niks={nik}).clients
    (by_name,) = looked_up(caseload, names={"Warung Bu Ani"}).clients
    assert (by_nik.nik, by_name.nik) == (nik, None)


def test_a_pendamping_finds_their_own_binaan_and_those_they_handed_over(caseload):
    budi = caseload.appoint("Budi")
    mine, _ = caseload.binaan("Milik Sri"), caseload.binaan("Milik Budi", mentor_id=budi)
    wanted = {"Milik Sri", "Milik Budi"}
    own = looked_up(caseload, caseload.mentor, names=wanted)
    assert names(own) == {"Milik Sri"}
    assert (own.is_own, [one.mentor_id for one in own.mentors]) == (True, [caseload.sri])
    everybody = looked_up(caseload, names=wanted)
    assert names(everybody) == wanted
    assert {one.mentor_id for one in everybody.mentors} == {caseload.sri, budi}
    hand(caseload, caseload.sri, mine, budi)
    assert names(looked_up(caseload, caseload.mentor, names=wanted)) == {"Milik Sri"}
    with pytest.raises(NotAllowed):
        as_(caseload, caseload.mentor, look_up, Keys(), mentor_id=budi)


def test_the_template_lists_the_open_binaan_of_one_or_of_all(caseload):
    budi = caseload.appoint("Budi")
    caseload.binaan("B"), caseload.binaan("A"), caseload.binaan("C", mentor_id=budi)
    closed = caseload.binaan("D")
    leaving = Leaving(ground=LeavingGround.CLOSED, on=TODAY, reason="Tutup")
    caseload.do(end_client, caseload.facilitator, closed, leaving, expected_version=1, at=NOW)
    listed = {
        (actor.name, mentor): [one.name for one in as_(caseload, actor, pile_clients, mentor_id=mentor)]
        for actor, mentor in (
            (caseload.facilitator, None),
            (caseload.facilitator, budi),
            (caseload.mentor, None),
        )
    }
    assert list(listed.values()) == [["A", "B", "C"], ["C"], ["A", "B"]]


def test_a_visit_that_is_recorded_is_told_apart_from_one_that_cannot_be(caseload):
    client = caseload.binaan()
    visit = a_visit(caseload.sri, client)
    saved = caseload.save(visit)
    other = replace(visit, problem="Lain")
    again, changed, fresh, twice, future = examine(
        caseload,
        visit,
        other,
        replace(visit, day_part=DayPart.NOON),
        replace(visit, day_part=DayPart.NOON, problem="Lain"),
        replace(visit, on=TODAY + days(1)),
    )
    assert (again.recorded_id, again.is_same, again.problems) == (saved.id, True, ())
    assert (changed.recorded_id, changed.is_same) == (saved.id, False)
    assert fresh == Examined()
    assert "baris sebelumnya" in twice.problems[0].sentence
    assert "belum terjadi" in future.problems[0].sentence


def test_a_pendamping_cannot_take_in_visits_of_another(caseload):
    budi = caseload.appoint("Budi")
    visit = a_visit(budi, caseload.binaan("Milik Budi", mentor_id=budi))
    (found,) = examine(caseload, visit, actor=caseload.mentor)
    assert "kunjungan Anda sendiri" in found.problems[0].sentence
    with pytest.raises(Wrong):
        caseload.take_in(visit, actor=caseload.mentor)
    caseload.take_in(visit)
    # Nor are they told of what others took in, unless it is the very same file.
    assert as_(caseload, caseload.mentor, past_imports) == ()
    (same,) = as_(caseload, caseload.mentor, past_imports, "0" * 64)
    assert (same.by, same.taken) == (caseload.facilitator.name, 1)


def test_a_pendamping_takes_in_only_visits_to_binaan_that_were_theirs_on_that_day(caseload):
    budi = caseload.appoint("Budi")
    his, given = caseload.binaan("Milik Budi", mentor_id=budi), caseload.binaan("Diserahkan")
    hand(caseload, caseload.sri, given, budi, on=YESTERDAY)
    visits = [
        a_visit(caseload.sri, his),
        a_visit(caseload.sri, given, YESTERDAY),
        a_visit(caseload.sri, given, YESTERDAY + days(1)),
    ]
    foreign, before, after = examine(caseload, *visits, actor=caseload.mentor)
    assert [(one.field, "tidak mendampingi" in one.sentence) for one in foreign.problems] == [
        ("client_id", True)
    ]
    assert before == Examined()
    assert [one.field for one in after.problems] == ["on"]
    assert "1 Maret 2026; kunjungan sesudahnya dicatat" in after.problems[0].sentence
    with pytest.raises(Wrong, match="tidak mendampingi"):
        caseload.take_in(visits[0], actor=caseload.mentor)
    assert examine(caseload, *visits) == (Examined(),) * 3  # the Fasilitator records for anybody


def test_nobody_is_told_where_another_pendamping_was_or_whom_they_met(caseload):
    budi = caseload.appoint("Budi")
    his, mine = caseload.binaan("Milik Budi", mentor_id=budi), caseload.binaan("Milik Sri")
    caseload.take_in(a_visit(budi, his, place=VisitPlace.OFFICE, district_code=None))
    (seen,) = as_(caseload, caseload.facilitator, warn_visits, [a_visit(budi, mine)])
    assert "menemui Milik Budi" in " ".join(seen)
    for visit in (a_visit(budi, mine), a_visit(caseload.sri, his)):
        with pytest.raises(NotAllowed):
            as_(caseload, caseload.mentor, warn_visits, [visit])


def test_everything_of_each_visit_of_a_pile_is_stored_with_its_own_visit(caseload):
    first, second = caseload.binaan("Satu"), caseload.binaan("Dua")
    agreed = FollowUp(told="Daftar NIB", due_on=TODAY + days(7), doer=Doer.MENTOR)
    visits = [
        a_visit(caseload.sri, second, tasks=(MentorTask.LEGALITY, MentorTask.PACKAGING)),
        a_visit(caseload.sri, first, follow_ups=(agreed,)),
    ]
    caseload.take_in(*visits, actor=caseload.mentor, left_out=37)
    with caseload.office.database.read() as session:
        stored = {row.client_id: row for row in session.scalars(select(VisitRow))}
        assert {row.state for row in stored.values()} == {VisitState.SENT}
        tasks = session.execute(select(VisitTaskRow.visit_id, VisitTaskRow.task)).all()
        assert set(tasks) == {
            (stored[second].id, "legality"),
            (stored[second].id, "packaging"),
            (stored[first].id, "consultation"),
        }
        (follow_up,) = session.scalars(select(FollowUpRow))
        assert (follow_up.visit_id, follow_up.client_id) == (stored[first].id, first)
        assert {step.visit_id for step in session.scalars(select(VisitStepRow))} == {
            row.id for row in stored.values()
        }
        trail = session.scalars(select(AuditRow).where(AuditRow.action == "import_visits")).one()
        assert (trail.after["taken"], trail.after["left_out"]) == (2, 37)


def test_one_press_twice_takes_a_pile_in_once(caseload):
    visit = a_visit(caseload.sri, caseload.binaan())
    assert caseload.take_in(visit, nonce="p") == caseload.take_in(visit, nonce="p") == 1
    assert caseload.office.count(VisitRow) == 1


def test_a_pile_is_warned_about_by_the_store_and_by_its_own_rows(caseload):
    budi = caseload.appoint("Budi")
    home, foreign = caseload.binaan("Satu"), caseload.binaan("Dua", mentor_id=budi, code=UDANAWU)
    stored = a_visit(caseload.sri, caseload.binaan("Tiga"), place=VisitPlace.OFFICE, district_code=None)
    caseload.save(stored)
    sunday = date(2026, 3, 1)
    visits = (
        a_visit(caseload.sri, home, day_part=DayPart.NOON),
        a_visit(caseload.sri, foreign, day_part=DayPart.NOON, district_code=SRENGAT),
        a_visit(caseload.sri, home),
        a_visit(caseload.sri, home, sunday, day_part=DayPart.AFTERNOON),
    )
    at_home, away, in_the_office_too, on_sunday = as_(caseload, caseload.facilitator, warn_visits, visits)
    assert len(at_home) == 1
    assert "Kecamatan Srengat" in at_home[0]
    assert [what in " ".join(away) for what in ("Wonodadi", "bukan wilayah", "didampingi Budi")] == [True] * 3
    assert "di kantor, menemui Tiga" in in_the_office_too[0]
    assert any("akhir pekan" in told for told in on_sunday)


def test_a_leap_in_a_pile_is_pointed_out(caseload):
    binaan = caseload.binaan()
    caseload.baseline(binaan, change(Indicator.ANNUAL_SALES, 50_000_000), on=YESTERDAY)
    found = a_visit(caseload.sri, binaan, changes=(change(Indicator.ANNUAL_SALES, 10_000_000),))
    ((told,),) = as_(caseload, caseload.facilitator, warn_visits, [found])
    assert "turun menjadi seperlima atau kurang" in told


def test_a_binaan_handed_over_since_the_visit_is_nothing_to_warn_about(caseload):
    budi = caseload.appoint("Budi")
    client = caseload.binaan()
    hand(caseload, caseload.sri, client, budi)
    (told,) = as_(caseload, caseload.mentor, warn_visits, [a_visit(caseload.sri, client)])
    assert told == ()


def test_nothing_is_warned_about_an_empty_pile(caseload):
    assert as_(caseload, caseload.facilitator, warn_visits, []) == ()
    assert examine(caseload) == ()
