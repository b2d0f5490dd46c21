"""Blitar's candidates, binaan and ready questions for Simulasi kebijakan."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from db.blitar.policy.mentoring_register import (
    GROUPS,
    KINDS,
    candidate_subjects_piece,
    client_subjects_piece,
    mentoring_subjects,
    names_of_candidates,
    names_of_clients,
    newest_mentoring_change,
)
from domain.blitar.kinds import SubjectKind
from domain.blitar.policy.asked_first import asked_first
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.register import Register, RegisterMaker, Subject
from domain.roles import Person
from pages.blitar.screens import CLIENTS
from pages.parts.policy_part import PolicyPart, Told
from pages.parts.store import database


def policy_part(person: Person) -> PolicyPart:
    """The part of whoever simulates."""
    return PolicyPart(
        scopes=("Seleksi berjalan dan binaan sekarang", "Semua yang pernah ada"),
        subjects="calon Pendamping dan binaan",
        count=partial(_count, person),
        read=partial(_read, person),
        newest=partial(_newest, person),
        names=partial(_names, person),
        file_of=partial(_file_of, person),
        ready=asked_first,
    )


def _count(person: Person, ever: bool) -> int:
    with database().read() as session:
        return sum(mentoring_subjects(session, person, ever=ever))


def _newest(person: Person) -> str:
    with database().read() as session:
        return newest_mentoring_change(session, person)


def _read(person: Person, rules: LawInForce, ever: bool, told: Told) -> Register:
    maker = RegisterMaker(rules.regulation, {kind: kind.label for kind in KINDS}, GROUPS)
    read = 0
    for piece_of in (candidate_subjects_piece, client_subjects_piece):
        read = _read_all(person, rules, ever, partial(_told_beside, told, read), maker, piece_of) + read
    return maker.made()


def _told_beside(told: Told, before: int, read: int) -> None:
    told(before + read)


def _read_all(
    person: Person,
    rules: LawInForce,
    ever: bool,
    told: Told,
    maker: RegisterMaker,
    piece_of: Callable[..., tuple[int, Sequence[tuple[str, Subject]]]],
) -> int:
    beyond = read = 0
    while True:
        with database().read() as session:
            beyond, piece = piece_of(session, person, rules, ever=ever, beyond=beyond)
        if not piece:
            return read
        by_kind: dict[str, list[Subject]] = {}
        for kind, subject in piece:
            by_kind.setdefault(kind, []).append(subject)
        for kind, subjects in by_kind.items():
            maker.add(kind, subjects)
        read += len(piece)
        told(read)


def _names(person: Person, kind: str, ids: Sequence[int]) -> Mapping[int, str] | None:
    is_candidate = kind == SubjectKind.CANDIDATE
    reading = BlitarPermission.READ_SELECTION if is_candidate else BlitarPermission.READ_CLIENTS
    if not may(person, reading, BLITAR):
        return None
    with database().read() as session:
        return (names_of_candidates if is_candidate else names_of_clients)(session, person, ids)


def _file_of(person: Person, kind: str, number: int) -> tuple[Path, Mapping[str, str]] | None:
    if kind == SubjectKind.CANDIDATE or not may(person, BlitarPermission.READ_CLIENTS, BLITAR):
        return None
    return CLIENTS, {"binaan": str(number)}
