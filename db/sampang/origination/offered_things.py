"""Verbs for things offered in a swap that only a ruling of the Pokjanis can let in (III.8, S-63)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.limits import require_whole
from db.plain import from_plain, to_plain
from db.refusals import NotFound
from db.sampang.applications.application_rows import application_row, held_row, read_row
from db.sampang.applications.judgements import add_ruling
from db.sampang.origination.advancing import require_free
from db.sampang.origination.loan_files import file_of
from db.sampang.origination.swaps import examined, require_possible
from db.sampang.refusals import Hindered
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import OfferedThingRow
from db.trail import Subject
from db.verbs import verb
from domain.roles import Person
from domain.sampang.application import Judgement
from domain.sampang.case_of import ruling_key
from domain.sampang.hindrance import Hindrance
from domain.sampang.origination.custody import LENDING, Offer, hindrances_to_stage
from domain.sampang.origination.swap_hindrances import hindrances_of_swap
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.typed import Reason
from domain.version import VERSION

_NOT_NEEDED = "Agunan ini tidak memerlukan penilaian Pokjanis; catat penukarannya."


@dataclass(frozen=True, slots=True)
class OfferedThing:
    """One offer with its ruling, if the team has given one, and who offered it, when."""

    id: int
    offer: Offer
    ruling: Judgement | None
    by: str
    at: datetime


def offer_replacement(
    session: Session, actor: Person, application_id: int, offer: Offer, *, nonce: str, at: datetime
) -> None:
    """Put a thing before the Pokjanis that nothing but their ruling keeps from coming in a swap.

    Raises Hindered with what else stands in the way, or where no ruling is needed.
    """
    permission, action = SampangPermission.RECORD_CUSTODY, SampangAction.OFFER_REPLACEMENT
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(offer)
        require_possible(offer.replacement, act.day)
        row = held_row(session, application_id)
        file = file_of(session, row)
        require_free(hindrances_to_stage(file.stage))
        found = examined(session, application_id, file, offer, act.day)
        if not found.waits_for_team_only:
            raise Hindered(hindrances_of_swap(found) or (Hindrance(_NOT_NEEDED, LENDING),))
        body, receipt = to_plain(offer), found.receipt(VERSION)
        added = OfferedThingRow(
            application_id=row.id, body=body, examined=receipt.to_json(), by_person_id=act.person.id, at=at
        )
        session.add(added)
        session.flush()
        after = {**body, "offer": added.id, "verdict": receipt.verdict, "seal": receipt.seal}
        act.close(Subject(SampangSubject.APPLICATION, row.id), after=after)


def rule_on_offer(
    session: Session,
    actor: Person,
    offer_id: int,
    *,
    answer: bool,
    on: date,
    reason: Reason,
    nonce: str,
    at: datetime,
) -> None:
    """Record the team's ruling on a thing that was offered; the newest ruling on it counts.

    The verdict on the application stays: it does not rest on what may come in a swap.
    """
    permission, action = SampangPermission.RECORD_JUDGEMENTS, SampangAction.RECORD_JUDGEMENT
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        judgement = Judgement(answer, act.person.name, on, reason)
        require_whole(judgement)
        offered = session.get(OfferedThingRow, offer_id)
        if offered is None:
            raise NotFound("Usul agunan pengganti ini")
        row = held_row(session, offered.application_id)
        question = ruling_key(from_plain(Offer, offered.body).replacement)
        before = read_row(row).judgements.get(question)
        add_ruling(act, row, question, judgement)
        told: dict[str, Any] | None = None if before is None else {question: to_plain(before)}
        subject = Subject(SampangSubject.APPLICATION, row.id)
        act.close(subject, before=told, after={question: to_plain(judgement), "offer": offer_id})


def offered_things(session: Session, actor: Person, application_id: int) -> tuple[OfferedThing, ...]:
    """Everything that was offered in a file, the newest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    rulings = read_row(application_row(session, application_id)).judgements
    query = (
        select(OfferedThingRow)
        .where(OfferedThingRow.application_id == application_id)
        .order_by(OfferedThingRow.id.desc())
        .options(joinedload(OfferedThingRow.by))
    )
    found = ((row, from_plain(Offer, row.body)) for row in session.scalars(query))
    return tuple(
        OfferedThing(row.id, offer, rulings.get(ruling_key(offer.replacement)), row.by.name, row.at)
        for row, offer in found
    )
