"""What leaves the program on paper or in a workbook, with names: who took it is written down in the trail."""

from datetime import date, datetime
from typing import Final

from sqlalchemy.orm import Session

from db import audit
from db.access import authorise
from db.blitar.reporting.bundle_rows import Bundle
from db.blitar.reporting.recommendations import one_bundle
from db.blitar.reporting.rows_behind import first_rows
from db.blitar.reporting.waiting_recommendations import all_recommendations
from db.blitar.trail import BlitarAction, BlitarSubject
from db.engine import require_write
from db.plain import Plain
from db.trail import Action, Subject
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.behind import Behind, Number, Rows
from domain.blitar.reporting.recommendations import Whereabouts
from domain.blitar.reporting.report import month_of
from domain.blitar.roles import BlitarPermission
from domain.programme import NotAllowed
from domain.roles import Person

MOST_EXPORTED: Final = 10_000
_MANY: Final = 0  # a list is about many


def export_visits(session: Session, actor: Person, month: date, *, at: datetime) -> Rows:
    """Give the verified visits of a month for a workbook, as they are now, and write down who took them.

    At most MOST_EXPORTED, the earliest first; `total` tells how many there are. A Pendamping gets only
    their own, and is told so.
    """
    require_write(session)
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    found = first_rows(session, person, month, Behind(Number.VISITS), most=MOST_EXPORTED)
    told = {"month": month_of(month).isoformat(), "rows": len(found.rows), "own_only": found.own_only}
    _record(session, person, BlitarAction.EXPORT_VISITS, Subject(BlitarSubject.VISIT, _MANY), told, at)
    return found


def export_recommendations(
    session: Session, actor: Person, since: date, until: date, *, at: datetime
) -> tuple[Whereabouts, ...]:
    """Give the list of all recommendations between two days, and write down who took it."""
    require_write(session)
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    found = all_recommendations(session, person, since, until)
    told = {"since": since.isoformat(), "until": until.isoformat(), "rows": len(found)}
    subject = Subject(BlitarSubject.RECOMMENDATION, _MANY)
    _record(session, person, BlitarAction.EXPORT_RECOMMENDATIONS, subject, told, at)
    return found


def print_letter(session: Session, actor: Person, bundle_id: int, *, at: datetime) -> Bundle:
    """Give a letter of recommendation for its paper, and write down who took it and where it stood then.

    Raises NotAllowed where some of its lines are not the reader's: a letter is never printed in part.
    """
    require_write(session)
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    found = one_bundle(session, person, bundle_id)
    if len(found.lines) < found.size:
        raise NotAllowed(BlitarPermission.BUNDLE_RECOMMENDATIONS, BLITAR, person)
    told = {"state": found.state.value, "version": found.version}
    subject = Subject(BlitarSubject.RECOMMENDATION, bundle_id)
    _record(session, person, BlitarAction.PRINT_RECOMMENDATIONS, subject, told, at)
    return found


def _record(
    session: Session, person: Person, action: Action, subject: Subject, told: Plain, at: datetime
) -> None:
    audit.record(session, person, BLITAR, action, subject, at, after=told)
