"""The files before the Pokjanis, in the order that the rules give."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import lru_cache

from sqlalchemy import false
from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.sampang.applications.application_rows import masked
from db.sampang.applications.standing_law import is_due
from db.sampang.origination.files_told import FileTold, read_told, waiting_files
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.origination.conditions import examined_as
from domain.sampang.origination.queue import Candidate, in_order, proposal_for
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def candidates(
    session: Session, actor: Person, day: date, *, today: date | None = None
) -> tuple[Candidate, ...]:
    """Every file that waits for a decision, examined at the surveyed (or asked) amount on a day, in order.

    Beside it stands the verdict of the file itself, as lists tell it `today`. Identity numbers are masked.
    However many files there are, the store is asked the same few times.
    """
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    law = law_of(session, SAMPANG, day)
    due = is_due(SAMPANG.law_on(today or day, law.practice)).label("due")
    return in_order(
        replace(_examined(told, law), standing=None if still_due or verdict is None else Verdict(verdict))
        for told, verdict, still_due in waiting_files(session, due)
    )


def places_in_queue(session: Session, law: LawInForce, stages: Collection[Stage]) -> dict[int, int]:
    """The place of each file in some stages, by its number, in the order that the Pokjanis looks at them."""
    waiting = waiting_files(session, false().label("due"), stages)
    ordered = in_order(_examined(told, law) for told, _, _ in waiting)
    return {one.application_id: place for place, one in enumerate(ordered)}


@lru_cache(maxsize=1_000)
def _examined(told: FileTold, law: LawInForce) -> Candidate:
    """A file examined; what is stored of it and the law decide everything, so that it is found but once."""
    file = read_told(told)
    proposal = proposal_for(file, law.day)
    found = examined_as(proposal, file, law)
    return Candidate(
        application_id=told.id,
        number=told.number,
        name=file.application.applicant.name,
        stage=file.stage,
        filed_on=file.application.filed_on or law.day,
        asked=file.application.amount,
        amount=proposal.amount or 0,
        term_months=proposal.term_months or 0,
        has_survey=file.survey is not None,
        found=replace(found, application=masked(found.application)),
    )
