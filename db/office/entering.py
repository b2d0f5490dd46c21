"""Coming in, staying and going out: each sign-in is a row, so that a cookie by itself is worth nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import and_, bindparam, select, update
from sqlalchemy.orm import Session

from db import audit, clock
from db.access import held_in, in_force
from db.engine import require_write
from db.office.entry_settings import entry_limits
from db.tables import AccountRow, PersonRoleRow, PersonRow, SignInRow
from db.trail import OfficeAction, OfficeSubject, Subject
from domain.entering.claims import Claims, is_new
from domain.entering.limits import SEEN_EVERY, Stay, stay_under
from domain.entering.outside import Outside, SignInEnd
from domain.programme import Programme
from domain.programmes import PROGRAMMES
from domain.roles import Person

# How long somebody may take at the provider until the sign-in that is renewed stays as it was.
_RENEWS_WITHIN: Final = timedelta(minutes=15)

# Every run of every screen asks this, so it is put together once.
_CAME: Final = (
    select(SignInRow, PersonRow.id.label("person_id"), PersonRow.name, PersonRow.active)
    .add_columns(PersonRoleRow.programme, PersonRoleRow.role)
    .join(PersonRow, PersonRow.id == SignInRow.person_id)
    .outerjoin(PersonRoleRow, and_(PersonRoleRow.person_id == PersonRow.id, in_force()))
    .where(SignInRow.key == bindparam("key"))
)


@dataclass(frozen=True, slots=True)
class Came:
    """Who stands at the door: a person, or why nobody is let in; `seen_long_ago` asks for `see`."""

    person: Person | None
    outside: Outside | None = None
    seen_long_ago: bool = False


def who_came(session: Session, claims: Claims, programmes: Collection[Programme]) -> Came | None:
    """Who came in by a sign-in, with today's roles; None when it has not begun yet."""
    rows = session.execute(_CAME, {"key": claims.key, "day": clock.office_day()}).all()
    return _came(rows, programmes) if rows else None


def _came(rows: Any, programmes: Collection[Programme]) -> Came:
    row: SignInRow = rows[0].SignInRow
    now = clock.moment()
    if row.ended_at is not None:
        return Came(None, Outside.ENDED)
    if Stay(row.idle_ends_at, row.ends_at, row.fresh_until).is_over(now):
        return Came(None, Outside.OVER)
    held = held_in(rows) if rows[0].active else frozenset()
    if not any(one.programme == programme.key for one in held for programme in programmes):
        return Came(None, Outside.NO_ROLE)
    return Came(Person(rows[0].person_id, rows[0].name, held, row.id), None, now - row.seen_at >= SEEN_EVERY)


def begin(session: Session, claims: Claims, programmes: Collection[Programme], *, at: datetime) -> Came:
    """Begin a sign-in that has just happened at a provider; for a person with a role alone.

    The account is remembered at the first entry: the same address with another account is another person.
    """
    require_write(session)
    session.execute(
        select(PersonRow.id).where(PersonRow.email == claims.email).with_for_update(key_share=True)
    )
    if (found := who_came(session, claims, programmes)) is not None:
        return found
    if (refused := why_not(session, claims, programmes)) is not None:
        return Came(None, refused)
    person = _known_by_address(session, claims.email)
    if person is None:
        return Came(None, Outside.UNKNOWN)
    if not _accounts(session, person, claims):
        row = AccountRow(person_id=person.id, issuer=claims.issuer, subject=claims.subject, at=at)
        session.add(row)
    return Came(_let_in(session, person, claims, programmes, at))


def why_not(session: Session, claims: Claims, programmes: Collection[Programme]) -> Outside | None:
    """Why a sign-in that has not begun yet may not begin; None when it may."""
    if not claims.email:
        return Outside.NOT_VERIFIED
    if not is_new(claims, clock.moment()):
        return Outside.OVER
    person = _known_by_address(session, claims.email)
    if person is None:
        return Outside.UNKNOWN
    if not any(one.programme == programme.key for one in person.held for programme in programmes):
        return Outside.NO_ROLE
    known = _accounts(session, person, claims)
    if any(one.person_id != person.id or one.subject != claims.subject for one in known):
        return Outside.OTHER_ACCOUNT
    return None


def _known_by_address(session: Session, email: str) -> Person | None:
    query = select(PersonRow.id, PersonRow.name).where(PersonRow.email == email, PersonRow.active)
    row = session.execute(query).one_or_none()
    return None if row is None else Person(row.id, row.name, _roles(session, row.id))


