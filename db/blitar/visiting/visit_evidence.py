"""Photos and scans of a visit: brought by who made it, seen by who may read the visit, withdrawn in a row."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.reach import own_staff, require_own
from db.blitar.trail import BlitarAction, BlitarSubject
from db.blitar.visiting.second_eye import own_among
from db.blitar.visiting.visit_rows import visit_row
from db.evidence.kept import (
    Brought,
    EvidenceLine,
    Looks,
    evidence_row,
    keep_evidence,
    lines_of,
    looks_of,
    shown_bytes,
    withdraw_evidence,
)
from db.refusals import NotFound, Wrong
from db.tables import EvidenceRow, VisitRow
from db.trail import Subject
from db.verbs import verb
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitState
from domain.evidence.brought import FIELD, Withdrawn
from domain.problems import Problem
from domain.programme import may
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class VisitEvidence:
    """What hangs on a visit: the lines, how they look in a list, and what this person may do."""

    lines: tuple[EvidenceLine, ...]
    looks: Looks
    adds: bool
    withdraws: bool

    @property
    def shown(self) -> tuple[EvidenceLine, ...]:
        """What was not withdrawn."""
        return tuple(one for one in self.lines if one.withdrawn is None)


def add_visit_evidence(
    session: Session, actor: Person, visit_id: int, brought: Brought, *, nonce: str, at: datetime
) -> int:
    """Hang photos or scans on a visit, and give how many.

    By its Pendamping, or by who recorded it for them and so never verifies it, while it is not verified.
    What waits for verification counts as changed, so that nobody verifies what they have not seen.
    """
    permission, action = BlitarPermission.RECORD_VISITS, BlitarAction.ADD_EVIDENCE
    with verb(session, actor, BLITAR, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.version
        row = visit_row(session, visit_id, hold=True)
        require_own(session, act.person, row.mentor_id, BlitarPermission.VERIFY_VISITS)
        if not brought:
            raise ValueError("adding needs at least one file")
        if not _adds(session, act.person, row):
            raise Wrong((Problem(FIELD, _WHO_ADDS),))
        subject = Subject(BlitarSubject.VISIT, row.id)
        numbers = keep_evidence(act, subject, brought)
        if row.state == VisitState.SENT:
            act.changed(row)
        act.close(subject, version=len(numbers), after={"evidence": numbers})
        return len(numbers)


def withdraw_visit_evidence(
    session: Session, actor: Person, evidence_id: int, why: Withdrawn, *, at: datetime
) -> None:
    """Withdraw a photo or scan with a reason: it is shown no more, and stays in the store.

    Before the verification by whose visit it is; the Fasilitator at any time.
    """
    permission, action = BlitarPermission.RECORD_VISITS, BlitarAction.WITHDRAW_EVIDENCE
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        found, row = _found(session, evidence_id, hold=True)
        require_own(session, act.person, row.mentor_id, BlitarPermission.VERIFY_VISITS)
        if not _withdraws(act.person, row):
            raise Wrong((Problem(FIELD, _WHO_WITHDRAWS),))
        if not withdraw_evidence(act, found, why):
            act.unchanged()
            return
        if row.state == VisitState.SENT:
            act.changed(row)
        act.close(Subject(BlitarSubject.VISIT, row.id), after={"evidence": found.id, "reason": why.reason})


def visit_evidence(session: Session, actor: Person, visit_id: int) -> VisitEvidence:
    """What hangs on a visit, for who may read it; a Pendamping their own only. Raises NotFound."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    row = visit_row(session, visit_id)
    require_own(session, person, row.mentor_id, BlitarPermission.VERIFY_VISITS)
    lines = lines_of(session, Subject(BlitarSubject.VISIT, row.id))
    looks = looks_of(session, lines)
    records = may(person, BlitarPermission.RECORD_VISITS, BLITAR)
    adds = records and _adds(session, person, row)
    return VisitEvidence(lines, looks, adds, records and _withdraws(person, row))


def visit_picture(session: Session, actor: Person, evidence_id: int) -> bytes:
    """The bytes of a photo or scan of a visit, for who may read the visit."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    found, row = _found(session, evidence_id)
    require_own(session, person, row.mentor_id, BlitarPermission.VERIFY_VISITS)
    return shown_bytes(session, found.id)


_WHO_ADDS = (
    "Foto dan pindaian ditambahkan Pendamping kunjungan ini, atau yang mencatatnya, sebelum diverifikasi. "
    "Minta Fasilitator mengembalikan kunjungannya."
)
_WHO_WITHDRAWS = "Kunjungan ini sudah diverifikasi; hanya Fasilitator yang menarik fotonya."


def _adds(session: Session, person: Person, row: VisitRow) -> bool:
    if row.state == VisitState.VERIFIED:
        return False
    own = own_staff(session, person)
    return row.mentor_id in own if own is not None else bool(own_among(session, person, [row.id]))


def _withdraws(person: Person, row: VisitRow) -> bool:
    return row.state != VisitState.VERIFIED or may(person, BlitarPermission.VERIFY_VISITS, BLITAR)


def _found(session: Session, evidence_id: int, *, hold: bool = False) -> tuple[EvidenceRow, VisitRow]:
    found = evidence_row(session, evidence_id)
    if found.subject_kind != BlitarSubject.VISIT or found.programme != BLITAR.key:
        raise NotFound("Foto atau pindaian ini")
    return found, visit_row(session, found.subject_id, hold=hold)
