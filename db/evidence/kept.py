"""How photos and scans are written, read and withdrawn; for verbs, which have asked who may."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from db.evidence.folder import FileAway, folder_of, is_there, read_file, write_file
from db.limits import require_typed, require_whole
from db.refusals import NotFound, Wrong
from db.tables import EvidenceBytesRow, EvidenceRow, EvidenceWithdrawalRow, PersonRow
from db.trail import Subject, SubjectKind
from db.verbs import Act
from domain.evidence.brought import (
    FIELD,
    EvidenceTold,
    Prepared,
    TakenAt,
    Withdrawn,
    problems_of,
    quota_problems,
)
from domain.evidence.contents import FileKind
from domain.problems import Problem

Brought = Sequence[tuple[Prepared, EvidenceTold]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """A photo or scan as a list shows it; `withdrawn` tells why it is not shown any more.

    `beside` is the number of its subject, `part` which paper of the subject it shows.
    """

    id: int
    beside: int
    part: str
    kind: FileKind
    caption: str
    size: int
    taken: TakenAt
    by_id: int
    by: str
    at: datetime
    withdrawn: str | None
    withdrawn_by: str | None


@dataclass(frozen=True, slots=True)
class Looks:
    """Small pictures by number, and the numbers of those whose file cannot be opened."""

    small: dict[int, bytes]
    away: frozenset[int]


def keep_evidence(act: Act, subject: Subject, brought: Brought, part: str = "") -> list[int]:
    """Keep files beside a subject, or a part of it, and give their numbers; Wrong for what cannot be kept."""
    for ready, told in brought:
        require_typed(told)
        if problems := problems_of(ready):
            raise Wrong(problems)
    _require_room(act, subject, part, brought)
    return [_keep(act, subject, part, ready, told) for ready, told in brought]


def lines_of(session: Session, subject: Subject) -> tuple[EvidenceLine, ...]:
    """What hangs on a subject, the oldest first, also what was withdrawn."""
    return lines_beside(session, subject.kind, [subject.id])


def lines_beside(session: Session, kind: SubjectKind, numbers: Sequence[int]) -> tuple[EvidenceLine, ...]:
    """What hangs on the subjects of a kind with these numbers, the oldest first, also what was withdrawn."""
    row, gone, taker, undone_by = EvidenceRow, EvidenceWithdrawalRow, PersonRow, aliased(PersonRow)
    query = (
        select(row, taker.name, gone.reason, undone_by.name)
        .join(taker, taker.id == row.by_person_id)
        .outerjoin(gone, gone.evidence_id == row.id)
        .outerjoin(undone_by, undone_by.id == gone.by_person_id)
        .where(row.subject_kind == kind, row.subject_id.in_(numbers))
        .order_by(row.id)
    )
    return tuple(_line(*found) for found in session.execute(query))


def files_beside(kind: SubjectKind, number: Any) -> ColumnElement[int]:
    """How many photos and scans are shown beside the subject with a number, within another query."""
    gone = select(EvidenceWithdrawalRow.evidence_id).where(
        EvidenceWithdrawalRow.evidence_id == EvidenceRow.id
    )
    found = select(func.count()).select_from(EvidenceRow)
    return found.where(
        EvidenceRow.subject_kind == kind, EvidenceRow.subject_id == number, ~gone.exists()
    ).scalar_subquery()


def evidence_row(session: Session, evidence_id: int) -> EvidenceRow:
    """A photo or scan, or raise NotFound."""
    row = session.get(EvidenceRow, evidence_id)
    if row is None:
        raise NotFound("Foto atau pindaian ini")
    return row


def looks_of(session: Session, lines: Sequence[EvidenceLine]) -> Looks:
    """The pictures for lists of those that are shown, by number, and whose file is away from its folder."""
    numbers = [one.id for one in lines if one.withdrawn is None]
    if not numbers:
        return Looks({}, frozenset())
    row, folder = EvidenceBytesRow, folder_of(session)
    query = select(row.evidence_id, row.small, EvidenceRow.sha256, func.length(row.data).label("kept"))
    query = query.join(EvidenceRow, EvidenceRow.id == row.evidence_id).where(row.evidence_id.in_(numbers))
    found = session.execute(query).all()
    return Looks(
        {one.evidence_id: one.small for one in found},
        frozenset(
            one.evidence_id
            for one in found
            if not one.kept and (folder is None or not is_there(folder, one.sha256))
        ),
    )


def shown_bytes(session: Session, evidence_id: int) -> bytes:
    """The bytes of one that is shown; NotFound for one that was withdrawn, FileAway for one out of reach."""
    if session.get(EvidenceWithdrawalRow, evidence_id) is not None:
        raise NotFound("Foto atau pindaian ini")
    if data := session.get_one(EvidenceBytesRow, evidence_id).data:
        return data
    folder = folder_of(session)
    if folder is None:
        raise FileAway
    return read_file(folder, evidence_row(session, evidence_id).sha256)


def withdraw_evidence(act: Act, row: EvidenceRow, why: Withdrawn) -> bool:
    """Withdraw one with a reason; tells False where it was withdrawn before, and then changes nothing."""
    require_whole(why)
    if act.session.get(EvidenceWithdrawalRow, row.id) is not None:
        return False
    gone = EvidenceWithdrawalRow(evidence_id=row.id, reason=why.reason, by_person_id=act.person.id, at=act.at)
    act.session.add(gone)
    act.session.flush()
    return True


def _require_room(act: Act, subject: Subject, part: str, brought: Brought) -> None:
    lines = [one for one in lines_of(act.session, subject) if one.withdrawn is None and one.part == part]
    kept = select(func.coalesce(func.sum(EvidenceRow.size), 0))
    in_all = act.session.scalar(kept.where(EvidenceRow.programme == act.programme.key)) or 0
    added = sum(len(ready.data) for ready, _ in brought)
    problems = quota_problems(len(lines), len(brought), in_all, added, act.day)
    seen = {sha256(ready.data).hexdigest() for ready, _ in brought}
    if problems := [*problems, *_same(act.session, subject, part, seen, len(brought))]:
        raise Wrong(problems)


def _same(session: Session, subject: Subject, part: str, hashes: set[str], brought: int) -> Iterator[Problem]:
    gone = select(EvidenceWithdrawalRow.evidence_id)
    query = select(EvidenceRow.id).where(
        EvidenceRow.subject_kind == subject.kind,
        EvidenceRow.subject_id == subject.id,
        EvidenceRow.part == part,
        EvidenceRow.sha256.in_(hashes),
        EvidenceRow.id.not_in(gone),
    )
    if len(hashes) < brought or session.scalars(query).first() is not None:
        yield Problem(FIELD, "Foto atau pindaian yang sama sudah ada di sini.")


def _keep(act: Act, subject: Subject, part: str, ready: Prepared, told: EvidenceTold) -> int:
    taken = ready.taken.believed_on(act.day)
    row = EvidenceRow(
        programme=act.programme.key,
        subject_kind=subject.kind,
        subject_id=subject.id,
        part=part,
        kind=ready.kind,
        caption=told.caption,
        size=len(ready.data),
        sha256=sha256(ready.data).hexdigest(),
        width=ready.width,
        height=ready.height,
        taken_at=taken.clock,
        latitude=taken.latitude,
        longitude=taken.longitude,
        by_person_id=act.person.id,
        at=act.at,
    )
    act.session.add(row)
    act.session.flush()
    folder = folder_of(act.session)
    if folder is not None:
        # Before the row is there for anybody: a file without a row harms nobody, a row without a file does.
        write_file(folder, ready.data)
    data = ready.data if folder is None else b""
    act.session.add(EvidenceBytesRow(evidence_id=row.id, data=data, small=ready.small))
    act.session.flush()
    return row.id


def _line(row: EvidenceRow, by: str, reason: str | None, undone_by: str | None) -> EvidenceLine:
    return EvidenceLine(
        id=row.id,
        beside=row.subject_id,
        part=row.part,
        kind=FileKind(row.kind),
        caption=row.caption,
        size=row.size,
        taken=TakenAt(row.taken_at, row.latitude, row.longitude),
        by_id=row.by_person_id,
        by=by,
        at=row.at,
        withdrawn=reason,
        withdrawn_by=undone_by,
    )
