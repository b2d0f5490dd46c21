"""Contracts of Pendamping renewed by one decree: everybody on its list together, or nobody."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.blitar.mentoring_papers import MentoringPaper, keep_paper, kept_paper
from db.blitar.refusals import NotRenewable
from db.blitar.staffing.assignments import assignments_of
from db.blitar.staffing.staff import held_mentor, service_of
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.office.practice import law_of
from db.plain import Plain, from_plain, to_plain
from db.refusals import ChangedMeanwhile, Wrong
from db.tables import RenewalDecreeRow, StaffRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.blitar.appointment import Appointment
from domain.blitar.ending import Ending
from domain.blitar.examining import examine_appointment
from domain.blitar.kinds import SubjectKind as StaffKind
from domain.blitar.parameters import DAYS_BEFORE_CONTRACT_END
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import Assignment, Service
from domain.blitar.staffing.renewing import (
    Renewal,
    RenewedLine,
    districts_kept,
    ends_within,
    hindrances,
    problems_of,
    renewed_line,
)
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.regulation.outcomes import outcome_of
from domain.regulation.truth import MET
from domain.roles import Person

Printed = Callable[[Renewal, Sequence[RenewedLine]], bytes]


@dataclass(frozen=True, slots=True)
class ContractEnding:
    """A Pendamping whose contract runs out soon: which kecamatan stay theirs, and what is in the way.

    `serves` is False for one whose service ended before; the day's figure of contracts counts the others.
    """

    service: Service
    serves: bool
    decree: str
    version: int
    districts: tuple[str, ...]
    hindrances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RenewalDecree:
    """A decree that was recorded, with its list as it stood then."""

    id: int
    renewal: Renewal
    lines: tuple[RenewedLine, ...]
    by: str
    at: datetime


def contracts_to_renew(session: Session, actor: Person, day: date) -> tuple[ContractEnding, ...]:
    """Every Pendamping whose contract runs out within the office's days, those who end first at the top."""
    authorise(session, actor, BLITAR, BlitarPermission.APPOINT_STAFF)
    law = law_of(session, BLITAR, day)
    days = cast(int, law.values[DAYS_BEFORE_CONTRACT_END.key])
    query = select(StaffRow).where(StaffRow.kind == StaffKind.MENTOR).order_by(StaffRow.name, StaffRow.id)
    rows = [row for row in session.scalars(query) if ends_within(service_of(row), day, days)]
    given = assignments_of(session, [row.id for row in rows])
    found = [_ending(row, given, law, day) for row in rows]
    return tuple(sorted(found, key=lambda one: (bool(one.hindrances), one.service.contract_until)))


def renew_contracts(
    session: Session,
    actor: Person,
    renewal: Renewal,
    chosen: Sequence[tuple[int, int]],
    *,
    nonce: str,
    at: datetime,
    printed: Printed | None = None,
) -> int:
    """Renew the contracts of those chosen, each with the version that was seen; give the decree's number.

    One transaction with a line in the trail for each. Raises Wrong for what is wrong with the decree,
    NotRenewable with every name that cannot be renewed, and ChangedMeanwhile; then nobody is renewed. What
    `printed` makes of the decree and its list is kept as the paper that goes out.
    """
    permission, action = BlitarPermission.APPOINT_STAFF, BlitarAction.RENEW_CONTRACTS
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_typed(renewal)
        rows = [_held(act, number, version) for number, version in sorted(set(chosen))]
        until = _require_renewable(act, renewal, rows)
        given = assignments_of(session, [row.id for row in rows])
        lines = [
            renewed_line(service_of(row), row.decree, districts_kept(service_of(row), given), until)
            for row in rows
        ]
        decree = _recorded(act, renewal, lines)
        for row in rows:
            _renew(act, row, until, decree)
        kept = _kept(act, decree.id, renewal, printed(renewal, lines)) if printed else {}
        act.close(Subject(BlitarSubject.RENEWAL_DECREE, decree.id), after={**to_plain(renewal), **kept})
        return decree.id


