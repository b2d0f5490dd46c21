"""Loans of this fund that the books have under the NIK or NPWP of an applicant."""

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.amount_lent import amount_lent
from db.sampang.applications.application_rows import npwp_key
from db.tables import ApplicationRow, LoanProgressRow, LoanRow
from domain.roles import Person
from domain.sampang.application import Applicant
from domain.sampang.own_loans import OwnLoan
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def own_loans(
    session: Session, actor: Person, applicant: Applicant, except_id: int | None = None
) -> tuple[OwnLoan, ...]:
    """The loans of this person or business, the newest first; the spouse's are not theirs (III.7)."""
    authorise(session, actor, SAMPANG, SampangPermission.ENTER_APPLICATIONS)
    file, loan, kept = ApplicationRow, LoanRow, LoanProgressRow
    key = npwp_key(applicant.npwp)
    alike = [file.nik == applicant.nik] if applicant.nik else []
    alike += [file.npwp_key == key] if key else []
    if not alike:
        return ()
    files = union(*(select(file.id).where(one, file.id != (except_id or 0)) for one in alike))
    query = (
        select(
            file.id,
            file.number,
            amount_lent(),
            loan.disbursed_on,
            kept.ended_on,
            loan.principal - kept.principal_paid,
        )
        .join(loan, loan.application_id == file.id)
        .join(kept, kept.loan_id == loan.id)
        # Their files first, by number; in one query over all, loans would be read in the order of paying out.
        .where(file.id.in_(files))
        .order_by(loan.disbursed_on.desc(), loan.id.desc())
    )
    return tuple(OwnLoan(*row) for row in session.execute(query))
