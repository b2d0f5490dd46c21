"""Which step may be taken from which stage by whom, written out by hand from III to VIII."""

from datetime import date

import pytest

from domain.roles import OfficeRole
from domain.sampang.origination.stages import CLOSED, Stage
from domain.sampang.origination.steps import STEPS, Step, day_refused, refusal_of, steps_from
from domain.sampang.roles import SampangRole
from tests.people import ROLES, someone

# Stage -> what can be done there and where it leads. VI.1 filing; VIII.2.c papers; VI.2.a and VII.4 survey;
# VI.2.b agreement of the Pokjanis, or word in writing; VI.3 agreement; VIII.2.c SPP-LS; VII.3 consent.
MOVES: dict[str, dict[str, str]] = {
    "draft": {"file": "filed"},
    "filed": {"check_papers": "checked", "withdraw": "withdrawn"},
    "checked": {
        "close_survey": "surveyed",
        "refuse": "refused",
        "postpone": "postponed",
        "withdraw": "withdrawn",
    },
    "surveyed": {
        "close_survey": "surveyed",
        "approve": "approved",
        "refuse": "refused",
        "postpone": "postponed",
        "withdraw": "withdrawn",
    },
    "postponed": {
        "close_survey": "surveyed",
        "approve": "approved",
        "refuse": "refused",
        "postpone": "postponed",
        "take_back": "surveyed",
        "withdraw": "withdrawn",
    },
    "approved": {"take_back": "surveyed", "sign_agreement": "agreed", "withdraw": "withdrawn"},
    "agreed": {"request_disbursement": "requested", "withdraw": "withdrawn"},
    "requested": {
        "disburse": "disbursed",
        "return_request": "agreed",
        "withdraw_request": "agreed",
        "withdraw": "withdrawn",
    },
    "refused": {"take_back": "surveyed"},  # or to where the file stood when the meeting decided
    "disbursed": {},
    "withdrawn": {},
}
# Step -> who, and the provisions. The Dinas takes in, looks through and asks for the money (III.1, VIII.2.c);
# the Pokjanis surveys and decides (III.2, VI.2); its Ketua Harian consents to the paying out (VII.3).
WHO: dict[str, tuple[set[str], list[str]]] = {
    "file": ({"officer"}, ["VI.1"]),
    "check_papers": ({"officer"}, ["VIII.2.c", "IV.1.h"]),
    "close_survey": ({"team_member", "team_lead"}, ["VI.2.a", "VII.4"]),
    "approve": ({"team_member", "team_lead"}, ["VI.2.b"]),
    "refuse": ({"team_member", "team_lead"}, ["VI.2.b"]),
    "postpone": ({"team_member", "team_lead"}, ["VI.2.b"]),
    "take_back": ({"team_member", "team_lead"}, ["VI.2.b"]),
    "sign_agreement": ({"officer"}, ["VI.3"]),
    "request_disbursement": ({"officer"}, ["VIII.2.c"]),
    "return_request": ({"team_lead"}, ["VII.3"]),
    "withdraw_request": ({"officer"}, ["VIII.2.c"]),
    "disburse": ({"team_lead"}, ["VII.3", "III.5"]),
    "withdraw": ({"officer"}, ["VI.1"]),
    "take_over": ({"team_lead"}, ["VIII.1.c"]),  # of no file: the approval of a takeover writes it
}


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("step", Step)
def test_a_step_is_free_only_from_its_stages_and_only_for_its_roles(step: Step, stage: Stage) -> None:
    free = {role.value for role in ROLES if refusal_of(step, stage, someone(role)) is None}
    assert free == (WHO[step][0] if step in MOVES[stage] else set())


@pytest.mark.parametrize("stage", Stage)
def test_each_step_leads_where_the_table_says(stage: Stage) -> None:
    assert {step.value: STEPS[step].leads_to.value for step in steps_from(stage)} == MOVES[stage]


@pytest.mark.parametrize("step", Step)
def test_each_step_names_its_provisions(step: Step) -> None:
    assert [place.short for place in STEPS[step].places] == WHO[step][1]


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("step", Step)
def test_at_a_wrong_stage_the_refusal_names_the_provision_and_the_stage(step: Step, stage: Stage) -> None:
    sentence = refusal_of(step, stage, someone(*ROLES))
    if step in MOVES[stage]:
        assert sentence is None
    else:
        assert sentence is not None
        assert f"kini pada tahap “{stage.label}” ({WHO[step][1][0]})" in sentence


@pytest.mark.parametrize("step", Step)
def test_a_refusal_at_a_wrong_stage_names_every_stage_that_the_step_starts_from(step: Step) -> None:
    sentence = refusal_of(step, Stage.WITHDRAWN, someone(*ROLES)) or ""
    starts = [stage for stage in Stage if step in MOVES[stage]]
    assert all(f"“{stage.label}”" in sentence for stage in starts)


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.TAKE_OVER])
def test_a_person_without_the_role_is_told_who_may(step: Step) -> None:
    start = next(stage for stage in Stage if step in MOVES[stage])
    sentence = refusal_of(step, start, someone(OfficeRole.ADMINISTRATOR)) or ""
    assert sentence.startswith("Anda tidak berwenang ")
    assert all(SampangRole(who).label in sentence for who in WHO[step][0])


def test_nobody_without_a_role_takes_a_step() -> None:
    assert all(refusal_of(step, stage, someone()) for step in Step for stage in Stage)


def test_nothing_happens_any_more_to_a_file_that_rests_but_that_its_meeting_corrects_a_refusal() -> None:
    assert CLOSED == (Stage.REFUSED, Stage.DISBURSED, Stage.WITHDRAWN)
    assert [steps_from(stage) for stage in CLOSED] == [(Step.TAKE_BACK,), (), ()]


def test_no_role_both_asks_for_the_money_and_consents_to_it() -> None:
    assert WHO["request_disbursement"][0].isdisjoint(WHO["disburse"][0])


@pytest.mark.parametrize(
    ("on", "last_on", "words"),
    [
        (date(2026, 4, 6), None, None),
        (date(2026, 4, 6), date(2026, 4, 6), None),
        (date(2026, 4, 6), date(2026, 4, 7), "mendahului langkah sebelumnya (7 April 2026)"),
        (date(2026, 4, 10), date(2026, 4, 6), None),
        (date(2026, 4, 11), date(2026, 4, 6), "(11 April 2026) masih di masa depan"),
    ],
)
def test_steps_follow_each_other_and_none_lies_in_the_future(
    on: date, last_on: date | None, words: str | None
) -> None:
    found = day_refused(Step.SIGN_AGREEMENT, on, last_on, today=date(2026, 4, 10))
    assert found is None if words is None else words in (found or "")
