"""Photos and scans of a survey, of a paper, of a visit after the money went out: who brings and sees them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.evidence.kept import (
    Brought,
    EvidenceLine,
    Looks,
    evidence_row,
    keep_evidence,
    lines_beside,
    looks_of,
    shown_bytes,
    withdraw_evidence,
)
from db.refusals import NotFound, Wrong
from db.sampang.applications.application_rows import held_row
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import ApplicationRow, EvidenceRow, LoanRow, UseOfFundsRow
from db.trail import Subject
from db.verbs import log_read, verb
from domain.evidence.brought import FIELD, Withdrawn
from domain.problems import Problem
from domain.programme import may
from domain.revealing import Why
from domain.roles import Person
from domain.sampang.origination.stages import CANDIDATES, CLOSED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.scanned_papers import SCANNED, shows_numbers


@dataclass(frozen=True, slots=True)
class Beside:
    """What photos and scans hang on; `part` says which paper of an application."""

    kind: SampangSubject
    id: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class FileEvidence:
    """What hangs on one or several: lines, how they look in a list, and what this person may do."""

    lines: tuple[EvidenceLine, ...]
    looks: Looks
    adds_to: frozenset[int]
    withdraws: frozenset[int]
    reads_numbers: bool

    def of(self, number: int, part: str | None = None) -> tuple[EvidenceLine, ...]:
        """The lines of one subject, or of one part of it."""
        return tuple(one for one in self.lines if one.beside == number and part in (None, one.part))

    @property
    def with_numbers(self) -> frozenset[int]:
        """Which of them show identity numbers."""
        return frozenset(one.id for one in self.lines if _has_numbers(one.part))

    def opens(self, one: EvidenceLine) -> bool:
        """Whether this person may look at it: a paper with identity numbers is opened like the numbers."""
        return self.reads_numbers or not _has_numbers(one.part)


@dataclass(frozen=True, slots=True)
class _Rule:
    """Who reads and who brings, and to whom of those a subject is open."""

    reads: SampangPermission
    brings: SampangPermission
    opens: Callable[[Session, Person, Sequence[int]], Collection[int]]
    told: str

    def is_open(self, session: Session, person: Person, number: int) -> bool:
        """Whether something may be hung on this one by a person who may bring."""
        return number in self.opens(session, person, [number])


def _in_survey(session: Session, person: Person, numbers: Sequence[int]) -> Collection[int]:
    return [number for number, stage in _stages(session, numbers).items() if stage in CANDIDATES]


def _in_work(session: Session, person: Person, numbers: Sequence[int]) -> Collection[int]:
    return [number for number, stage in _stages(session, numbers).items() if stage not in CLOSED]


def _own_visits(session: Session, person: Person, numbers: Sequence[int]) -> Collection[int]:
    visit = UseOfFundsRow
    query = select(visit.id).where(visit.id.in_(numbers), visit.by_person_id == person.id)
    return session.scalars(query).all()


def _stages(session: Session, numbers: Sequence[int]) -> Mapping[int, Stage]:
    file = ApplicationRow
    found = session.execute(select(file.id, file.status).where(file.id.in_(numbers)))
    return {number: Stage(status) for number, status in found}


def _visit(session: Session, number: int) -> UseOfFundsRow:
    row = session.get(UseOfFundsRow, number)
    if row is None:
        raise NotFound("Kunjungan penggunaan dana ini")
    return row


def _hold(session: Session, subject: Subject) -> None:
    """Hold what the subject belongs to, so that two writers see each other's photos."""
    if subject.kind == SampangSubject.USE_OF_FUNDS:
        loan = _visit(session, subject.id).loan_id
        session.scalars(select(LoanRow.id).where(LoanRow.id == loan).with_for_update()).one()
    else:
        held_row(session, subject.id)


_RULES: Final = {
    SampangSubject.SURVEY: _Rule(
        SampangPermission.READ_APPLICATIONS,
        SampangPermission.RECORD_SURVEYS,
        _in_survey,
        "Foto survei ditambahkan sesudah berkas diperiksa dan sebelum diputus (VI.2.a).",
    ),
    SampangSubject.APPLICATION_PAPER: _Rule(
        SampangPermission.READ_APPLICATIONS,
        SampangPermission.ENTER_APPLICATIONS,
        _in_work,
        "Berkas ini sudah selesai; pindaiannya tidak ditambah lagi.",
    ),
    SampangSubject.USE_OF_FUNDS: _Rule(
        SampangPermission.READ_LOANS,
        SampangPermission.WATCH_USE_OF_FUNDS,
        _own_visits,
        "Foto kunjungan ditambahkan oleh yang mencatat kunjungannya.",
    ),
}
_WHO_WITHDRAWS: Final = (
    "Foto dan pindaian ditarik oleh yang menambahkannya selama masih dapat ditambah; sesudah itu oleh "
    "Ketua Harian."
)
_ANY: Final = SampangPermission.WITHDRAW_ANY_EVIDENCE


