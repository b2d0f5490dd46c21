"""The principal that falls due on each day, and what of it is paid, kept with each booking."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_PLANS = (
    "SELECT instalment.loan_id, due_on, principal, interest, "
    "principal_paid + interest_paid AS paid, released FROM instalment "
    "JOIN loan_progress ON loan_progress.loan_id = instalment.loan_id "
    "ORDER BY instalment.loan_id, instalment.number"
)


def upgrade() -> None:
    """Make the table, and fill it from the plans and how far each loan is paid."""
    op.create_table(
        "principal_due",
        sa.Column("due_on", sa.Date(), primary_key=True),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
    )
    found: dict[Any, list[int]] = {}
    rows = op.get_bind().execute(sa.text(_PLANS).columns(due_on=sa.Date()))
    for _, plan in groupby(rows, attrgetter("loan_id")):
        for on, due, paid in _laid(list(plan)):
            so_far = found.setdefault(on, [0, 0])
            so_far[0] += due
            so_far[1] += paid
    if found:
        table = sa.Table("principal_due", sa.MetaData(), autoload_with=op.get_bind())
        days = [{"due_on": on, "due": due, "paid": paid} for on, (due, paid) in found.items()]
        op.get_bind().execute(sa.insert(table), days)


def downgrade() -> None:
    """Drop it; the plans and the journal tell it all."""
    op.drop_table("principal_due")


def _laid(plan: list[Any]) -> Iterator[tuple[Any, int, int]]:
    """The day, principal and paid principal of each row: oldest first, interest before principal."""
    rest = plan[0].paid
    for row in plan:
        interest = min(rest, row.interest)
        principal = min(rest - interest, row.principal)
        rest -= interest + principal
        if row.principal:
            yield row.due_on, row.principal, row.principal if row.released else principal
