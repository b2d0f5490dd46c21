"""How many files are at each stage, since when the oldest is there, and since when half of them."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select, type_coerce
from sqlalchemy.orm import Session

from db.tables import ApplicationRow, FileCountRow
from db.tables.base import Moment
from domain.dates import JAKARTA
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.waiting_files import WAITING


@dataclass(frozen=True, slots=True)
class AtStage:
    """How many files are at a stage, since which day the oldest of them has been there, and half of them."""

    stage: Stage
    files: int
    since: date
    middle: date


def files_by_stage(session: Session) -> tuple[AtStage, ...]:
    """The files by stage; a draft has no step and counts since it was entered."""
    row, table = ApplicationRow, FileCountRow
    counts = select(table.status, func.sum(table.files)).group_by(table.status)
    files = dict(session.execute(counts).all())
    found = [stage for stage in Stage if files.get(stage)]
    if not found:
        return ()

    def since(stage: Stage, place: int) -> ColumnElement[datetime]:
        ordered = select(row.stage_since).where(row.status == stage).order_by(row.stage_since)
        return type_coerce(ordered.limit(1).offset(place).scalar_subquery(), Moment())

    # How long a decided file has rested says nothing, so that the middle is looked for while it is few.
    middles = [int(files[stage]) // 2 if stage in WAITING else 0 for stage in found]
    moments = session.execute(
        select(*(since(stage, 0) for stage in found), *map(since, found, middles))
    ).one()
    return tuple(
        AtStage(stage, int(files[stage]), _day(first), _day(middle))
        for stage, first, middle in zip(found, moments[: len(found)], moments[len(found) :], strict=True)
    )


def _day(moment: datetime) -> date:
    return moment.astimezone(JAKARTA).date()