def add_file_evidence(
    session: Session, actor: Person, beside: Beside, brought: Brought, *, nonce: str, at: datetime
) -> int:
    """Hang photos or scans on a survey, a paper or a visit after the money went out; give how many."""
    rule = _RULES[beside.kind]
    with verb(session, actor, SAMPANG, rule.brings, SampangAction.ADD_EVIDENCE, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        if not brought or bool(beside.part) is not (beside.kind is SampangSubject.APPLICATION_PAPER):
            raise ValueError("adding needs a file, and a paper tells which it is")
        if beside.part and beside.part not in SCANNED:
            raise NotFound("Berkas persyaratan ini")
        subject = Subject(beside.kind, beside.id)
        _hold(session, subject)
        if not rule.is_open(session, act.person, beside.id):
            raise Wrong((Problem(FIELD, rule.told),))
        numbers = keep_evidence(act, subject, brought, beside.part)
        act.close(subject, version=len(numbers), after={"evidence": numbers, "part": beside.part})
        return len(numbers)


def withdraw_file_evidence(
    session: Session, actor: Person, evidence_id: int, why: Withdrawn, *, at: datetime
) -> None:
    """Withdraw a photo or scan with a reason: it is shown no more, and stays in the store."""
    found = _found(session, evidence_id)
    rule, subject = _rule_of(found), Subject(SampangSubject(found.subject_kind), found.subject_id)
    permission, action = (rule.brings, _ANY), SampangAction.WITHDRAW_EVIDENCE
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        _hold(session, subject)
        is_open = may(act.person, rule.brings, SAMPANG) and rule.is_open(session, act.person, subject.id)
        if not _withdraws(act.person, is_open, subject.kind, found.by_person_id):
            raise Wrong((Problem(FIELD, _WHO_WITHDRAWS),))
        if not withdraw_evidence(act, found, why):
            act.unchanged()
            return
        act.close(subject, after={"evidence": found.id, "reason": why.reason})


def file_evidence(
    session: Session, actor: Person, kind: SampangSubject, numbers: Sequence[int]
) -> FileEvidence:
    """What hangs on the subjects of a kind with these numbers, for who may read them."""
    rule = _RULES[SampangSubject(kind)]
    person = authorise(session, actor, SAMPANG, rule.reads)
    brings = may(person, rule.brings, SAMPANG)
    adds_to = frozenset(rule.opens(session, person, numbers) if brings else ())
    lines = lines_beside(session, kind, numbers)
    shown = [one for one in lines if one.withdrawn is None]
    looks = looks_of(session, lines)
    open_to_all = {one.id for one in shown if not _has_numbers(one.part)}
    return FileEvidence(
        lines=lines,
        looks=Looks({key: small for key, small in looks.small.items() if key in open_to_all}, looks.away),
        adds_to=adds_to,
        withdraws=frozenset(
            one.id for one in shown if _withdraws(person, one.beside in adds_to, kind, one.by_id)
        ),
        reads_numbers=may(person, SampangPermission.REVEAL_IDENTITY, SAMPANG),
    )


def file_picture(session: Session, actor: Person, evidence_id: int, *, at: datetime) -> bytes:
    """The bytes of a photo or scan, for who may read its subject.

    A paper with identity numbers needs the right to open those, and a write session: it is written down.
    """
    found = _found(session, evidence_id)
    person = authorise(session, actor, SAMPANG, _rule_of(found).reads)
    if _has_numbers(found.part):
        authorise(session, actor, SAMPANG, SampangPermission.REVEAL_IDENTITY)
        opened = Subject(SampangSubject.APPLICATION, found.subject_id)
        log_read(session, person, SAMPANG, SampangAction.REVEAL_IDENTITY, opened, at, Why.OPEN_PAPER.told)
    return shown_bytes(session, found.id)


def _has_numbers(part: str) -> bool:
    return bool(part) and shows_numbers(part)


def _withdraws(person: Person, is_open: bool, kind: str, brought_by: int) -> bool:
    """Officers share the papers; photos are withdrawn by who brought them."""
    own = brought_by == person.id or kind == SampangSubject.APPLICATION_PAPER
    return (is_open and own) or may(person, _ANY, SAMPANG)


def _rule_of(found: EvidenceRow) -> _Rule:
    return _RULES[SampangSubject(found.subject_kind)]


def _found(session: Session, evidence_id: int) -> EvidenceRow:
    found = evidence_row(session, evidence_id)
    if found.programme != SAMPANG.key:
        raise NotFound("Foto atau pindaian ini")
    return found
