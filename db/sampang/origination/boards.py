"""Verb for the officers of a koperasi, who are jointly liable and sign (IV.1.f); the newest list counts."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.limits import require_whole
from db.plain import from_plain, to_plain
from db.refusals import Wrong
from db.sampang.applications.application_rows import held_row
from db.sampang.applications.application_saving import subject_of
from db.sampang.trail import SampangAction
from db.tables import BoardEntryRow
from db.verbs import verb
from domain.identity import check_nik, mask_number
from domain.problems import Problem
from domain.regions.regions import SAMPANG_REGENCY
from domain.roles import Person
from domain.sampang.kinds import ApplicantKind
from domain.sampang.origination.board import NOBODY, Board, Officer
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def record_board(
    session: Session, actor: Person, application_id: int, board: Board, *, nonce: str, at: datetime
) -> None:
    """Write down all officers of a koperasi; a blank NIK leaves the one that is known of that name.

    Wrong for another kind of borrower, and for a NIK that cannot be.
    """
    permission, action = SampangPermission.ENTER_APPLICATIONS, SampangAction.RECORD_BOARD
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return
        require_whole(board, *board.officers)
        row = held_row(session, application_id)
        if row.kind != ApplicantKind.COOPERATIVE:
            raise Wrong(
                [Problem("officers", "Hanya koperasi yang pengurusnya bertanggung renteng (IV.1.f).")]
            )
        told = _whole_numbers(board, known_board(session, row.id))
        session.add(
            BoardEntryRow(application_id=row.id, body=to_plain(told), by_person_id=act.person.id, at=at)
        )
        session.flush()
        act.close(subject_of(row), after={"officers": [one.name for one in told.officers]})


def board_of(session: Session, actor: Person, application_id: int) -> Board:
    """The officers that are known of a file, their NIK masked."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    known = known_board(session, application_id)
    return Board(officers=tuple(replace(one, nik=one.nik and mask_number(one.nik)) for one in known.officers))


def known_board(session: Session, application_id: int) -> Board:
    """The officers that are known of a file, for the verbs, so nothing is masked."""
    table = BoardEntryRow
    query = select(table.body).where(table.application_id == application_id).order_by(table.id.desc())
    found = session.scalars(query.limit(1)).one_or_none()
    return NOBODY if found is None else from_plain(Board, found)


def _whole_numbers(board: Board, known: Board) -> Board:
    """The officers with the digits of their NIK alone, or Wrong."""
    numbers = {one.name: one.nik for one in known.officers}
    problems, told = [], []
    for place, one in enumerate(board.officers, 1):
        nik = one.nik
        if nik.strip():
            checked = check_nik(nik, SAMPANG_REGENCY.code, "officers")
            problems += [Problem("officers", f"Baris {place}: {one.sentence}") for one in checked.problems]
            nik = checked.number or ""
        else:
            nik = numbers.get(one.name, "")
        told.append(Officer(name=one.name, position=one.position, nik=nik))
    if problems:
        raise Wrong(problems)
    return Board(officers=tuple(told))
