"""Verb for work that a stage alone does not tell: returned requests, and collateral not yet received."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.tables import ApplicationRow, CollateralRow, CustodyEntryRow, FileStepRow
from domain.roles import Person
from domain.sampang.kinds import CollateralKind
from domain.sampang.origination.custody import CustodyEvent
from domain.sampang.origination.stages import COMMITTED, Stage
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True)
class WorkWaiting:
    """How many requests came back to the officer, and how many approved files lack their collateral."""

    returned: int
    without_collateral: Mapping[Stage, int]


def work_waiting(session: Session, actor: Person) -> WorkWaiting:
    """Count both; a file lacks its collateral while nothing of it is noted as received (III.10)."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    came_back = exists().where(
        FileStepRow.application_id == ApplicationRow.id, FileStepRow.step == Step.RETURN_REQUEST
    )
    received = exists().where(
        CustodyEntryRow.application_id == ApplicationRow.id,
        CustodyEntryRow.body["event"].as_string() == CustodyEvent.RECEIVED,
    )
    can_be_kept = exists().where(
        CollateralRow.application_id == ApplicationRow.id, CollateralRow.kind != CollateralKind.GOODS
    )
    returned = select(func.count()).where(ApplicationRow.status == Stage.AGREED, came_back)
    lacking = (
        select(ApplicationRow.status, func.count())
        .where(ApplicationRow.status.in_(COMMITTED), can_be_kept, ~received)
        .group_by(ApplicationRow.status)
    )
    counted = {Stage(stage): count for stage, count in session.execute(lacking)}
    return WorkWaiting(session.scalar(returned) or 0, counted)
