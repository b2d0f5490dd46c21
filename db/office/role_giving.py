"""Verbs that give and end roles: heads, leadership and administrators by two people, the others by one."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.closings import close_proposal, is_pressed_again, require_not_closed
from db.limits import require_whole
from db.office.people_refusals import AddressChanged, AlreadyHeld, NotActive, OwnRole
from db.office.role_terms import (
    held_person,
    hold_everybody_for,
    require_administrators,
    terms_of,
    waiting_roles,
)
from db.refusals import AlreadyApproved, NotFound, SelfApproval, Wrong
from db.tables import PersonRoleRow, PersonRow, RoleEndRow, RoleProposalRow
from db.trail import OfficeAction, OfficeSubject, Subject
from db.verbs import Act, State, verb
from domain.closings import Closing, ClosingReason
from domain.entering.role_terms import RoleEnd, RoleGiven, RoleTerm, term_problems
from domain.problems import Problem
from domain.programme import Programme
from domain.roles import OfficePermission, OfficeRole, Person, Role

_MAY = OfficePermission.MANAGE_PEOPLE


def give_role(
    session: Session,
    actor: Person,
    programme: Programme,
    person_id: int,
    given: RoleGiven,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """Give somebody a role that one administrator gives.

    Raises ValueError for a role that two give or that the programme does not have, OwnRole, AlreadyHeld,
    NotActive, and Wrong for days that cannot be.
    """
    with verb(session, actor, programme, _MAY, OfficeAction.GIVE_ROLE, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        row, role = _checked(act, person_id, given)
        if programme.needs_two(role):
            raise ValueError(f"{role} is given by two people")
        _add(act, person_id, role, given, given_by_id=act.person.id, approved_by_id=None)
        act.close(_subject(row.id), after=_told(programme, role, given))


def propose_role(
    session: Session,
    actor: Person,
    programme: Programme,
    person_id: int,
    given: RoleGiven,
    *,
    nonce: str,
    at: datetime,
) -> int:
    """Propose a role that another administrator has to approve; raises what `give_role` raises."""
    with verb(session, actor, programme, _MAY, OfficeAction.PROPOSE_ROLE, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        person, role = _checked(act, person_id, given)
        if not programme.needs_two(role):
            raise ValueError(f"{role} is given by one")
        row = RoleProposalRow(
            programme=programme.key,
            person_id=person_id,
            email=person.email,
            role=role.value,
            since=given.since,
            until=given.until,
            reason=given.reason,
            proposed_by_id=act.person.id,
            proposed_at=at,
        )
        session.add(row)
        session.flush()
        act.close(_subject(person_id), after=_told(programme, role, given), came_to=row.id)
        return row.id


def _checked(act: Act, person_id: int, given: RoleGiven) -> tuple[PersonRow, Role]:
    require_whole(given)
    if problems := term_problems(given, act.day):
        raise Wrong(problems)
    role = act.programme.role(given.role)
    if role is None:
        raise ValueError(f"{given.role} is no role of {act.programme.name}")
    row = held_person(act.session, person_id)
    if row.id == act.person.id:
        raise OwnRole
    if not row.active:
        raise NotActive(row.name)
    _require_not_held(act, row, role, given)
    return row, role


def _require_not_held(act: Act, row: PersonRow, role: Role, given: RoleGiven) -> None:
    same = [
        one
        for one in terms_of(act.session, [row.id]).get(row.id, [])
        if one.programme == act.programme.key and one.role is role and not one.is_over(act.day)
    ]
    overlaps = any(
        (one.until is None or given.since <= one.until)
        and (given.until is None or one.since is None or one.since <= given.until)
        for one in same
    )
    proposed = (one for one in waiting_roles(act.session, row.id) if one.programme == act.programme.key)
    if overlaps or any(one.role == role.value for one in proposed):
        raise AlreadyHeld


def _add(
    act: Act, person_id: int, role: Role, given: RoleGiven, *, given_by_id: int, approved_by_id: int | None
) -> None:
    act.session.add(
        PersonRoleRow(
            person_id=person_id,
            programme=act.programme.key,
            role=role.value,
            since=given.since,
            until=given.until,
            reason=given.reason,
            given_by_id=given_by_id,
            approved_by_id=approved_by_id,
            at=act.at,
        )
    )
    act.session.flush()


def approve_role(
    session: Session, actor: Person, programme: Programme, proposal_id: int, *, at: datetime
) -> None:
    """Approve a proposed role; raises SelfApproval for its maker, OwnRole for whom it is, AddressChanged.

    What was proposed for a day that has passed since begins today.
    """
    with verb(session, actor, programme, _MAY, OfficeAction.APPROVE_ROLE, at=at) as act:
        row = _held_unapproved(act, proposal_id)
        require_not_closed(row)
        if row.proposed_by_id == act.person.id:
            raise SelfApproval
        if row.person_id == act.person.id:
            raise OwnRole
        person = held_person(session, row.person_id)
        if not person.active:
            raise NotActive(person.name)
        if person.email != row.email:
            raise AddressChanged
        role = programme.role(row.role)
        if role is None:
            raise NotFound("Peran ini")
        since = max(row.since, act.day)
        if row.until is not None and row.until < since:
            raise Wrong([Problem("until", "Hari terakhir peran ini sudah lewat. Kembalikan usulannya.")])
        row.approved_by_id, row.approved_at = act.person.id, at
        given = RoleGiven(role=row.role, since=since, until=row.until, reason=row.reason)
        _add(act, row.person_id, role, given, given_by_id=row.proposed_by_id, approved_by_id=act.person.id)
        act.close(_subject(row.person_id), after=_told(programme, role, given))


def return_role(
    session: Session,
    actor: Person,
    programme: Programme,
    proposal_id: int,
    why: ClosingReason,
    *,
    at: datetime,
) -> None:
    """Return a proposed role to its maker with a reason; a second press changes nothing."""
    with verb(session, actor, programme, _MAY, OfficeAction.RETURN_ROLE, at=at) as act:
        _close(act, proposal_id, Closing.RETURNED, why)


def withdraw_role(
    session: Session,
    actor: Person,
    programme: Programme,
    proposal_id: int,
    why: ClosingReason,
    *,
    at: datetime,
) -> None:
    """Take back a role that one proposed oneself; a second press changes nothing."""
    with verb(session, actor, programme, _MAY, OfficeAction.WITHDRAW_ROLE, at=at) as act:
        _close(act, proposal_id, Closing.WITHDRAWN, why)


def _close(act: Act, proposal_id: int, how: Closing, why: ClosingReason) -> None:
    row = _held_unapproved(act, proposal_id)
    if is_pressed_again(act, row, how):
        return
    close_proposal(act, row, how, why)
    before = {"programme": row.programme, "role": row.role}
    act.close(_subject(row.person_id), before=before, after={"closed": str(how), "reason": why.reason})


def _held_unapproved(act: Act, proposal_id: int) -> RoleProposalRow:
    row = RoleProposalRow
    query = select(row).where(row.id == proposal_id, row.programme == act.programme.key).with_for_update()
    found = act.session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if found is None:
        raise NotFound("Usulan peran ini")
    if found.approved_by is not None and found.approved_at is not None:
        raise AlreadyApproved(found.approved_by.name, found.approved_at)
    return found


def end_role(
    session: Session,
    actor: Person,
    programme: Programme,
    role_id: int,
    end: RoleEnd,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """Write down the last day of a role, or end it at once; the role itself stays as it was given.

    One person is enough, so that nobody keeps a role for want of a second. Raises NotFound for one that
    is over, Wrong for a day that has passed or lies after its end, and LastAdministrator.
    """
    with verb(session, actor, programme, _MAY, OfficeAction.END_ROLE, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(end)
        hold_everybody_for(act)
        person_id, term = _running(act, role_id)
        if end.last_day is not None and not _may_end_on(act, term, end):
            raise Wrong(
                [Problem("last_day", "Hari terakhir paling awal hari ini, dan sebelum akhir perannya.")]
            )
        add_end(act, role_id, end)
        if term.role is OfficeRole.ADMINISTRATOR:
            require_administrators(session, [programme], act.day)
        after = {"last_day": end.last_day.isoformat() if end.last_day else "seketika", "reason": end.reason}
        before = {"programme": programme.key, "role": term.role.value}
        act.close(_subject(person_id), before=before, after=before | after)


def _running(act: Act, role_id: int) -> tuple[int, RoleTerm]:
    row = act.session.get(PersonRoleRow, role_id)
    if row is None or row.programme != act.programme.key:
        raise NotFound("Peran ini")
    terms = terms_of(act.session, [row.person_id]).get(row.person_id, [])
    term = next((one for one in terms if one.id == role_id and not one.is_over(act.day)), None)
    if term is None:
        raise NotFound("Peran ini")
    return row.person_id, term


def _may_end_on(act: Act, term: RoleTerm, end: RoleEnd) -> bool:
    return end.last_day is not None and (
        act.day <= end.last_day and (term.until is None or end.last_day < term.until)
    )


def add_end(act: Act, role_id: int, end: RoleEnd) -> None:
    """Add the end of a role, as a part of a verb; at once means that yesterday was its last day."""
    last = end.last_day or act.day - timedelta(days=1)
    row = RoleEndRow(role_id=role_id, last_day=last, reason=end.reason, by_person_id=act.person.id, at=act.at)
    act.session.add(row)
    act.session.flush()


def _subject(person_id: int) -> Subject:
    return Subject(OfficeSubject.PERSON, person_id)


def _told(programme: Programme, role: Role, given: RoleGiven) -> State:
    until = given.until.isoformat() if given.until else None
    told = {"since": given.since.isoformat(), "until": until, "reason": given.reason}
    return {"programme": programme.key, "role": role.value, **told}
