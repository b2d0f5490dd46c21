"""Whom a file waits for: what is done next, by which roles, and by which provision."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from domain.programme import listed
from domain.regulation.sources import Citation
from domain.roles import Role
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import STEPS, Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_NEXT = {
    Stage.DRAFT: Step.FILE,
    Stage.FILED: Step.CHECK_PAPERS,
    Stage.CHECKED: Step.CLOSE_SURVEY,
    Stage.SURVEYED: Step.APPROVE,
    Stage.POSTPONED: Step.APPROVE,
    Stage.APPROVED: Step.SIGN_AGREEMENT,
    Stage.AGREED: Step.REQUEST_DISBURSEMENT,
    Stage.REQUESTED: Step.DISBURSE,
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """The step that comes next, what is done for it in words, and who does it."""

    step: Step
    what: str
    roles: tuple[Role, ...]

    @property
    def places(self) -> tuple[Citation, ...]:
        """The provisions of the step."""
        return STEPS[self.step].places

    @property
    def who(self) -> str:
        """The roles in words: "anggota Pokjanis, Ketua Harian atau Bank Jatim"."""
        return listed(self.roles)


def waiting_for(stage: Stage) -> Waiting | None:
    """What a file at a stage waits for; nothing once it rests."""
    step = _NEXT.get(stage)
    if step is None:
        return None
    permission = STEPS[step].permission
    if step is Step.CLOSE_SURVEY:
        # VII.4: Bank Jatim surveys with the team, so a checked file waits for it as well.
        what = "mencatat temuan survei, lalu menetapkan berita acaranya"
        return Waiting(step, what, SAMPANG.carriers(SampangPermission.RECORD_SURVEYS, permission))
    return Waiting(step, permission.label, SAMPANG.carriers(permission))


WAITING: Final = frozenset(stage for stage in _NEXT if stage is not Stage.DRAFT)
"""The stages at which a file that was handed in waits for somebody."""


def stages_waiting_for(roles: Collection[Role]) -> tuple[Stage, ...]:
    """The stages from "Masuk" on at which a file waits for somebody with these roles."""
    return tuple(
        stage
        for stage in Stage
        if stage is not Stage.DRAFT
        and (waiting := waiting_for(stage)) is not None
        and not set(waiting.roles).isdisjoint(roles)
    )
