"""Verbs about the people themselves: adding them, their address and account, and ending their access."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.limits import require_whole
from db.office.entering import end_sign_ins
from db.office.people_refusals import AddressOfHead, EmailTaken
from db.office.role_giving import add_end
from db.office.role_terms import (
    has_role_of_two,
    held_person,
    hold_everybody_for,
    require_administrators,
    require_over,
    terms_of,
)
from db.refusals import Wrong
from db.tables import AccountRow, PersonRow
from db.trail import OfficeAction, OfficeSubject, Subject
from db.verbs import Act, verb
from domain.entering.claims import as_compared
from domain.entering.role_terms import Because, EmailChanged, NewPerson, RoleEnd, email_problem
from domain.problems import Problem
from domain.programme import Programme
from domain.programmes import PROGRAMMES
from domain.roles import OfficePermission, OfficeRole, Person

_MAY = OfficePermission.MANAGE_PEOPLE


def add_someone(
    session: Session, actor: Person, programme: Programme, told: NewPerson, *, nonce: str, at: datetime
) -> int:
    """Add somebody who is to sign in, without a role yet; raises Wrong and EmailTaken."""
    with verb(session, actor, programme, _MAY, OfficeAction.ADD_PERSON, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(told)
        row = PersonRow(name=told.name.strip(), email=free_address(session, told.email), active=True)
        session.add(row)
        session.flush()
        act.close(_subject(row), after={"name": row.name, "email": row.email})
        return row.id


def free_address(session: Session, email: str, but_for: int | None = None) -> str:
    """An address as it is kept; raises Wrong for one that is none, EmailTaken where somebody else has it."""
    address = as_compared(email)
    if problem := email_problem(address):
        raise Wrong([problem])
    taken = session.scalars(select(PersonRow).where(PersonRow.email == address)).one_or_none()
    if taken is not None and taken.id != but_for:
        raise EmailTaken(taken.name, active=taken.active)
    return address


def change_email(
    session: Session,
    actor: Person,
    programme: Programme,
    person_id: int,
    changed: EmailChanged,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """Change somebody's address: their account is released and their sign-ins end.

    Blank takes it away, from who is not active alone. Raises AddressOfHead, EmailTaken, Wrong, and
    NotAllowed where the person has a part in a programme that the actor does not manage.
    """
    with verb(session, actor, programme, _MAY, OfficeAction.CHANGE_EMAIL, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(changed)
        row = _held_for_access(act, person_id)
        if not changed.email.strip() and row.active:
            raise Wrong([Problem("email", "Alamat hanya dapat dikosongkan bagi orang yang nonaktif.")])
        before = {"email": row.email or ""}
        row.email = free_address(session, changed.email, row.id) if changed.email.strip() else None
        _release(act, row)
        after = {"email": row.email or "", "reason": changed.reason}
        act.close(_subject(row), before=before, after=after)


def release_account(
    session: Session,
    actor: Person,
    programme: Programme,
    person_id: int,
    why: Because,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """Let the next entry with the address of somebody be of another account; raises AddressOfHead."""
    with verb(session, actor, programme, _MAY, OfficeAction.RELEASE_ACCOUNT, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(why)
        row = _held_for_access(act, person_id)
        _release(act, row)
        act.close(_subject(row), after={"reason": why.reason})


def _held_for_access(act: Act, person_id: int) -> PersonRow:
    row = held_person(act.session, person_id)
    require_over(act, row)
    if has_role_of_two(act.session, row.id, act.day):
        raise AddressOfHead
    return row


def _release(act: Act, row: PersonRow) -> None:
    act.session.execute(
        update(AccountRow)
        .where(AccountRow.person_id == row.id, AccountRow.released_at.is_(None))
        .values(released_at=act.at, released_by_id=act.person.id)
    )
    end_sign_ins(act.session, row.id, act.person, act.at)


def deactivate_person(
    session: Session,
    actor: Person,
    programme: Programme,
    person_id: int,
    why: Because,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """End every role of somebody at once, and their sign-ins; they stay for the trail.

    Raises LastAdministrator, and NotAllowed where they have a part in a programme that the actor does not
    manage.
    """
    with verb(session, actor, programme, _MAY, OfficeAction.DEACTIVATE_PERSON, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(why)
        hold_everybody_for(act)
        row = held_person(session, person_id)
        if not row.active:
            act.unchanged()
            return
        require_over(act, row)
        running = [one for one in terms_of(session, [row.id]).get(row.id, []) if not one.is_over(act.day)]
        for term in running:
            add_end(act, term.id, RoleEnd(reason=why.reason))
        row.active = False
        session.flush()
        keys = {one.programme for one in running if one.role is OfficeRole.ADMINISTRATOR}
        require_administrators(session, [one for one in PROGRAMMES if one.key in keys], act.day)
        end_sign_ins(session, row.id, act.person, at)
        act.close(_subject(row), before={"active": True}, after={"active": False, "reason": why.reason})


def reactivate_person(
    session: Session,
    actor: Person,
    programme: Programme,
    person_id: int,
    why: Because,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """Let somebody be given roles again; those that they had stay ended."""
    with verb(session, actor, programme, _MAY, OfficeAction.REACTIVATE_PERSON, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(why)
        row = held_person(session, person_id)
        if row.active:
            act.unchanged()
            return
        row.active = True
        act.close(_subject(row), before={"active": False}, after={"active": True, "reason": why.reason})


def end_sign_ins_of(
    session: Session,
    actor: Person,
    programme: Programme,
    person_id: int,
    why: Because,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """Sign somebody out everywhere; their roles stay."""
    with verb(session, actor, programme, _MAY, OfficeAction.END_SIGN_INS, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(why)
        row = held_person(session, person_id)
        ended = end_sign_ins(session, row.id, act.person, at)
        act.close(_subject(row), after={"ended": ended, "reason": why.reason})


def _subject(row: PersonRow) -> Subject:
    return Subject(OfficeSubject.PERSON, row.id)
