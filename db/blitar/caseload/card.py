"""One binaan with everything that its screen and its printed card tell."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.agreed import is_to_do
from db.blitar.caseload.clients import read_client
from db.blitar.caseload.ladders import ladder_of, sales_since_taken_in
from db.blitar.caseload.lines import OPEN, TAKEN_BACK
from db.blitar.caseload.proposal_list import proposals_of
from db.blitar.caseload.reach import client_row, own_staff, require_own
from db.blitar.trail import BlitarAction, BlitarSubject
from db.office.practice import law_of
from db.plain import from_plain
from db.tables import (
    AuditRow,
    ClientListLineRow,
    ClientListRow,
    ClientRow,
    FollowUpRow,
    PersonRow,
    VisitRow,
)
from db.trail import Subject
from db.verbs import log_read
from domain.blitar.caseload.card import ClientCard, Sibling, TakenBack
from domain.blitar.caseload.client_leaving import Leaving
from domain.blitar.caseload.history import Agreed
from domain.blitar.caseload.scale import ScaleFinding, scale_of
from domain.blitar.caseload.stage import Stage
from domain.blitar.client import Client
from domain.blitar.examining import ClientFindings, examine_client
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import Doer, FollowUpState
from domain.dates import JAKARTA
from domain.identity import mask_number
from domain.regulation.law_in_force import LawInForce
from domain.revealing import Why
from domain.roles import Person

_SALES = "business.annual_sales"


def client_card(
    session: Session,
    actor: Person,
    client_id: int,
    *,
    at: datetime,
    reveal: bool = False,
    why: Why = Why.CONTINUE,
    law_day: date | None = None,
) -> ClientCard:
    """One binaan as of a moment; a Pendamping opens only their own. NIK and telephone are masked.

    The Pendamping of the binaan, who calls them, sees the telephone. With `reveal` both are whole: that is
    for who may, and needs a write session, because it is written to the trail with its reason.
    `law_day` is another day than today by whose law it is found.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    if reveal:
        person = authorise(session, actor, BLITAR, BlitarPermission.REVEAL_CLIENT_IDENTITY)
    row = client_row(session, client_id)
    require_own(session, person, row.mentor_id, BlitarPermission.HAND_OVER_CLIENTS)
    card = _card(session, person, row, at.astimezone(JAKARTA).date(), law_day)
    if not reveal:
        return _masked(card, calls=row.mentor_id in (own_staff(session, person) or ()))
    subject = Subject(BlitarSubject.CLIENT, row.id)
    log_read(session, person, BLITAR, BlitarAction.REVEAL_IDENTITY, subject, at, why.told)
    return card


def _card(session: Session, person: Person, row: ClientRow, day: date, law_day: date | None) -> ClientCard:
    client, law = read_client(row), law_of(session, BLITAR, law_day or day)
    told_on = _told_on(session, row)
    siblings, elsewhere = _siblings(session, person, row)
    return ClientCard(
        id=row.id,
        number=row.number,
        version=row.version,
        client=client,
        day=day,
        mentor_id=row.mentor_id,
        mentor=row.mentor.name if row.mentor else "",
        since=row.since,
        is_open=row.status == OPEN,
        leaving=None if row.leaving is None else from_plain(Leaving, row.leaving),
        taken_back=_taken_back(session, row),
        stage=Stage(row.stage),
        last_visit_on=row.last_visit_on,
        found=examine_client(client, law),
        scale=_scale(session, row, client, told_on, law),
        told_on=told_on,
        ladder=ladder_of(session, row),
        follow_ups=_open_follow_ups(session, row.id),
        proposals=proposals_of(session, row.id),
        siblings=siblings,
        siblings_elsewhere=elsewhere,
        changed_by=session.get_one(PersonRow, row.changed_by_id).name,
        changed_at=row.changed_at,
    )


def _taken_back(session: Session, row: ClientRow) -> TakenBack | None:
    if row.status != TAKEN_BACK:
        return None
    line, of = ClientListLineRow, ClientListRow
    query = select(of).join(line, line.list_id == of.id).where(line.client_id == row.id)
    found = session.scalars(query).one()
    return TakenBack(found.taken_back_because or "", row.changed_at.astimezone(JAKARTA).date())


def _scale(
    session: Session, row: ClientRow, client: Client, told_on: date, law: LawInForce
) -> ScaleFinding | None:
    """The size class over all that is known of the sales, whether it was told or measured, by its day."""
    return scale_of(client, told_on, law, sales_since_taken_in(session, row.id))


def _told_on(session: Session, row: ClientRow) -> date:
    """The day since which the annual sales stand in the data of the binaan, by the trail."""
    query = (
        select(AuditRow.at, AuditRow.after)
        .where(
            AuditRow.subject_kind == BlitarSubject.CLIENT,
            AuditRow.subject_id == row.id,
            AuditRow.action == BlitarAction.SAVE_CLIENT,
        )
        .order_by(AuditRow.id)
    )
    days = [at.astimezone(JAKARTA).date() for at, after in session.execute(query) if _SALES in (after or {})]
    return days[-1] if days else row.since


def _open_follow_ups(session: Session, client_id: int) -> tuple[Agreed, ...]:
    query = (
        select(FollowUpRow)
        .join(VisitRow, VisitRow.id == FollowUpRow.visit_id)
        .where(FollowUpRow.client_id == client_id, is_to_do())
        .order_by(FollowUpRow.due_on, FollowUpRow.id)
    )
    return tuple(
        Agreed(id=row.id, told=row.told, due_on=row.due_on, doer=Doer(row.doer), state=FollowUpState.OPEN)
        for row in session.scalars(query)
    )


def _siblings(session: Session, person: Person, row: ClientRow) -> tuple[tuple[Sibling, ...], int]:
    """Other binaan of the same NIK: those within reach, and how many there are beyond it."""
    if row.nik is None:
        return (), 0
    query = select(ClientRow).where(ClientRow.nik == row.nik, ClientRow.id != row.id)
    query = query.where(ClientRow.status != TAKEN_BACK)
    others = session.scalars(query.order_by(ClientRow.number)).all()
    own = own_staff(session, person)
    seen = [one for one in others if own is None or one.mentor_id in own]
    found = tuple(
        Sibling(one.id, one.number, one.name, one.mentor.name if one.mentor else "", one.status == OPEN)
        for one in seen
    )
    return found, len(others) - len(seen)


def _masked(card: ClientCard, *, calls: bool) -> ClientCard:
    nik, phone = card.client.nik, card.client.phone
    client = replace(card.client, nik=nik and mask_number(nik), phone=phone if calls else mask_number(phone))
    found: ClientFindings = replace(card.found, client=client)
    return replace(card, client=client, found=found)
