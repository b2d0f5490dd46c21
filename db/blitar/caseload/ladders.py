"""The ladder of a binaan: baseline and latest of each indicator, goal by goal (Pasal 2 ayat (2))."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db.blitar.caseload.standing import counting_readings
from db.blitar.trail import BlitarSubject
from db.evidence.kept import files_beside
from db.tables import ClientIndicatorRow, ClientRow
from domain.blitar.caseload.progress import GoalStep, Rung, ladder
from domain.blitar.goals_and_tasks import Goal
from domain.blitar.indicators import Indicator, Measured, measured_by
from domain.blitar.kinds import SubjectKind


def ladder_of(session: Session, row: ClientRow) -> tuple[GoalStep, ...]:
    """Every goal of a binaan with every indicator, also those never measured."""
    return ladder(SubjectKind(row.kind), rungs_of(session, row.id))


def rungs_of(session: Session, client_id: int) -> dict[Indicator, Rung]:
    """The indicators of a binaan that have a baseline or a value; for verbs, which have asked who may."""
    query = _with_files().where(ClientIndicatorRow.client_id == client_id)
    return {Indicator(one.indicator): _rung(one, files) for one, files in session.execute(query)}


def rungs_of_goal(session: Session, clients: Collection[int], goal: Goal) -> Mapping[int, tuple[Rung, ...]]:
    """What measures one goal, of each of some binaan; for verbs, which have asked who may."""
    row, found = ClientIndicatorRow, defaultdict[int, list[Rung]](list)
    query = _with_files().where(row.client_id.in_(clients), row.indicator.in_(measured_by(goal)))
    for one, files in session.execute(query) if clients else ():
        found[one.client_id].append(_rung(one, files))
    order = measured_by(goal)
    return {
        number: tuple(sorted(rungs, key=lambda one: order.index(one.indicator)))
        for number, rungs in found.items()
    }


def _with_files() -> Select[ClientIndicatorRow, int]:
    row = ClientIndicatorRow
    return select(row, files_beside(BlitarSubject.VISIT, row.latest_visit_id))


def sales_since_taken_in(session: Session, client_id: int) -> tuple[tuple[date, int], ...]:
    """The annual sales that visits found and the baseline that counts, the oldest first."""
    told = counting_readings().subquery()
    query = (
        select(told.c.on, told.c.value)
        .where(
            told.c.client_id == client_id,
            told.c.indicator == Indicator.ANNUAL_SALES,
            told.c.visit_id.is_not(None),
        )
        .order_by(told.c.on, told.c.id)
    )
    measured = [(on, value) for on, value in session.execute(query)]
    baseline = session.get(ClientIndicatorRow, (client_id, Indicator.ANNUAL_SALES))
    if baseline is not None and baseline.baseline_on is not None and baseline.baseline_value is not None:
        measured.append((baseline.baseline_on, baseline.baseline_value))
    return tuple(sorted(measured, key=lambda one: one[0]))


def _rung(row: ClientIndicatorRow, files: int) -> Rung:
    indicator = Indicator(row.indicator)
    return Rung(
        indicator,
        _measured(indicator, row.baseline_value, row.baseline_on, row.baseline_evidence),
        _measured(indicator, row.latest_value, row.latest_on, row.latest_evidence),
        files,
    )


def _measured(
    indicator: Indicator, value: int | None, on: date | None, evidence: str | None
) -> Measured | None:
    if value is None or on is None:
        return None
    return Measured(indicator, value, on, evidence or "")
