"""Staff are appointed, trained and leave as the programme wants it."""

from dataclasses import replace
from datetime import date

import pytest

from db.blitar.refusals import NotAppointable
from db.blitar.staffing.staff import appoint
from db.blitar.staffing.trainings import record_training, trainings
from db.refusals import ChangedMeanwhile, SameAgain, Wrong
from db.tables import StaffRow
from domain.blitar.ending import Decision, Ending
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.kinds import SubjectKind, WorkTie
from domain.blitar.training import Trainer, Training
from domain.programme import NotAllowed
from tests.db.blitar.mentoring import (
    RESIGNED,
    START,
    TODAY,
    UNTIL,
    days,
    end,
    fields,
    new_staff,
)
from tests.db.people import NOW, a_nonce

DISMISSED = Ending(
    ground=EndingGround.INCAPACITY,
    last_day=date(2026, 3, 31),
    decision=Decision(by="siapa saja", on=TODAY, decree="SK 9", reason="sakit menahun"),
)
NIK = "3505014506900000"


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