def _roles(session: Session, person_id: int) -> Any:
    query = select(PersonRoleRow.programme, PersonRoleRow.role).where(
        PersonRoleRow.person_id == person_id, in_force()
    )
    return held_in(session.execute(query, {"day": clock.office_day()}))


def _accounts(session: Session, person: Person, claims: Claims) -> Sequence[AccountRow]:
    """The remembered accounts that touch a sign-in: of this account, or of this person at this provider."""
    held = AccountRow.released_at.is_(None)
    same_account = and_(AccountRow.issuer == claims.issuer, AccountRow.subject == claims.subject)
    same_issuer = and_(AccountRow.issuer == claims.issuer, AccountRow.person_id == person.id)
    return session.scalars(select(AccountRow).where(held, same_account | same_issuer)).all()


def _let_in(
    session: Session, person: Person, claims: Claims, programmes: Collection[Programme], at: datetime
) -> Person:
    proven = min(claims.proven_at, at)
    stay = stay_under(entry_limits(session, programmes, clock.office_day()), at, at, proven)
    row = SignInRow(
        key=claims.key,
        person_id=person.id,
        provider=claims.provider,
        began_at=at,
        proven_at=proven,
        seen_at=at,
        idle_ends_at=stay.idle_ends_at,
        ends_at=stay.ends_at,
        fresh_until=stay.fresh_until,
    )
    renewed = (SignInRow.person_id == person.id, SignInRow.renewing_at > at - _RENEWS_WITHIN)
    _end(session, renewed, SignInEnd.RENEWED, person.id, at)
    session.add(row)
    session.flush()
    _note(session, person, OfficeAction.SIGN_IN, at, {"sign_in": row.id, "provider": claims.provider})
    return replace(person, entry=row.id)


def see(session: Session, person: Person, programmes: Collection[Programme], *, at: datetime) -> None:
    """Note that somebody is still there; by the settings of today, and at most once a minute."""
    require_write(session)
    row = session.get_one(SignInRow, person.entry)
    if row.ended_at is not None or at - row.seen_at < SEEN_EVERY:
        return
    limits = entry_limits(session, programmes, clock.office_day())
    stay = stay_under(limits, row.began_at, at, row.proven_at)
    row.seen_at, row.idle_ends_at = at, stay.idle_ends_at
    row.ends_at, row.fresh_until = stay.ends_at, stay.fresh_until


def go_to_renew(session: Session, person: Person, *, at: datetime) -> None:
    """Note that somebody leaves for the provider to sign in again; the new sign-in then ends this one."""
    require_write(session)
    row = session.get(SignInRow, person.entry) if person.entry is not None else None
    if row is not None and row.ended_at is None:
        row.renewing_at = at


def sign_out(session: Session, person: Person, *, everywhere: bool = False, at: datetime) -> None:
    """End one's own sign-in, or all of one's own."""
    require_write(session)
    whose = SignInRow.person_id == person.id
    which = (whose,) if everywhere else (whose, SignInRow.id == person.entry)
    how = SignInEnd.EVERYWHERE if everywhere else SignInEnd.SIGNED_OUT
    ended = _end(session, which, how, person.id, at)
    if ended:
        _note(session, person, OfficeAction.SIGN_OUT, at, {"how": how.label, "ended": ended})


def end_sign_ins(session: Session, person_id: int, by: Person | None, at: datetime) -> int:
    """End all sign-ins of a person, as a part of another verb; gives how many there were."""
    whose = (SignInRow.person_id == person_id,)
    return _end(session, whose, SignInEnd.BY_ADMINISTRATOR, by.id if by else None, at)


def _end(session: Session, which: Any, how: SignInEnd, by_id: int | None, at: datetime) -> int:
    change = (
        update(SignInRow)
        .where(*which, SignInRow.ended_at.is_(None))
        .values(ended_at=at, ended_how=str(how), ended_by_id=by_id)
        .execution_options(synchronize_session="fetch")
    )
    return int(session.execute(change).rowcount)  # type: ignore[attr-defined]


def _note(
    session: Session, person: Person, action: OfficeAction, at: datetime, after: dict[str, Any]
) -> None:
    """A line in the trail of each programme in which the person holds a role."""
    subject = Subject(OfficeSubject.PERSON, person.id)
    for programme in PROGRAMMES:
        if person.roles_in(programme.key):
            audit.record(session, person, programme, action, subject, at, after=after)
