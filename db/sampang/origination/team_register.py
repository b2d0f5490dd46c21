"""Verbs for the register of the Pokjanis: a member by a decree, the end of a membership, and who serves."""

from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.limits import require_whole
from db.plain import from_plain, to_plain
from db.refusals import NotFound, Wrong
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import TeamMemberEntryRow, TeamMemberStruckRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.again import same_sign
from domain.dates import indonesian_date
from domain.problems import Problem
from domain.roles import Person
from domain.sampang.origination.team_register import LineStruck, MembershipEnd, Registered, TeamMember
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_MAY = SampangPermission.KEEP_TEAM_REGISTER


def appoint_member(session: Session, actor: Person, member: TeamMember, *, nonce: str, at: datetime) -> int:
    """Write a member down as the decree names it; give the number of the line.

    Raises Wrong for somebody who stands in the register for that element on that day or on a later one.
    """
    with verb(session, actor, SAMPANG, _MAY, SampangAction.APPOINT_MEMBER, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(member)
        _hold(session)
        _require_once(_register(session), member)
        row = TeamMemberEntryRow(on=member.since, body=to_plain(member), by_person_id=act.person.id, at=at)
        session.add(row)
        session.flush()
        act.close(Subject(SampangSubject.TEAM_MEMBER, row.id), after=dict(row.body))
        return row.id


def end_member(
    session: Session, actor: Person, member_id: int, end: MembershipEnd, *, nonce: str, at: datetime
) -> None:
    """Write down the last day of a membership; the line itself stays as it is.

    Raises Wrong for a day before the membership began, NotFound for one that has ended.
    """
    with verb(session, actor, SAMPANG, _MAY, SampangAction.END_MEMBER, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(end)
        register = _register(session)
        found = next((one for one in register if one.id == member_id and not (one.end or one.struck)), None)
        if found is None:
            raise NotFound("Keanggotaan ini")
        if end.on < found.member.since:
            since = indonesian_date(found.member.since)
            raise Wrong(
                [Problem("on", f"Hari terakhir tidak mungkin sebelum keanggotaannya mulai, {since}.")]
            )
        body = to_plain(end)
        _add_end(act, member_id, end)
        subject = Subject(SampangSubject.TEAM_MEMBER, member_id)
        act.close(subject, before=to_plain(found.member), after=dict(body))


def strike_member(
    session: Session,
    actor: Person,
    member_id: int,
    why: LineStruck,
    instead: TeamMember | None = None,
    *,
    nonce: str,
    at: datetime,
) -> None:
    """Strike a wrong line with its reason, and write what is right `instead` where there is something.

    The line stays to be seen; if it had ended, what stands instead ends on the same day.
    Raises NotFound for one that was struck before, and Wrong as `appoint_member`.
    """
    with verb(session, actor, SAMPANG, _MAY, SampangAction.STRIKE_MEMBER, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(why, *([instead] if instead else []))
        _hold(session)
        found = next((one for one in _register(session) if one.id == member_id and not one.struck), None)
        if found is None:
            raise NotFound("Baris register ini")
        session.add(
            TeamMemberStruckRow(member_id=member_id, body=to_plain(why), by_person_id=act.person.id, at=at)
        )
        session.flush()
        if instead is not None:
            _require_once(_register(session), instead)
            body = to_plain(instead)
            row = TeamMemberEntryRow(on=instead.since, body=body, by_person_id=act.person.id, at=at)
            session.add(row)
            session.flush()
            if found.end is not None:
                _require_begun(found.end, instead)
                _add_end(act, row.id, found.end)
        after = to_plain(why) | ({"instead": to_plain(instead)} if instead else {})
        act.close(Subject(SampangSubject.TEAM_MEMBER, member_id), before=to_plain(found.member), after=after)


def team_register(session: Session, actor: Person) -> tuple[Registered, ...]:
    """Every line of the register, the oldest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    return _register(session)


def _hold(session: Session) -> None:
    """Let nobody else write a line until this transaction ends; on SQLite a writer is alone."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"LOCK TABLE {TeamMemberEntryRow.__tablename__} IN SHARE ROW EXCLUSIVE MODE"))


def _require_begun(end: MembershipEnd, instead: TeamMember) -> None:
    if end.on < instead.since:
        on = indonesian_date(end.on)
        told = f"Keanggotaan ini sudah berakhir {on}; mulainya tidak mungkin sesudah itu."
        raise Wrong([Problem("since", told)])


def _add_end(act: Act, member_id: int, end: MembershipEnd) -> None:
    body, by = to_plain(end), act.person.id
    act.session.add(TeamMemberEntryRow(ends_id=member_id, on=end.on, body=body, by_person_id=by, at=act.at))
    act.session.flush()


def _require_once(register: tuple[Registered, ...], member: TeamMember) -> None:
    for one in register:
        is_same = one.member.element is member.element and same_sign(one.member.name, member.name)
        if is_same and one.serves_from(member.since):
            raise Wrong([_stands_already(one)])


def _stands_already(one: Registered) -> Problem:
    since = indonesian_date(one.member.since)
    if one.end is None:
        told = f"Nama ini sudah tercatat untuk unsur itu sejak {since}. Akhiri dahulu yang lama bila ini "
        return Problem("name", f"{told}penggantinya.")
    told = f"Nama ini sudah tercatat untuk unsur itu sejak {since} sampai {indonesian_date(one.end.on)}."
    return Problem("since", f"{told} Yang baru hanya dapat mulai sesudahnya.")


def _register(session: Session) -> tuple[Registered, ...]:
    rows = session.scalars(
        select(TeamMemberEntryRow).order_by(TeamMemberEntryRow.id).options(joinedload(TeamMemberEntryRow.by))
    ).all()
    ends = {row.ends_id: from_plain(MembershipEnd, row.body) for row in rows if row.ends_id is not None}
    table = TeamMemberStruckRow
    struck = {row.member_id: from_plain(LineStruck, row.body) for row in session.scalars(select(table))}
    return tuple(
        Registered(
            row.id, from_plain(TeamMember, row.body), row.by.name, ends.get(row.id), struck.get(row.id)
        )
        for row in rows
        if row.ends_id is None
    )