def _kept(act: Act, decree_id: int, renewal: Renewal, pdf: bytes) -> Plain:
    if renewal.decided_on is None:
        raise ValueError("a decree that was recorded has a day")
    kind = MentoringPaper.RENEWAL_DECREE
    return keep_paper(act, kind, decree_id, pdf, number=renewal.decree, on=renewal.decided_on)


def decree_paper(session: Session, actor: Person, decree_id: int) -> bytes | None:
    """A decree as it was kept when it was recorded; None for one of before."""
    authorise(session, actor, BLITAR, BlitarPermission.APPOINT_STAFF)
    return kept_paper(session, MentoringPaper.RENEWAL_DECREE, decree_id)


def renewal_decrees(session: Session, actor: Person) -> tuple[RenewalDecree, ...]:
    """Every decree that was recorded, the newest first."""
    authorise(session, actor, BLITAR, BlitarPermission.APPOINT_STAFF)
    row = RenewalDecreeRow
    query = select(row).order_by(row.id.desc()).options(joinedload(row.by))
    return tuple(
        RenewalDecree(
            one.id,
            from_plain(Renewal, one.body),
            tuple(from_plain(RenewedLine, line) for line in one.lines),
            one.by.name,
            one.at,
        )
        for one in session.scalars(query)
    )


def _ending(row: StaffRow, given: Iterable[Assignment], law: LawInForce, day: date) -> ContractEnding:
    service = service_of(row)
    kept = districts_kept(service, given)
    ending = None if row.ending is None else from_plain(Ending, row.ending)
    found = hindrances(service, ending, kept, _not_met(row, law, day), day)
    return ContractEnding(service, service.is_on(day), row.decree, row.version, kept, found)


def _not_met(row: StaffRow, law: LawInForce, day: date) -> tuple[str, ...]:
    """The provisions on appointment that what is recorded of somebody does not meet on a day."""
    told = replace(from_plain(Appointment, row.background), appointed_on=day)
    found = examine_appointment(told, law)
    if found.verdict_in_use is Verdict.QUALIFIES:
        return ()
    return tuple(
        f"{finding.rule.title}: {outcome_of(finding).value} ({finding.rule.citations[0].place})"
        for finding in found.findings
        if finding.decides and finding.truth is not MET
    )


def _held(act: Act, number: int, version: int) -> StaffRow:
    row = held_mentor(act.session, number)
    if row.version != version:
        raise ChangedMeanwhile(f"data {row.name}", "orang lain", row.changed_at)
    return row


def _require_renewable(act: Act, renewal: Renewal, rows: Sequence[StaffRow]) -> date:
    problems = problems_of(renewal, [service_of(row) for row in rows], act.day)
    if problems or renewal.until is None:
        raise Wrong(problems)
    given = assignments_of(act.session, [row.id for row in rows])
    law = law_of(act.session, BLITAR, act.day)
    found = [_ending(row, given, law, act.day) for row in rows]
    if in_way := [f"{one.service.name}: {'; '.join(one.hindrances)}" for one in found if one.hindrances]:
        raise NotRenewable(in_way)
    return renewal.until


def _recorded(act: Act, renewal: Renewal, lines: Sequence[RenewedLine]) -> RenewalDecreeRow:
    decree = RenewalDecreeRow(
        body=to_plain(renewal),
        lines=[to_plain(line) for line in lines],
        by_person_id=act.person.id,
        at=act.at,
    )
    act.session.add(decree)
    act.session.flush()
    return decree


def _renew(act: Act, row: StaffRow, until: date, decree: RenewalDecreeRow) -> None:
    before = {"contract_until": row.contract_until.isoformat()}
    row.contract_until, row.version, row.changed_at = until, row.version + 1, act.at
    after = {"contract_until": until.isoformat(), "decree": decree.body["decree"], "renewal": decree.id}
    act.note(Subject(BlitarSubject.STAFF, row.id), before=before, after=after)
