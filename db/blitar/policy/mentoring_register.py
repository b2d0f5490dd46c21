"""Candidates and binaan as subjects of the policy laboratory, piece by piece, without names or NIK."""

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.clients import read_client
from db.blitar.caseload.lines import OPEN, TAKEN_BACK
from db.blitar.selection.candidates import read_candidate
from db.chain.walking import head_of
from db.tables import CandidateRecordRow, CandidateRow, ClientRow, SelectionRoundRow
from domain.blitar.case_of import candidate_case, client_case
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.regions.regions import district
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.register import Subject
from domain.roles import OfficePermission, Person

PIECE: Final = 1_000
GROUPS: Final = ("Jenis", "Kecamatan")
KINDS: Final = (SubjectKind.CANDIDATE, SubjectKind.CLIENT_COOPERATIVE, SubjectKind.CLIENT_MICRO)
_UNKNOWN: Final = "belum diketahui"
Piece = tuple[int, Sequence[tuple[str, Subject]]]


def _candidates(ever: bool) -> ColumnElement[bool]:
    return SelectionRoundRow.id.is_not(None) if ever else SelectionRoundRow.decided_on.is_(None)


def _clients(ever: bool) -> ColumnElement[bool]:
    return ClientRow.status != TAKEN_BACK if ever else ClientRow.status == OPEN


def mentoring_subjects(session: Session, actor: Person, *, ever: bool) -> tuple[int, int]:
    """How many candidates and how many binaan the laboratory would read."""
    authorise(session, actor, BLITAR, OfficePermission.SIMULATE_POLICY)
    of_rounds = select(func.count()).select_from(CandidateRow).join(SelectionRoundRow)
    clients = select(func.count()).select_from(ClientRow).where(_clients(ever))
    return session.scalar(of_rounds.where(_candidates(ever))) or 0, session.scalar(clients) or 0


def candidate_subjects_piece(
    session: Session, actor: Person, law: LawInForce, *, ever: bool, beyond: int
) -> Piece:
    """The next candidates after one, and the number of the last one."""
    authorise(session, actor, BLITAR, OfficePermission.SIMULATE_POLICY)
    query = select(CandidateRow).join(SelectionRoundRow).where(_candidates(ever), CandidateRow.id > beyond)
    rows = session.scalars(query.order_by(CandidateRow.id).limit(PIECE)).all()
    told = select(CandidateRecordRow).where(CandidateRecordRow.candidate_id.in_([row.id for row in rows]))
    records: dict[int, list[CandidateRecordRow]] = {row.id: [] for row in rows}
    for record in session.scalars(told.order_by(CandidateRecordRow.id)):
        records[record.candidate_id].append(record)
    found: list[tuple[str, Subject]] = []
    for row in rows:
        one = read_candidate(row, records[row.id])
        subject = Subject(
            id=row.id,
            number=f"Pendaftaran {row.number}",
            case=candidate_case(one, law),
            filed_on=one.registered_on,
            groups=(SubjectKind.CANDIDATE.label, _named(one.domicile.place.district_code)),
        )
        found.append((SubjectKind.CANDIDATE, subject))
    return (rows[-1].id if rows else beyond), found


def client_subjects_piece(
    session: Session, actor: Person, law: LawInForce, *, ever: bool, beyond: int
) -> Piece:
    """The next binaan after one, each with its kind, and the number of the last one."""
    authorise(session, actor, BLITAR, OfficePermission.SIMULATE_POLICY)
    query = select(ClientRow).where(_clients(ever), ClientRow.id > beyond)
    rows = session.scalars(query.order_by(ClientRow.id).limit(PIECE)).all()
    found: list[tuple[str, Subject]] = []
    for row in rows:
        one = read_client(row)
        groups = (one.kind.label, _named(row.district_code))
        found.append(
            (one.kind, Subject(id=row.id, number=row.number, case=client_case(one, law), groups=groups))
        )
    session.expunge_all()  # a hundred thousand binaan are not kept
    return (rows[-1].id if rows else beyond), found


def _named(code: str | None) -> str:
    place = district(code) if code else None
    return place.name if place else _UNKNOWN


def names_of_candidates(session: Session, actor: Person, ids: Sequence[int]) -> Mapping[int, str]:
    """The names behind some registrations, for whoever simulates and may read the selection."""
    for permission in (OfficePermission.SIMULATE_POLICY, BlitarPermission.READ_SELECTION):
        authorise(session, actor, BLITAR, permission)
    rows = session.execute(select(CandidateRow.id, CandidateRow.name).where(CandidateRow.id.in_(ids)))
    return {one.id: one.name for one in rows}


def names_of_clients(session: Session, actor: Person, ids: Sequence[int]) -> Mapping[int, str]:
    """The names behind some binaan, for whoever simulates and may read binaan."""
    for permission in (OfficePermission.SIMULATE_POLICY, BlitarPermission.READ_CLIENTS):
        authorise(session, actor, BLITAR, permission)
    rows = session.execute(select(ClientRow.id, ClientRow.name).where(ClientRow.id.in_(ids)))
    return {one.id: one.name for one in rows}


def newest_mentoring_change(session: Session, actor: Person) -> str:
    """The hash of the chain's newest link: no two states of a store, nor two stores, have the same."""
    authorise(session, actor, BLITAR, OfficePermission.SIMULATE_POLICY)
    return head_of(session).hash
