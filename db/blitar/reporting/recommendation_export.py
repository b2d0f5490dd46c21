"""What leaves the program on paper or in a workbook, with names: who took it is written down in the trail."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from sqlalchemy.orm import Session

from db.blitar.mentoring_papers import MentoringPaper, kept_paper
from db.blitar.reporting.bundle_rows import Bundle
from db.blitar.reporting.recommendations import one_bundle
from db.blitar.reporting.rows_behind import first_rows
from db.blitar.reporting.waiting_recommendations import all_recommendations
from db.blitar.trail import BlitarAction, BlitarSubject
from db.trail import Subject
from db.verbs import verb
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.behind import Behind, Number, Rows
from domain.blitar.reporting.recommendations import Whereabouts
from domain.blitar.reporting.report import month_of
from domain.blitar.roles import BlitarPermission
from domain.programme import NotAllowed
from domain.roles import Person

MOST_EXPORTED: Final = 10_000
_MANY: Final = 0  # a list is about many
_READ: Final = BlitarPermission.READ_REPORTS


def export_visits(session: Session, actor: Person, month: date, *, at: datetime) -> Rows:
    """Give the verified visits of a month for a workbook, as they are now, and write down who took them.

    At most MOST_EXPORTED, the earliest first; `total` tells how many there are. A Pendamping gets only
    their own, and is told so.
    """
    with verb(session, actor, BLITAR, _READ, BlitarAction.EXPORT_VISITS, at=at) as act:
        found = first_rows(session, act.person, month, Behind(Number.VISITS), most=MOST_EXPORTED)
        after = {"month": month_of(month).isoformat(), "rows": len(found.rows), "own_only": found.own_only}
        act.close(Subject(BlitarSubject.VISIT, _MANY), after=after)
        return found


def export_recommendations(
    session: Session, actor: Person, since: date, until: date, *, at: datetime
) -> tuple[Whereabouts, ...]:
    """Give the list of all recommendations between two days, and write down who took it."""
    with verb(session, actor, BLITAR, _READ, BlitarAction.EXPORT_RECOMMENDATIONS, at=at) as act:
        found = all_recommendations(session, act.person, since, until)
        after = {"since": since.isoformat(), "until": until.isoformat(), "rows": len(found)}
        act.close(Subject(BlitarSubject.RECOMMENDATION, _MANY), after=after)
        return found


def print_letter(session: Session, actor: Person, bundle_id: int, *, at: datetime) -> Bundle:
    """Give a letter of recommendation for its paper, and write down who took it and where it stood then.

    It comes with the paper as it was kept, where it was.
    Raises NotAllowed where some of its lines are not the reader's: a letter is never printed in part.
    """
    with verb(session, actor, BLITAR, _READ, BlitarAction.PRINT_RECOMMENDATIONS, at=at) as act:
        found = one_bundle(session, act.person, bundle_id)
        if len(found.lines) < found.size:
            raise NotAllowed(BlitarPermission.BUNDLE_RECOMMENDATIONS, BLITAR, act.person)
        after = {"state": found.state.value, "version": found.version}
        act.close(Subject(BlitarSubject.RECOMMENDATION, bundle_id), after=after)
        return replace(found, paper=kept_paper(session, MentoringPaper.RECOMMENDATION, bundle_id))
