"""One person, one eye: who recorded, sent or made a visit never verifies it; the odd ones go one by one."""

from datetime import date

import pytest

from db.blitar.refusals import FlaggedTogether, OwnVisits
from db.blitar.reporting.queue import mentoring_queue
from db.blitar.visiting.opened_visit import one_visit, waiting_around
from db.blitar.visiting.visit_list import VisitFilter, visit_list
from db.office.people import add_person
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import VisitState
from tests.db.blitar.mentoring import TODAY
from tests.db.blitar.visiting import Caseload, a_visit
from tests.db.people import NOW, an_office
from tests.people import held

MONDAY, SATURDAY = TODAY, date(2026, 2, 28)


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        found = Caseload(office)
        found.client_id = found.binaan()
        yield found


def a_record(caseload, on=MONDAY, **more):
    return caseload.save(a_visit(caseload.sri, caseload.client_id, on), **more)


def state(caseload, saved):
    return caseload.read(one_visit, saved.id).state


def refused(caseload, refusal, *saved, **more):
    before = caseload.office.everything()
    with pytest.raises(refusal) as found:
        caseload.verify_together(*saved, **more)
    assert caseload.office.everything() == before
    return found.value


def test_who_recorded_and_sent_a_visit_does_not_verify_it_and_another_does(caseload):
    saved = a_record(caseload, actor=caseload.facilitator)
    told = refused(caseload, OwnVisits, saved)
    assert told.reasons == (f"Kunjungan nomor {saved.id}, 2 Maret 2026, Warung Bu Ani.",)
    assert "diverifikasi orang lain" in told.sentence
    caseload.verify(saved, actor=caseload.other_facilitator)
    assert state(caseload, saved) is VisitState.VERIFIED


def test_a_list_of_what_one_may_verify_leaves_out_ones_own(caseload):
    own = a_record(caseload, actor=caseload.facilitator)
    other = a_record(caseload, on=SATURDAY, actor=caseload.other_facilitator)
    page = caseload.read(visit_list, VisitFilter(state=VisitState.SENT, for_me=True))
    assert ([one.id for one in page.lines], page.total) == ([other.id], 1)
    assert page.counts[VisitState.SENT] == len({own.id, other.id})


def test_who_took_a_pile_in_does_not_verify_it(caseload):
    caseload.take_in(a_visit(caseload.sri, caseload.client_id))
    (line,) = caseload.read(visit_list).lines
    refused(caseload, OwnVisits, line)
    caseload.verify(line, actor=caseload.other_facilitator)


def test_who_recorded_a_draft_that_the_pendamping_sent_does_not_verify_it(caseload):
    draft = a_record(caseload, actor=caseload.facilitator, send=False)
    sent = a_record(caseload, visit_id=draft.id, expected_version=draft.version)
    refused(caseload, OwnVisits, sent)


def test_who_sent_a_visit_that_the_pendamping_recorded_does_not_verify_it(caseload):
    draft = a_record(caseload, send=False)
    opened = {"visit_id": draft.id, "expected_version": draft.version}
    refused(caseload, OwnVisits, a_record(caseload, actor=caseload.facilitator, **opened))


def test_a_pendamping_who_is_fasilitator_too_does_not_verify_a_visit_that_another_recorded(caseload):
    both = held(BlitarRole.MENTOR, BlitarRole.FACILITATOR)
    with caseload.office.database.write() as session:
        rani = add_person(session, "Rani", both, at=NOW)
    mentor = caseload.appoint("Rani", person=rani)
    saved = caseload.save(a_visit(mentor, caseload.binaan("Keripik", mentor)), actor=caseload.facilitator)
    refused(caseload, OwnVisits, saved, actor=rani)


def test_among_others_an_own_visit_lets_none_be_verified(caseload):
    own = a_record(caseload, actor=caseload.facilitator)
    other = caseload.save(a_visit(caseload.sri, caseload.binaan("Keripik")))
    told = refused(caseload, OwnVisits, other, own)
    assert [f"nomor {own.id}," in one for one in told.reasons] == [True]


def test_who_recorded_a_visit_may_return_it_to_its_pendamping(caseload):
    saved = a_record(caseload, actor=caseload.facilitator)
    caseload.send_back(saved)
    assert state(caseload, saved) is VisitState.RETURNED


def test_a_visit_with_a_warning_is_not_verified_among_others_and_the_refusal_names_it(caseload):
    calm = a_record(caseload)
    odd = caseload.save(a_visit(caseload.sri, caseload.client_id, SATURDAY))
    told = refused(caseload, FlaggedTogether, calm, odd)
    (named,) = told.reasons
    assert named.startswith(f"Kunjungan nomor {odd.id}, 28 Februari 2026, Warung Bu Ani.")
    assert "akhir pekan" in named
    assert caseload.verify_together(odd) == caseload.verify_together(calm) == 1


def test_a_visit_that_was_returned_once_is_looked_at_alone_with_the_note(caseload):
    first, calm = a_record(caseload), caseload.save(a_visit(caseload.sri, caseload.binaan("Keripik")))
    caseload.send_back(first, note="Foto belum ada.")
    again = a_record(caseload, visit_id=first.id, expected_version=first.version + 1)
    remark = "Pernah dikembalikan Orang Fasilitator: Foto belum ada. Periksa apakah sudah diperbaiki."
    assert caseload.read(one_visit, again.id).warnings == (remark,)
    lines = {one.id: one.warnings for one in caseload.read(visit_list).lines}
    assert lines == {again.id: (remark,), calm.id: ()}
    refused(caseload, FlaggedTogether, again, calm)
    caseload.verify(again, calm)


def seen_by(caseload, person):
    with caseload.office.database.read() as session:
        return {one.id: one.is_own for one in visit_list(session, person).lines}


def test_the_list_and_the_visit_say_to_each_person_which_are_their_own(caseload):
    own, other = a_record(caseload, actor=caseload.facilitator), caseload.save(
        a_visit(caseload.sri, caseload.binaan("Keripik"))
    )  # fmt: skip
    assert seen_by(caseload, caseload.facilitator) == {own.id: True, other.id: False}
    assert seen_by(caseload, caseload.other_facilitator) == {own.id: False, other.id: False}
    # A Pendamping verifies nothing, so nothing of it waits for another.
    assert seen_by(caseload, caseload.mentor) == {own.id: False, other.id: False}
    assert [caseload.read(one_visit, one.id).is_own for one in (own, other)] == [True, False]


def test_the_work_of_a_day_counts_and_walks_through_what_the_person_may_verify(caseload):
    first, own, last = (
        caseload.save(a_visit(caseload.sri, caseload.client_id, on), actor=actor)
        for on, actor in (
            (date(2026, 2, 26), caseload.mentor),
            (date(2026, 2, 27), caseload.facilitator),
            (MONDAY, caseload.mentor),
        )
    )
    queue = caseload.read(mentoring_queue, TODAY)
    assert (queue.visits[VisitState.SENT], queue.for_others) == (2, 1)
    with caseload.office.database.read() as session:
        other = mentoring_queue(session, caseload.other_facilitator, TODAY)
    assert (other.visits[VisitState.SENT], other.for_others) == (3, 0)
    around = caseload.read(waiting_around, first.id)
    assert (around.before, around.after, around.total) == (None, last.id, 2)
    found = caseload.read(visit_list, VisitFilter(state=VisitState.SENT))
    assert [one.id for one in found.lines] == [first.id, own.id, last.id]
