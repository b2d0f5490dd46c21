"""A loan can be settled before its plan ends: quotes, the bookings by them, and since when a loan is paid."""

from datetime import date
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep, lifted

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_TABLES = ("settlement_quote", "settlement")
_OF_SETTLING = "'settlement', 'surcharge'"


def upgrade() -> None:
    """Add the columns and tables; of loans that were paid back already, find since when."""
    with lifted("journal_entry"):
        op.add_column("journal_entry", _rupiah("released", server_default="0"))
    op.add_column("loan_progress", _rupiah("released", server_default="0"))
    op.add_column("loan_progress", sa.Column("ended_on", sa.Date()))
    op.create_index("ix_loan_progress_ended_on", "loan_progress", ["ended_on"])
    _find_ends()
    _make_tables()
    for table in _TABLES:
        keep(table)


def downgrade() -> None:
    """Drop them; settlements are told as payments."""
    for table in reversed(_TABLES):
        op.drop_table(table)
    op.drop_index("ix_loan_progress_ended_on", "loan_progress")
    op.drop_column("loan_progress", "ended_on")
    op.drop_column("loan_progress", "released")
    with lifted("journal_entry"):
        op.execute(f"UPDATE journal_entry SET kind = 'payment' WHERE kind IN ({_OF_SETTLING})")
        op.drop_column("journal_entry", "released")
    op.execute(f"UPDATE account_month SET kind = 'payment' WHERE kind IN ({_OF_SETTLING})")


def _make_tables() -> None:
    op.create_table(
        "settlement_quote",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("loan_id", sa.Integer(), sa.ForeignKey("loan.id"), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("on", "since", "until")),
        _rupiah("principal"),
        _rupiah("interest_due"),
        sa.Column("surcharge_months", sa.Integer(), nullable=False),
        *map(_rupiah, ("surcharge", "credit", "released", "total")),
        sa.Column("ruling", sa.Text(), nullable=False),
        sa.Column("after_entry_id", sa.Integer(), sa.ForeignKey("journal_entry.id"), nullable=False),
        sa.Column("paper_id", sa.Integer(), sa.ForeignKey("issued_paper.id"), nullable=False, unique=True),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    for name in ("loan_id", "until"):
        op.create_index(f"ix_settlement_quote_{name}", "settlement_quote", [name])
    entry = "journal_entry.id"
    op.create_table(
        "settlement",
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey(entry), primary_key=True, autoincrement=False),
        sa.Column(
            "quote_id", sa.Integer(), sa.ForeignKey("settlement_quote.id"), nullable=False, unique=True
        ),
        sa.Column("surcharge_entry_id", sa.Integer(), sa.ForeignKey(entry), unique=True),
    )


def _find_ends() -> None:
    query = sa.text(
        "SELECT journal_entry.loan_id, value_on, sum(amount) AS paid FROM journal_entry "
        "JOIN posting ON posting.entry_id = journal_entry.id "
        "JOIN loan_progress ON loan_progress.loan_id = journal_entry.loan_id "
        "WHERE next_due IS NULL AND account IN ('fund_cash', 'interest_cash') AND "
        "kind IN ('payment', 'reversal', 'reallocation') "
        "GROUP BY journal_entry.loan_id, value_on ORDER BY journal_entry.loan_id, value_on"
    ).columns(value_on=sa.Date())
    rows = op.get_bind().execute(query).all()
    found = [(loan, _end(list(days))) for loan, days in groupby(rows, lambda row: row.loan_id)]
    statement = sa.text("UPDATE loan_progress SET ended_on = :on WHERE loan_id = :loan")
    typed = statement.bindparams(sa.bindparam("on", type_=sa.Date()))
    for loan, on in found:
        op.get_bind().execute(typed, {"loan": loan, "on": on})


def _end(days: list[Any]) -> date | None:
    """The day since which all that the loan costs, which is what it brought in the end, was there."""
    since, left = None, sum(int(day.paid) for day in days)
    for day in days:
        left -= int(day.paid)
        since = (since or day.value_on) if left <= 0 else None
    return since


def _rupiah(name: str, **more: Any) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False, **more)
