"""Unpaid loans and open applications of the same NIK or NPWP: one definition, asked for one or for many."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.access import authorise
from db.bulk import pieces
from db.sampang.applications.application_rows import application_row, npwp_key
from db.tables import ApplicationRow, LoanProgressRow, LoanRow
from domain.roles import Person
from domain.sampang.application import Applicant
from domain.sampang.origination.stages import CLOSED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.still_running import StillRunning

_NIK: Final = "NIK sama"
_NPWP: Final = "NPWP sama"
_Marks = tuple[str | None, str | None]


def still_running(
    session: Session, actor: Person, applicants: Sequence[Applicant], except_id: int | None = None
) -> Mapping[int, tuple[StillRunning, ...]]:
    """What each of these still has, by place, unpaid loans first; without a number nothing is looked for."""
    authorise(session, actor, SAMPANG, SampangPermission.ENTER_APPLICATIONS)
    return _found(session, [(one.nik, npwp_key(one.npwp)) for one in applicants], except_id)


def still_running_of(session: Session, actor: Person, application_id: int) -> tuple[StillRunning, ...]:
    """The same of a stored application, also for those who may not see its NIK."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_APPLICATIONS)
    row = application_row(session, application_id)
    return _found(session, [(row.nik, row.npwp_key)], row.id).get(0, ())


def _found(
    session: Session, marks: Sequence[_Marks], except_id: int | None
) -> Mapping[int, tuple[StillRunning, ...]]:
    by_nik = _by(session, ApplicationRow.nik, {nik for nik, _ in marks if nik}, _NIK)
    by_npwp = _by(session, ApplicationRow.npwp_key, {key for _, key in marks if key}, _NPWP)
    found = {}
    for place, (nik, key) in enumerate(marks):
        own = {one.application_id: one for one in by_npwp.get(key or "", ())}
        own |= {one.application_id: one for one in by_nik.get(nik or "", ())}
        own.pop(except_id or 0, None)
        if own:
            found[place] = tuple(sorted(own.values(), key=_unpaid_then_newest))
    return found


def _by(
    session: Session, column: InstrumentedAttribute[str | None], wanted: set[str], alike_in: str
) -> Mapping[str, list[StillRunning]]:
    file, loan, kept = ApplicationRow, LoanRow, LoanProgressRow
    unpaid = and_(loan.id.is_not(None), kept.ended_on.is_(None))
    query = (
        select(column, file.id, file.number, file.status, loan.id, loan.principal - kept.principal_paid)
        .outerjoin(loan, loan.application_id == file.id)
        .outerjoin(kept, kept.loan_id == loan.id)
        .where(or_(unpaid, file.status.not_in(CLOSED)))
    )
    found: dict[str, list[StillRunning]] = defaultdict(list)
    for some in pieces(sorted(wanted)):
        for told, number_in_store, number, status, loan_id, owed in session.execute(
            query.where(column.in_(some))
        ):
            left = None if loan_id is None else int(owed or 0)
            found[str(told)].append(StillRunning(number_in_store, number, Stage(status), left, alike_in))
    return found


def _unpaid_then_newest(one: StillRunning) -> tuple[bool, int]:
    return one.owed is None, -one.application_id
