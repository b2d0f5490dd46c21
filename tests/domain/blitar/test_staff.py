"""Mentors and facilitators at the appointment, and how they end (Pasal 5, 9, 11)."""

from dataclasses import replace
from datetime import date

import pytest

from domain.blitar.appointment import Appointment
from domain.blitar.ending import Decision, Ending, announce_from, check_ending, ends_soon
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.kinds import SubjectKind, WorkTie
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import OfficeDecision
from tests.domain.blitar.builders import TODAY, assessed, deciding, fasilitator, law, opinion, pendamping

STARTED = date(2026, 1, 5)
UNTIL = date(2026, 12, 31)
LAST = date(2026, 6, 30)
WHOLE = Decision(by="Kepala Dinas", on=date(2026, 6, 20), decree="800/7/2026", reason="sakit menahun")


# ---- appointment -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"civil_servant": None}, Verdict.INCOMPLETE),
        ({"party_tie": True}, Verdict.NOT_QUALIFIED),
        ({"party_tie": None}, Verdict.INCOMPLETE),
        ({"other_work_tie": None}, Verdict.INCOMPLETE),
        ({"decree": ""}, Verdict.QUALIFIES),
    ],
)
def test_a_mentor_is_examined_again_at_the_appointment(changes: dict[str, object], verdict: Verdict) -> None:
    assert assessed(pendamping(**changes)).verdict_in_use is verdict


@pytest.mark.parametrize(
    ("ends_on", "verdict"),
    [(date(2026, 3, 31), Verdict.QUALIFIES), (TODAY, Verdict.NOT_QUALIFIED)],
)
def test_another_contract_must_have_ended_before_the_day_of_the_appointment(
    ends_on: date, verdict: Verdict
) -> None:
    tied = pendamping(other_work_tie=WorkTie.FIXED_TERM, other_contract_ends_on=ends_on)
    assert assessed(tied).verdict is verdict


def test_a_facilitator_who_is_a_civil_servant_waits_for_a_ruling() -> None:
    lecturer = fasilitator(civil_servant=True)
    assert assessed(lecturer).verdict is Verdict.NEEDS_JUDGEMENT
    accepted = fasilitator(civil_servant=True, judgements={"civil_servant_accepted": opinion()})
    assert assessed(accepted).verdict is Verdict.QUALIFIES


def test_a_facilitator_is_academic_or_professional() -> None:
    assert assessed(fasilitator(academic=False, professional=False)).verdict is Verdict.NOT_QUALIFIED
    assert deciding(fasilitator(academic=False)) == {"B-23 B": Verdict.NOT_QUALIFIED}


def test_only_mentors_and_facilitators_are_appointed() -> None:
    with pytest.raises(ValueError, match="is not appointed"):
        Appointment(kind=SubjectKind.CANDIDATE)


# ---- ending ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("ground", "by_itself"),
    [
        (EndingGround.DEATH, True),
        (EndingGround.RESIGNATION, True),
        (EndingGround.CONTRACT_END, True),
        (EndingGround.INCAPACITY, False),
        (EndingGround.LEGAL_TROUBLE, False),
    ],
)
def test_letters_a_to_c_end_by_themselves_and_d_and_e_by_a_decision(
    ground: EndingGround, by_itself: bool
) -> None:
    undecided = Ending(ground=ground, last_day=LAST)
    assert ground.ends_by_itself is undecided.is_effective is by_itself
    assert replace(undecided, decision=WHOLE).is_effective


@pytest.mark.parametrize("blank", ["by", "on", "decree", "reason"])
def test_a_dismissal_without_a_whole_decision_has_no_effect_and_says_what_lacks(blank: str) -> None:
    short = replace(WHOLE, **{blank: None if blank == "on" else " "})
    ending = Ending(ground=EndingGround.LEGAL_TROUBLE, last_day=LAST, decision=short)
    assert not ending.is_effective
    (problem,) = check_ending(ending, STARTED, LAST)
    assert problem.field == f"decision.{blank}"
    assert "Pasal 9 ayat (2) huruf e" in problem.sentence


# By hand: sixty days before 31 December 2026 is 1 November 2026.
@pytest.mark.parametrize(
    ("day", "soon"),
    [(date(2026, 10, 31), False), (date(2026, 11, 1), True), (UNTIL, True), (date(2027, 1, 1), False)],
)
def test_the_end_of_a_contract_is_announced_sixty_days_before(day: date, soon: bool) -> None:
    assert ends_soon(UNTIL, law(day)) is soon
    assert announce_from(UNTIL, law(day)) == date(2026, 11, 1)
    assert not ends_soon(None, law(day))


def test_the_office_sets_how_long_before_a_contract_end_is_announced() -> None:
    decision = DatedValue(date(2026, 1, 1), 30, OfficeDecision("rapat", "Kepala Dinas"))
    practice = Practice(settings=(("days_before_contract_end", decision),))
    assert announce_from(UNTIL, law(practice=practice)) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("ground", "last_day", "field"),
    [
        (EndingGround.RESIGNATION, None, "last_day"),
        (EndingGround.RESIGNATION, date(2026, 1, 1), "last_day"),
        (EndingGround.DEATH, date(2026, 4, 2), "last_day"),
    ],
)
def test_an_impossible_last_day_is_a_problem(ground: EndingGround, last_day: date | None, field: str) -> None:
    (problem,) = check_ending(Ending(ground=ground, last_day=last_day), STARTED, TODAY)
    assert problem.field == field


def test_a_resignation_may_be_recorded_ahead() -> None:
    assert check_ending(Ending(ground=EndingGround.RESIGNATION, last_day=LAST), STARTED, TODAY) == ()


def test_a_decision_of_tomorrow_is_a_problem() -> None:
    ending = Ending(ground=EndingGround.INCAPACITY, last_day=LAST, decision=WHOLE)
    assert [p.field for p in check_ending(ending, STARTED, date(2026, 6, 19))] == ["decision.on"]
    assert check_ending(ending, STARTED, date(2026, 6, 20)) == ()
