"""What a borrower was lent, as the agreement has it: for a loan of before the application too (O-21)."""

from sqlalchemy import ColumnElement, case, func

from db.tables import ApplicationRow, LoanRow


def amount_lent() -> ColumnElement[int]:
    """The principal of the agreement; the books of a loan that was taken over begin with what was left."""
    agreed = func.coalesce(ApplicationRow.amount, LoanRow.principal)
    return case((LoanRow.taken_over_on.is_not(None), agreed), else_=LoanRow.principal)
