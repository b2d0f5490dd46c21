"""Staff, kecamatan, plans, handovers and boundaries are stored as the programme wants them."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import pytest
from sqlalchemy import func, select

from db.blitar.caseload.care import give_client
from db.blitar.caseload.clients import end_client
from db.blitar.caseload.handovers import hand_over, handover, handovers
from db.blitar.caseload.lines import figures_by_district, open_clients
from db.blitar.refusals import NotAppointable
from db.blitar.staffing.assignments import apply_spread, assign, end_assignment
from db.blitar.staffing.staff import appoint, end_service
from db.blitar.staffing.trainings import record_training, trainings
from db.blitar.staffing.week_plans import save_week_plan, week_plans
from db.office.boundaries import boundaries_in_use, drop_boundaries, load_boundaries, loaded_boundaries
from db.refusals import ChangedMeanwhile, NotFound, SameAgain, Wrong
from db.tables import AssignmentRow, AuditRow, HandoverRow, StaffRow
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.ending import Decision, Ending
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.kinds import SubjectKind, WorkTie
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.blitar.staffing.assignments import Assignment, AssignmentEnd, SpreadAccepted
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where
from domain.blitar.training import Trainer, Training
from domain.programme import NotAllowed
from domain.regions.regions import BLITAR_REGENCY
from tests.db.blitar.mentoring import (
    SRENGAT,
    START,
    TODAY,
    UDANAWU,
    UNTIL,
    WONODADI,
    Mentoring,
    days,
    new_staff,
)
from tests.db.people import NOW, a_nonce, an_office
from tests.domain.regions.office_maps import office_map

RESIGNED = Ending(ground=EndingGround.RESIGNATION, last_day=date(2026, 3, 31))
DISMISSED = Ending(
    ground=EndingGround.INCAPACITY,
    last_day=date(2026, 3, 31),
    decision=Decision(by="siapa saja", on=TODAY, decree="SK 9", reason="sakit menahun"),
)
MONDAY = date(2026, 3, 2)
NIK = "3505014506900000"
A_FILE = json.dumps(office_map(BLITAR_REGENCY)).encode()


@pytest.fixture
def programme(database_url):
    with an_office(database_url) as office:
        yield Mentoring(office)


def fields(refused):
    return [problem.field for problem in refused.value.problems]


# ---- appointment -------------------------------------------------------------------------------
def test_who_is_appointed_serves_from_the_decree_to_the_last_day_of_the_contract(programme):
    one = programme.one(programme.appoint("Sri", decree="SK 7/2026"))
    assert (one.name, one.decree, one.clients, one.ending) == ("Sri", "SK 7/2026", 0, None)
    told = [(day, one.service.is_on(day)) for day in (START - days(1), START, UNTIL, UNTIL + days(1))]
    assert [serves for _, serves in told] == [False, True, True, False]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"civil_servant": True}, "Pasal 9 ayat (1)"),
        ({"civil_servant": None}, "Pasal 9 ayat (1)"),
        ({"other_work_tie": WorkTie.PERMANENT}, "Pasal 7 huruf e"),
        ({"party_tie": True}, "Pasal 7 huruf i"),
        ({"kind": SubjectKind.FACILITATOR, "academic": False, "professional": False}, "Pasal 5 ayat (2)"),
    ],
)
def test_nobody_is_appointed_against_a_provision_which_is_named(programme, more, words):
    with pytest.raises(NotAppointable) as refused:
        programme.appoint(**more)
    assert words in refused.value.sentence
    assert programme.office.count(StaffRow) == 0


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"decree": " "}, "decree"),
        ({"appointed_on": None}, "appointed_on"),
        ({"until": START - days(1)}, "contract_until"),
        ({"name": ""}, "name"),
        ({"nik": "350501450690000"}, "nik"),
        ({"home": "35.72.01"}, "home_code"),
    ],
)
def test_an_appointment_that_cannot_be_is_said_beside_its_field(programme, more, field):
    with pytest.raises(Wrong) as refused:
        programme.appoint(**more)
    assert fields(refused) == [field]


def test_a_contract_of_one_day_is_possible(programme):
    assert programme.appoint(until=START)


def test_a_double_click_appoints_once(programme):
    assert programme.appoint(nonce="same") == programme.appoint(nonce="same")
    assert programme.office.count(StaffRow) == 1


@pytest.mark.parametrize(("first", "refused"), [(UNTIL, True), (UNTIL + days(1), False)])
def test_the_same_nik_serves_only_once_at_a_time(programme, first, refused):
    programme.appoint(nik=NIK)
    again = {"nik": NIK, "appointed_on": first, "until": first + days(364)}
    if not refused:
        assert programme.appoint(**again)
        return
    with pytest.raises(NotAppointable, match="masih bertugas"):
        programme.appoint(**again)


def test_a_renewed_contract_keeps_the_account_and_the_old_time_of_service(programme):
    first = programme.appoint(person=programme.mentor)
    after = {"appointed_on": UNTIL + days(1), "until": UNTIL + days(365)}
    second = programme.appoint(person=programme.mentor, replaces_id=first, **after)
    assert programme.one(second).person_id == programme.one(first).person_id == programme.mentor.id
    with pytest.raises(NotAppointable, match="akun ini masih bertugas"):
        programme.appoint(person=programme.mentor, appointed_on=UNTIL, until=UNTIL)


def test_only_the_kepala_dinas_appoints(programme):
    with pytest.raises(NotAllowed):
        programme.do(appoint, programme.facilitator, new_staff(), nonce=a_nonce(), at=NOW)


# ---- training and ending -------------------------------------------------------------------------
def test_trainings_are_told_newest_first_by_person(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    for on in (date(2026, 2, 10), date(2026, 2, 20)):
        told = Training(on=on, title="Dasar", trainer=Trainer.FACILITATOR, given_by="Siti", hours=8)
        programme.do(record_training, programme.facilitator, sri, told, nonce=a_nonce(), at=NOW)
    found = programme.read(trainings)
    assert [one.on.day for one in found[sri]] == [20, 10]
    assert budi not in found


def test_a_training_of_one_name_and_day_is_recorded_again_only_for_a_reason(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    dasar = Training(on=TODAY, title="Bimtek Dasar", trainer=Trainer.FACILITATOR, given_by="Siti")

    def train(told, who=sri, **more):
        programme.do(record_training, programme.facilitator, who, told, nonce=a_nonce(), at=NOW, **more)

    train(dasar)
    with pytest.raises(SameAgain, match="Bimtek Dasar, 2 Maret 2026, sudah ada pada Sri; dicatat Orang Fas"):
        train(replace(dasar, title="bimtek  dasar", given_by="LSP"))
    train(dasar, budi)
    train(replace(dasar, title="Bimtek Lanjut"))
    train(dasar, again_because="gelombang kedua")
    assert len(programme.read(trainings)[sri]) == 3


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"on": TODAY + days(1)}, "on"),
        ({"title": ""}, "title"),
        ({"given_by": " "}, "given_by"),
        ({"hours": 0}, "hours"),
    ],
)
def test_a_training_that_cannot_be_is_refused(programme, more, field):
    sri = programme.appoint()
    told = Training(on=TODAY, title="Dasar", trainer=Trainer.ACCREDITED, given_by="LSP", hours=8)
    with pytest.raises(Wrong) as refused:
        programme.do(
            record_training, programme.facilitator, sri, replace(told, **more), nonce=a_nonce(), at=NOW
        )
    assert fields(refused) == [field]


def end(programme, staff_id, ending, actor=None, version=1):
    actor = actor or programme.facilitator
    programme.do(end_service, actor, staff_id, ending, expected_version=version, at=NOW)


def test_a_resignation_is_recorded_by_the_fasilitator_and_shortens_the_service(programme):
    sri = programme.appoint()
    end(programme, sri, RESIGNED)
    assert programme.one(sri).service.last_day == date(2026, 3, 31)
    assert programme.one(sri).ending == RESIGNED


def test_a_dismissal_needs_the_kepala_dinas_who_signs_it(programme):
    sri = programme.appoint()
    with pytest.raises(NotAllowed):
        end(programme, sri, DISMISSED)
    end(programme, sri, DISMISSED, programme.head)
    assert programme.one(sri).ending.decision.by == programme.head.name


def test_a_dismissal_is_not_undone_by_the_fasilitator(programme):
    sri = programme.appoint()
    end(programme, sri, DISMISSED, programme.head)
    with pytest.raises(NotAllowed):
        end(programme, sri, RESIGNED, version=2)
    assert programme.one(sri).ending.ground is EndingGround.INCAPACITY


@pytest.mark.parametrize(
    ("ground", "last_day", "wrong"),
    [
        (EndingGround.RESIGNATION, START - days(1), True),  # ended before appointed
        (EndingGround.RESIGNATION, START, False),
        (EndingGround.RESIGNATION, UNTIL, False),
        (EndingGround.RESIGNATION, UNTIL + days(1), True),
        (EndingGround.CONTRACT_END, UNTIL - days(1), True),
        (EndingGround.CONTRACT_END, UNTIL, False),
        (EndingGround.DEATH, TODAY, False),
        (EndingGround.DEATH, TODAY + days(1), True),
    ],
)
def test_the_last_day_lies_within_the_service_and_fits_the_ground(programme, ground, last_day, wrong):
    sri = programme.appoint()
    ending = Ending(ground=ground, last_day=last_day)
    if not wrong:
        end(programme, sri, ending)
        assert programme.one(sri).service.last_day == last_day
        return
    with pytest.raises(Wrong) as refused:
        end(programme, sri, ending)
    assert fields(refused) == ["last_day"]


def test_an_ending_is_not_saved_over_another_but_a_second_press_is_quiet(programme):
    sri = programme.appoint()
    end(programme, sri, RESIGNED)
    end(programme, sri, RESIGNED)
    with pytest.raises(ChangedMeanwhile):
        end(programme, sri, replace(RESIGNED, last_day=date(2026, 4, 30)))
    assert programme.one(sri).version == 2


# ---- kecamatan -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"starts_on": START - days(1)}, "starts_on"),  # before the appointment
        ({"starts_on": UNTIL + days(1)}, "starts_on"),
        ({"temporary": True}, "ends_on"),
        ({"ends_on": TODAY - days(1)}, "ends_on"),
        ({"code": "35.72.01"}, "district_code"),
    ],
)
def test_an_assignment_that_cannot_be_is_refused(programme, more, field):
    sri = programme.appoint()
    with pytest.raises(Wrong) as refused:
        programme.assign(sri, **more)
    assert fields(refused) == [field]
    assert programme.office.count(AssignmentRow) == 0


def test_an_assignment_over_an_existing_one_is_refused_until_that_one_ends(programme):
    sri = programme.appoint()
    first = programme.assign(sri)
    with pytest.raises(Wrong, match="sudah ditugaskan"):
        programme.assign(sri, starts_on=TODAY + days(10))
    ending = AssignmentEnd(ends_on=TODAY + days(9))
    programme.do(end_assignment, programme.facilitator, first, ending, at=NOW)
    assert programme.assign(sri, starts_on=TODAY + days(10))


def test_a_fasilitator_is_given_no_kecamatan(programme):
    other = programme.appoint("Fani", kind=SubjectKind.FACILITATOR)
    with pytest.raises(NotFound):
        programme.assign(other)


@pytest.mark.parametrize(
    ("last_day", "wrong"),
    [
        (TODAY - days(2), True),
        (TODAY - days(1), False),  # never begins
        (TODAY + days(30), False),
        (TODAY + days(31), True),  # a longer one is given anew
    ],
)
def test_an_assignment_can_only_become_shorter(programme, last_day, wrong):
    sri = programme.appoint()
    given = programme.assign(sri, ends_on=TODAY + days(30))
    ending = AssignmentEnd(ends_on=last_day)
    if wrong:
        with pytest.raises(Wrong):
            programme.do(end_assignment, programme.facilitator, given, ending, at=NOW)
        return
    programme.do(end_assignment, programme.facilitator, given, ending, at=NOW)
    assert [one.ends_on for one in programme.assignments()] == [last_day]


def test_an_ending_recorded_twice_stands_once_in_the_trail(programme):
    given = programme.assign(programme.appoint())
    for _ in range(2):
        ending = AssignmentEnd(ends_on=TODAY, note="pindah")
        programme.do(end_assignment, programme.facilitator, given, ending, at=NOW)
    with programme.office.database.read() as session:
        query = select(func.count()).where(AuditRow.action == "end_assignment")
        assert session.scalar(query) == 1


# ---- spreads -------------------------------------------------------------------------------------
FROM = TODAY + days(7)


def spread(programme, *pairs, nonce=None, from_day=FROM):
    accepted = SpreadAccepted(from_day=from_day, note="usulan")
    told = {"nonce": nonce or a_nonce(), "at": NOW}
    return programme.do(apply_spread, programme.facilitator, frozenset(pairs), accepted, **told)


def test_a_spread_holds_from_its_day_and_keeps_what_was_before(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    programme.assign(sri)
    assert spread(programme, (budi, WONODADI), (sri, UDANAWU)) == 3  # one ended, two given
    assert programme.who(WONODADI, FROM - days(1)) == {sri}
    assert programme.who(WONODADI, FROM) == {budi}
    assert programme.who(UDANAWU, FROM) == {sri}


def test_what_a_spread_leaves_as_it_is_stays_untouched(programme):
    sri = programme.appoint()
    given = programme.assign(sri)
    assert spread(programme, (sri, WONODADI)) == 0
    assert [(one.id, one.ends_on) for one in programme.assignments()] == [(given, None)]


def test_a_spread_leaves_no_gap_where_an_assignment_would_begin_later_or_end_sooner(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    programme.assign(sri, starts_on=FROM + days(20))
    programme.assign(budi, UDANAWU, ends_on=FROM + days(5))
    spread(programme, (sri, WONODADI), (budi, UDANAWU))
    for day in (FROM, FROM + days(6), UNTIL):
        assert programme.who(WONODADI, day) == {sri}
        assert programme.who(UDANAWU, day) == {budi}


def test_an_assignment_that_has_not_begun_is_given_up_for_a_spread(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    programme.assign(sri, starts_on=FROM + days(20))
    spread(programme, (budi, WONODADI))
    assert programme.who(WONODADI, FROM + days(20)) == {budi}


def test_a_cover_becomes_lasting_and_another_persons_cover_stays_until_its_end(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    until = FROM + days(10)
    for code in (WONODADI, UDANAWU):
        programme.assign(sri, code, temporary=True, ends_on=until)
    spread(programme, (sri, WONODADI), (budi, UDANAWU))
    assert programme.who(WONODADI, until + days(1)) == {sri}
    assert programme.who(UDANAWU, until) == {sri, budi}
    assert programme.who(UDANAWU, until + days(1)) == {budi}


def test_a_spread_with_somebody_who_has_left_changes_nothing(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi", until=FROM - days(1))
    programme.assign(sri)
    with pytest.raises(Wrong):
        spread(programme, (sri, SRENGAT), (budi, WONODADI))
    assert [one.ends_on for one in programme.assignments()] == [None]


def test_a_kecamatan_is_not_given_twice_to_somebody_whose_service_may_be_prolonged_again(programme):
    sri, later = programme.appoint(), TODAY + days(60)
    programme.assign(sri, starts_on=later)
    end(programme, sri, RESIGNED)  # before that assignment begins
    with pytest.raises(Wrong, match="sudah ditugaskan di Wonodadi sejak 1 Mei 2026"):
        programme.assign(sri, starts_on=TODAY)
    spread(programme, (sri, WONODADI))  # takes the place of the one that has not begun
    end(programme, sri, replace(RESIGNED, last_day=later + days(9)), version=2)
    holds = [one for one in programme.assignments() if one.holds_on(later, programme.one(sri).service)]
    assert [one.starts_on for one in holds] == [FROM]


def test_a_double_click_on_a_spread_changes_once(programme):
    sri = programme.appoint()
    assert spread(programme, (sri, WONODADI), nonce="s") == spread(programme, (sri, WONODADI), nonce="s") == 1
    assert programme.office.count(AssignmentRow) == 1


# ---- plans ---------------------------------------------------------------------------------------
def a_plan(mentor_id, *where, monday=MONDAY):
    slots = tuple(Slot(day=monday + days(place), where=one) for place, one in enumerate(where))
    return WeekPlan(mentor_id=mentor_id, monday=monday, slots=slots)


def plan(programme, told, actor=None, version=None):
    actor = actor or programme.facilitator
    programme.do(save_week_plan, actor, told, nonce=a_nonce(), at=NOW, expected_version=version)


def test_a_pendamping_plans_their_own_week_and_nobody_elses(programme):
    own, other = programme.appoint(person=programme.mentor), programme.appoint("Budi")
    plan(programme, a_plan(own, Where.OFFICE), programme.mentor)
    with pytest.raises(NotAllowed):
        plan(programme, a_plan(other, Where.OFFICE), programme.mentor)
    assert programme.read(week_plans, MONDAY, MONDAY) == ((a_plan(own, Where.OFFICE), 1),)


def test_of_two_people_who_save_the_same_plan_the_second_is_told_by_whom_it_was_changed(programme):
    sri = programme.appoint(person=programme.mentor)
    plan(programme, a_plan(sri, Where.OFFICE))
    plan(programme, a_plan(sri, Where.AWAY), version=1)
    with pytest.raises(ChangedMeanwhile) as refused:
        plan(programme, a_plan(sri, Where.FIELD), programme.mentor, version=1)
    assert programme.facilitator.name in refused.value.sentence
    assert programme.read(week_plans, MONDAY, MONDAY) == ((a_plan(sri, Where.AWAY), 2),)


def test_of_two_who_begin_a_plan_at_one_moment_one_is_stored(programme):
    sri, together = programme.appoint(), Barrier(2)

    def save(where):
        together.wait()
        try:
            plan(programme, a_plan(sri, where))
        except ChangedMeanwhile:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(save, (Where.OFFICE, Where.AWAY))) == [False, True]
    assert len(programme.read(week_plans, MONDAY, MONDAY)) == 1


def test_a_plan_on_a_holiday_is_stored(programme):
    sri = programme.appoint()
    monday = date(2026, 4, 27)  # Friday 1 May is Hari Buruh
    told = a_plan(sri, *[Where.OFFICE] * 5, monday=monday)
    plan(programme, told)
    assert programme.read(week_plans, monday, monday) == ((told, 1),)


def test_a_plan_begins_on_a_monday_and_its_notes_are_short(programme):
    sri = programme.appoint()
    with pytest.raises(ValueError, match="not a Monday"):
        plan(programme, a_plan(sri, monday=MONDAY + days(1)))
    long = WeekPlan(
        mentor_id=sri, monday=MONDAY, slots=(Slot(day=MONDAY, where=Where.OFFICE, note="x" * 301),)
    )
    with pytest.raises(Wrong):
        plan(programme, long)


# ---- handovers -----------------------------------------------------------------------------------
def hand(programme, giver, taken, actor=None, **more):
    pressed = {"nonce": more.pop("nonce", a_nonce()), "at": more.pop("at", NOW)}
    pressed["again_because"] = more.pop("again_because", "satu nomor untuk semua")
    written = HandoverWritten(**{"on": TODAY, "number": "BA 1"} | more)
    return programme.do(hand_over, actor or programme.facilitator, giver, taken, written, **pressed)


def test_the_number_of_other_minutes_of_the_year_is_asked_about(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    first, second = (programme.client(sri, name) for name in ("Warung", "Keripik"))
    hand(programme, sri, {first: budi})
    with pytest.raises(SameAgain, match="Serah terima nomor BA 1, 2 Maret 2026, dari Sri; dicatat Orang Fas"):
        hand(programme, sri, {second: budi}, number="ba-1", again_because="")
    assert programme.office.count(HandoverRow) == 1
    hand(programme, sri, {second: budi}, number="BA 2", again_because="")
    assert programme.office.count(HandoverRow) == 2


def test_a_handover_moves_the_binaan_and_its_minutes_tell_everything(programme):
    sri, budi, wati = (programme.appoint(name) for name in ("Sri", "Budi", "Wati"))
    first, second = programme.client(sri, "Anyaman"), programme.client(sri, "Batik", UDANAWU)
    made = hand(programme, sri, {first: budi, second: wati}, note="Sesuai rapat.", promises={first: "NIB"})
    told = programme.read(handover, made)
    assert (told.from_id, told.from_name, told.number, told.on) == (sri, "Sri", "BA 1", TODAY)
    assert (told.note, told.by) == ("Sesuai rapat.", programme.facilitator.name)
    assert [(line.name, name, promise) for line, name, promise in told.lines] == [
        ("Anyaman", "Budi", "NIB"),
        ("Batik", "Wati", ""),
    ]
    assert [line.name for line in programme.read(open_clients, mentor_id=budi)] == ["Anyaman"]
    assert (programme.one(sri).clients, programme.one(wati).clients) == (0, 1)
    assert [(line.number, line.from_name, line.clients) for line in programme.read(handovers)] == [
        ("BA 1", "Sri", 2)
    ]


def test_who_has_left_can_still_hand_over(programme):
    sri, budi = programme.appoint(until=TODAY - days(1)), programme.appoint("Budi")
    client = programme.client(sri, at=NOW - days(1))  # while she still served
    assert hand(programme, sri, {client: budi})


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"number": " "}, "number"),
        ({"on": TODAY + days(1)}, "on"),
        ({"on": START - days(1)}, "on"),
        ({"note": "x" * 5_001}, "note"),
    ],
)
def test_a_handover_that_cannot_be_is_refused(programme, more, field):
    sri, budi = programme.appoint(), programme.appoint("Budi")
    client = programme.client(sri)
    with pytest.raises(Wrong) as refused:
        hand(programme, sri, {client: budi}, **more)
    assert field in fields(refused)
    assert programme.one(sri).clients == 1


@pytest.mark.parametrize("who", ["left", "herself", "fasilitator"])
def test_only_another_pendamping_in_service_takes_binaan(programme, who):
    sri = programme.appoint()
    takers = {
        "left": programme.appoint("Budi", until=TODAY - days(1)),
        "herself": sri,
        "fasilitator": programme.appoint("Fani", kind=SubjectKind.FACILITATOR),
    }
    with pytest.raises(Wrong) as refused:
        hand(programme, sri, {programme.client(sri): takers[who]})
    assert fields(refused) == ["to.1"]  # beside the binaan that would go there
    assert programme.office.count(HandoverRow) == 0


def refused_with(programme, giver, taken, **more):
    before = programme.office.everything()
    with pytest.raises(Wrong) as refused:
        hand(programme, giver, taken, **more)
    assert programme.office.everything() == before
    return {problem.field: problem.sentence for problem in refused.value.problems}


def test_nobody_is_given_a_binaan_after_having_left_also_when_it_is_recorded_late(programme):
    sri, budi = programme.appoint(), programme.appoint("Budi", until=TODAY - days(1))
    client = programme.client(sri)
    told = refused_with(programme, sri, {client: budi}, on=TODAY - days(3))
    assert told == {
        f"to.{client}": "Budi hanya bertugas sampai 1 Maret 2026. Pilih Pendamping yang masih bertugas."
    }


def test_nobody_takes_a_binaan_before_they_were_appointed(programme):
    sri, budi = programme.appoint(), programme.appoint("Budi", appointed_on=TODAY)
    client = programme.client(sri)
    told = refused_with(programme, sri, {client: budi}, on=TODAY - days(1))
    assert "Budi baru bertugas sejak 2 Maret 2026" in told[f"to.{client}"]


def test_a_handover_lies_neither_before_the_mentoring_nor_before_an_earlier_one_and_each_is_said(programme):
    sri, budi, wati = (programme.appoint(name) for name in ("Sri", "Budi", "Wati"))
    young, moved, old = (
        programme.client(sri, "Anyaman", since=TODAY - days(4)),
        programme.client(budi, "Batik"),
        programme.client(sri, "Cobek"),
    )
    hand(programme, budi, {moved: sri}, on=TODAY - days(3))
    told = refused_with(programme, sri, {young: wati, moved: wati, old: wati}, on=TODAY - days(5))
    assert set(told) == {f"to.{young}", f"to.{moved}"}
    assert "Anyaman baru didampingi sejak 26 Februari 2026" in told[f"to.{young}"]
    assert "Batik sudah diserahterimakan pada 27 Februari 2026" in told[f"to.{moved}"]
    assert hand(programme, sri, {young: wati, moved: wati, old: wati}, on=TODAY - days(3))


def test_a_handover_does_not_lie_before_the_day_on_which_the_binaan_got_its_first_pendamping(programme):
    sri, budi, client = programme.appoint(), programme.appoint("Budi"), programme.client(None, "Anyaman")
    told = {"on": TODAY - days(2), "expected_version": 1, "at": NOW}
    programme.do(give_client, programme.facilitator, client, sri, **told)
    refused = refused_with(programme, sri, {client: budi}, on=TODAY - days(3))
    assert "Anyaman baru mendapat Pendamping pada 28 Februari 2026" in refused[f"to.{client}"]


def test_everything_that_is_wrong_with_a_handover_is_said_at_once(programme):
    sri, budi = programme.appoint(), programme.appoint("Budi", until=TODAY - days(1))
    client = programme.client(sri, since=TODAY)
    told = refused_with(programme, sri, {client: budi}, on=START - days(1), number=" ")
    assert set(told) == {"number", "on", f"to.{client}"}


def test_a_service_does_not_end_before_binaan_came_and_may_once_they_were_handed_on_that_day(programme):
    sri, budi, wati = (programme.appoint(name) for name in ("Sri", "Budi", "Wati"))
    first, second = programme.client(sri, "Anyaman"), programme.client(sri, "Batik")
    came = TODAY - days(2)
    hand(programme, sri, {first: budi, second: budi}, on=came)
    early = Ending(ground=EndingGround.DEATH, last_day=came - days(1))
    with pytest.raises(Wrong, match=r"dan 1 binaan lain masuk .* terakhir 28 Februari 2026"):
        end(programme, budi, early)
    hand(programme, budi, {first: wati, second: wati}, on=came)  # as if they had never come
    end(programme, budi, early)
    assert programme.one(budi).service.last_day == came - days(1)


def test_a_mentoring_does_not_end_before_its_last_handover(programme):
    sri, budi = programme.appoint(), programme.appoint("Budi")
    client = programme.client(sri, "Anyaman")
    hand(programme, sri, {client: budi}, on=TODAY - days(2))
    told = {"ground": LeavingGround.CLOSED, "reason": "Tutup"}
    more = {"expected_version": 2, "at": NOW}
    early = Leaving(on=TODAY - days(3), **told)
    with pytest.raises(Wrong, match="sudah diserahterimakan pada 28 Februari 2026"):
        programme.do(end_client, programme.facilitator, client, early, **more)
    programme.do(end_client, programme.facilitator, client, Leaving(on=TODAY - days(2), **told), **more)


def test_a_binaan_is_handed_over_once_only(programme):
    sri, budi, wati = (programme.appoint(name) for name in ("Sri", "Budi", "Wati"))
    client = programme.client(sri)
    hand(programme, sri, {client: budi})
    with pytest.raises(Wrong, match="tidak lagi dipegang"):
        hand(programme, sri, {client: wati})
    assert programme.one(budi).clients == 1


def test_two_handovers_of_one_binaan_at_one_moment_move_it_once(programme):
    sri, budi, wati = (programme.appoint(name) for name in ("Sri", "Budi", "Wati"))
    client, together = programme.client(sri), Barrier(2)

    def move(taker):
        together.wait()
        try:
            hand(programme, sri, {client: taker})
        except Wrong:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(move, (budi, wati))) == [False, True]
    assert programme.one(budi).clients + programme.one(wati).clients == 1


def test_binaan_are_counted_by_kecamatan_and_kind(programme):
    sri = programme.appoint()
    programme.client(sri, "A")
    programme.client(sri, "B", kind=SubjectKind.CLIENT_COOPERATIVE)
    programme.client(None, "C", UDANAWU)
    found = programme.read(figures_by_district)
    assert (found[WONODADI].cooperatives, found[WONODADI].businesses) == (1, 1)
    assert (found[UDANAWU].clients, SRENGAT in found) == (1, False)


# ---- boundaries ----------------------------------------------------------------------------------
def test_loaded_boundaries_are_used_until_they_are_dropped(programme):
    admin = programme.office.admin
    assert programme.read(lambda session, _: loaded_boundaries(session, BLITAR_REGENCY)) is None
    told = {"nonce": a_nonce(), "at": NOW}
    programme.do(load_boundaries, admin, BLITAR, "resmi.geojson", A_FILE, **told)
    loaded = programme.read(lambda session, _: loaded_boundaries(session, BLITAR_REGENCY))
    assert (loaded.name, loaded.by) == ("resmi.geojson", admin.name)
    first = programme.read(lambda session, _: boundaries_in_use(session, BLITAR_REGENCY))
    programme.do(drop_boundaries, admin, BLITAR, nonce=a_nonce(), at=NOW)
    assert programme.read(lambda session, _: loaded_boundaries(session, BLITAR_REGENCY)) is None
    assert programme.read(lambda session, _: boundaries_in_use(session, BLITAR_REGENCY)) > first


def test_a_file_that_is_no_map_is_refused_and_nothing_is_kept(programme):
    with pytest.raises(Wrong):
        programme.do(
            load_boundaries, programme.office.admin, BLITAR, "x.json", b"{}", nonce=a_nonce(), at=NOW
        )
    assert programme.read(lambda session, _: boundaries_in_use(session, BLITAR_REGENCY)) == 0


def test_only_the_administrator_loads_boundaries(programme):
    with pytest.raises(NotAllowed):
        programme.do(
            load_boundaries,
            programme.office.people[BlitarRole.FACILITATOR],
            BLITAR,
            "x",
            A_FILE,
            nonce=a_nonce(),
            at=NOW,
        )


def test_an_assignment_is_not_given_twice_by_two_clicks(programme):
    wanted = Assignment(mentor_id=programme.appoint(), district_code=WONODADI, starts_on=TODAY)
    first, second = (
        programme.do(assign, programme.facilitator, wanted, nonce="one", at=NOW) for _ in range(2)
    )
    assert first == second
