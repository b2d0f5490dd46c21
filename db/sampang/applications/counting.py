"""Counting files by stage and verdict: from the kept counts, and one by one only what these do not tell."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db.sampang.applications.list_filters import Filter, conditions_of, in_group, in_index, verdict_by
from db.tables import ApplicationRow, FileCountRow
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.origination.stages import UNDECIDED, Stage

Counts = Iterator[tuple[Stage, Verdict | None, int]]


def counted(session: Session, person: Person, wanted: Filter, law: LawInForce | None = None) -> Counts:
    """How many of the wanted files are at a stage with a verdict; None stands for not yet assessed.

    With the `law` of the day a verdict that was found by another one counts as not yet assessed.
    """
    where = conditions_of(wanted, person, law)
    if wanted.text.strip() or wanted.filed_from or wanted.filed_until:
        yield from _one_by_one(session, [in_index(), *where], law)
        return
    if law is not None:
        # A kept verdict of an undecided file may be of another law.
        yield from _one_by_one(session, [*where, ApplicationRow.status.in_(UNDECIDED)], law)
    yield from _kept(session, wanted, is_decided=law is not None)


def _one_by_one(session: Session, where: list[ColumnElement[bool]], law: LawInForce | None) -> Counts:
    found = select(ApplicationRow.status, verdict_by(law).label("verdict")).where(*where).subquery()
    query = select(found.c.status, found.c.verdict, func.count()).group_by(found.c.status, found.c.verdict)
    return _read(session.execute(query))


def _kept(session: Session, wanted: Filter, *, is_decided: bool) -> Counts:
    table = FileCountRow
    names = ("kind", "district_code", "status", "verdict")
    where = [getattr(table, name) == str(value) for name in names if (value := getattr(wanted, name))]
    if wanted.stages:
        where.append(table.status.in_(wanted.stages))
    if wanted.group is not None:
        where.append(in_group(wanted.group, table.status, table.verdict == ""))
    if is_decided:
        where.append(table.status.not_in(UNDECIDED))
    query = select(table.status, table.verdict, func.sum(table.files)).where(*where)
    return _read(session.execute(query.group_by(table.status, table.verdict)))


def _read(rows: Any) -> Counts:
    for status, verdict, files in rows:
        if files:
            yield Stage(status), Verdict(verdict) if verdict else None, int(files)
