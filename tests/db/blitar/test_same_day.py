"""A Pendamping meets a binaan once a day: a second record of the day is asked about, alone and in piles."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from db.again import reasons_of
from db.blitar.visiting.opened_visit import one_visit
from db.refusals import SameAgain, Wrong
from db.tables import AuditRow, RecordedAgainRow, VisitRow
from domain.blitar.visiting.visit import DayPart, FollowUp
from tests.db.blitar.mentoring import TODAY
from tests.db.blitar.visiting import Caseload, a_visit
from tests.db.people import an_office

NOTHING = {"again_because": ""}
WHY = {"again_because": "pagi survei, sore penyerahan NIB"}
AGREED = FollowUp(told="Daftar NIB", due_on=TODAY + timedelta(days=7))


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        found = Caseload(office)
        found.client_id = found.binaan()
        yield found


def meeting(caseload, part=DayPart.MORNING, on=TODAY, **more):
    return a_visit(caseload.sri, caseload.client_id, on, day_part=part, **more)


def reasons(caseload):
    with caseload.office.database.read() as session:
        numbers = session.scalars(select(VisitRow.id)).all()
        return reasons_of(session, VisitRow, numbers)


def asked(caseload, press):
    before = caseload.office.everything()
    with pytest.raises(SameAgain) as refused:
        press()
    assert caseload.office.everything() == before
    return refused.value.reasons


@pytest.mark.parametrize("send", [True, False])
def test_a_second_visit_of_the_day_is_not_recorded_without_a_reason_and_the_first_is_named(caseload, send):
    first = caseload.save(meeting(caseload), send=False)
    (told,) = asked(caseload, lambda: caseload.save(meeting(caseload, DayPart.NOON), send=send, **NOTHING))
    assert told == (
        f"Kunjungan nomor {first.id} ke Warung Bu Ani, 2 Maret 2026, Pagi (sebelum 11.00), oleh Pendamping "
        "yang sama; dicatat Orang Pendamping, 2 Maret 2026 10.14."
    )


def test_with_a_reason_it_is_recorded_and_who_verifies_reads_the_reason(caseload):
    caseload.save(meeting(caseload))
    second = caseload.save(meeting(caseload, DayPart.NOON), **WHY)
    assert reasons(caseload) == {second.id: WHY["again_because"]}
    (warning,) = caseload.read(one_visit, second.id).warnings
    assert warning.startswith("Dicatat lagi: pagi survei, sore penyerahan NIB.")
    with caseload.office.database.read() as session:
        line = session.scalars(select(AuditRow).order_by(AuditRow.id.desc()).limit(1)).one()
    assert line.after["again.because"] == WHY["again_because"]


@pytest.mark.parametrize("other", ["day", "binaan", "pendamping"])
def test_another_day_binaan_or_pendamping_is_no_repetition(caseload, other):
    caseload.save(meeting(caseload))
    visit = meeting(caseload, DayPart.NOON)
    another = {
        "day": lambda: replace(visit, on=TODAY - timedelta(days=3)),
        "binaan": lambda: replace(visit, client_id=caseload.binaan("Keripik")),
        "pendamping": lambda: replace(visit, mentor_id=caseload.appoint("Budi")),
    }
    caseload.save(another[other](), actor=caseload.facilitator, **NOTHING)
    assert reasons(caseload) == {}


def test_what_was_explained_in_the_draft_is_not_asked_again_and_what_is_new_is(caseload):
    caseload.save(meeting(caseload))
    draft = caseload.save(meeting(caseload, DayPart.NOON), send=False, **WHY)
    opened = {"visit_id": draft.id, "expected_version": draft.version}
    third = caseload.save(meeting(caseload, DayPart.AFTERNOON), **WHY)
    changed = meeting(caseload, DayPart.NOON, problem="Modal")
    (told,) = asked(caseload, lambda: caseload.save(changed, **opened, **NOTHING))
    assert f"nomor {third.id} " in told
    caseload.save(changed, **opened, **WHY)
    assert caseload.office.count(RecordedAgainRow) == 3


def test_a_changed_visit_does_not_resemble_itself(caseload):
    first = caseload.save(meeting(caseload), send=False)
    opened = {"visit_id": first.id, "expected_version": first.version}
    caseload.save(meeting(caseload, problem="Modal"), **opened, **NOTHING)
    assert reasons(caseload) == {}


def test_the_same_part_of_the_day_stays_refused_and_the_first_is_named(caseload):
    first = caseload.save(meeting(caseload))
    with pytest.raises(Wrong, match=f"nomor {first.id}, dicatat Orang Pendamping, 2 Maret 2026 10.14"):
        caseload.save(meeting(caseload), **WHY)


def test_what_is_still_open_is_not_agreed_a_second_time_without_a_reason(caseload):
    first = caseload.save(meeting(caseload, on=TODAY - timedelta(days=3), follow_ups=(AGREED,)))
    again = replace(AGREED, told="daftar  NIB")
    (told,) = asked(caseload, lambda: caseload.save(meeting(caseload, follow_ups=(again,)), **NOTHING))
    assert told.startswith(
        "Tindak lanjut “Daftar NIB” sampai 9 Maret 2026 masih terbuka dari kunjungan nomor"
    )
    assert f"nomor {first.id}, 27 Februari 2026" in told
    other = replace(AGREED, due_on=TODAY + timedelta(days=8))
    caseload.save(meeting(caseload, follow_ups=(other,)), **NOTHING)


def test_a_pile_with_a_second_visit_of_a_day_is_asked_about_as_a_whole(caseload):
    first = caseload.save(meeting(caseload))
    pile = [meeting(caseload, DayPart.NOON), meeting(caseload, DayPart.AFTERNOON)]
    told = asked(caseload, lambda: caseload.take_in(*pile, **NOTHING))
    assert [f"nomor {first.id} " in told[0], "dalam kiriman ini" in told[1], len(told)] == [True, True, 2]
    alone = meeting(caseload, on=TODAY - timedelta(days=3))
    assert caseload.take_in(*pile, alone, **WHY) == 3
    assert sorted(reasons(caseload)) == [first.id + 1, first.id + 2]
    assert set(reasons(caseload).values()) == {WHY["again_because"]}


def test_a_pile_of_different_days_is_taken_in_without_a_question(caseload):
    pile = [meeting(caseload, on=TODAY - timedelta(days=back)) for back in (3, 4)]
    assert caseload.take_in(*pile, **NOTHING) == 2


def test_of_two_tabs_that_record_one_day_at_one_moment_one_does_and_the_other_is_asked(caseload):
    together = Barrier(2)

    def press(record):
        together.wait()
        try:
            record()
        except SameAgain:
            return "asked"
        return "recorded"

    presses = (
        lambda: caseload.save(meeting(caseload), **NOTHING),
        lambda: caseload.take_in(meeting(caseload, DayPart.NOON), **NOTHING),
    )
    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(press, presses)) == ["asked", "recorded"]
    assert caseload.office.count(VisitRow) == 1
