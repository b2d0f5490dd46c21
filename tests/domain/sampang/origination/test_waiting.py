"""Whom a file waits for: the roles are those whose permission the step's provision gives."""

import pytest

from domain.blitar.roles import BlitarRole
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import STEPS
from domain.sampang.origination.waiting_files import stages_waiting_for, waiting_for
from domain.sampang.roles import SampangRole

MEMBER, LEAD, BANK, OFFICER = (
    SampangRole.TEAM_MEMBER,
    SampangRole.TEAM_LEAD,
    SampangRole.BANK,
    SampangRole.OFFICER,
)
# VIII.2.c, VII.4 with VI.2.a, VI.2.b, VI.3, VIII.2.c and VII.3.
WAITING = {
    Stage.DRAFT: {OFFICER},
    Stage.FILED: {OFFICER},
    Stage.CHECKED: {MEMBER, LEAD, BANK},
    Stage.SURVEYED: {MEMBER, LEAD},
    Stage.POSTPONED: {MEMBER, LEAD},
    Stage.APPROVED: {OFFICER},
    Stage.AGREED: {OFFICER},
    Stage.REQUESTED: {LEAD},
    Stage.DISBURSED: None,
    Stage.REFUSED: None,
    Stage.WITHDRAWN: None,
}


@pytest.mark.parametrize("stage", Stage)
def test_a_file_waits_for_those_who_take_its_next_step_and_a_resting_one_for_nobody(stage):
    found = waiting_for(stage)
    assert (None if found is None else set(found.roles)) == WAITING[stage]


@pytest.mark.parametrize("stage", [stage for stage, roles in WAITING.items() if roles])
def test_the_step_that_a_file_waits_for_starts_from_its_stage(stage):
    assert stage in STEPS[waiting_for(stage).step].starts


def test_several_roles_are_joined_as_a_sentence_joins_them():
    assert waiting_for(Stage.CHECKED).who == "anggota Pokjanis, Ketua Harian atau Bank Jatim"
    assert waiting_for(Stage.REQUESTED).who == "Ketua Harian"


@pytest.mark.parametrize(
    ("roles", "stages"),
    [
        ({OFFICER}, (Stage.FILED, Stage.APPROVED, Stage.AGREED)),
        ({BANK}, (Stage.CHECKED,)),
        ({LEAD}, (Stage.CHECKED, Stage.SURVEYED, Stage.POSTPONED, Stage.REQUESTED)),
        ({BlitarRole.MENTOR}, ()),
        (set(), ()),
    ],
)
def test_drafts_wait_on_the_counter_and_not_among_the_files(roles, stages):
    assert stages_waiting_for(roles) == stages
