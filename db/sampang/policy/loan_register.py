"""The files of the fund as subjects of the policy laboratory, piece by piece, without names or NIK."""

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session, selectinload

from db.access import authorise
from db.chain.walking import head_of
from db.sampang.applications.application_rows import read_row
from db.sampang.fund.ledger import position_of
from db.tables import ApplicationRow
from domain.regions.regions import district
from domain.regulation.case import Case
from domain.regulation.policy.register import Subject
from domain.roles import OfficePermission, Person
from domain.sampang import facts as fact
from domain.sampang.application import LoanApplication
from domain.sampang.case_of import facts_of, items_of
from domain.sampang.kinds import ApplicantKind, SizeFound
from domain.sampang.origination.stages import UNDECIDED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

PIECE: Final = 500
GROUPS: Final = ("Jenis", "Kecamatan", "Kelas usaha")
_UNKNOWN: Final = "belum diketahui"
_NO_CLASS: Final = "bukan usaha perorangan"


def _wanted(ever: bool) -> ColumnElement[bool]:
    """Every file that was ever handed in, or those of them that are not decided yet."""
    handed_in = ApplicationRow.status != Stage.DRAFT
    return handed_in if ever else and_(handed_in, ApplicationRow.status.in_(UNDECIDED))


def loan_subjects(session: Session, actor: Person, *, ever: bool) -> int:
    """How many files the laboratory would read."""
    authorise(session, actor, SAMPANG, OfficePermission.SIMULATE_POLICY)
    return session.scalar(select(func.count()).select_from(ApplicationRow).where(_wanted(ever))) or 0


def loan_subjects_piece(
    session: Session, actor: Person, *, ever: bool, beyond: int
) -> tuple[int, Sequence[tuple[str, Subject]]]:
    """The next files after one, each with its kind, and the number of the last one."""
    authorise(session, actor, SAMPANG, OfficePermission.SIMULATE_POLICY)
    query = (
        select(ApplicationRow)
        .where(_wanted(ever), ApplicationRow.id > beyond)
        .order_by(ApplicationRow.id)
        .limit(PIECE)
        .options(
            selectinload(ApplicationRow.collateral),
            selectinload(ApplicationRow.papers),
            selectinload(ApplicationRow.judgements),
        )
    )
    rows = session.scalars(query).all()
    found = [(row.kind, _subject(row.id, row.number, read_row(row))) for row in rows]
    session.expunge_all()  # thirty thousand files with all that belongs to them are not kept
    return (rows[-1].id if rows else beyond), found


def _subject(number_in_store: int, number: str, application: LoanApplication) -> Subject:
    facts = facts_of(application)
    who = application.applicant
    place = district(who.district_code) if who.district_code else None
    return Subject(
        id=number_in_store,
        number=number,
        case=Case(facts, items_of(application)),
        filed_on=application.filed_on,
        groups=(
            who.kind.label,
            place.name if place else _UNKNOWN,
            _size(who.kind, facts.get(fact.SIZE_BY_CURRENT_LAW.key)),
        ),
        principal=application.amount,
        months=application.term_months,
    )


def _size(kind: ApplicantKind, found: object) -> str:
    if kind is not ApplicantKind.BUSINESS:
        return _NO_CLASS
    return _UNKNOWN if found is None else SizeFound(str(found)).label


def names_of_files(session: Session, actor: Person, ids: Sequence[int]) -> Mapping[int, str]:
    """The names behind some files, for whoever simulates and may read files."""
    for permission in (OfficePermission.SIMULATE_POLICY, SampangPermission.READ_APPLICATIONS):
        authorise(session, actor, SAMPANG, permission)
    rows = session.execute(select(ApplicationRow.id, ApplicationRow.name).where(ApplicationRow.id.in_(ids)))
    return {one.id: one.name for one in rows}


def free_cash(session: Session, actor: Person) -> int | None:
    """What the fund can still promise; None while it has not been opened."""
    authorise(session, actor, SAMPANG, OfficePermission.SIMULATE_POLICY)
    position = position_of(session)
    return position.free if position.is_open else None


def newest_change(session: Session, actor: Person) -> str:
    """The hash of the chain's newest link: no two states of a store, nor two stores, have the same."""
    authorise(session, actor, SAMPANG, OfficePermission.SIMULATE_POLICY)
    return head_of(session).hash
