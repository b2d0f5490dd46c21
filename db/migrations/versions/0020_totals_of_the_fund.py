"""Totals of the fund kept with each booking, files counted, and the fund as each meeting found it."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.loan import Row

revision = "0020"
down_revision = "0018"
branch_labels = None
depends_on = None

_LENDING = ("running", "settled", "lent", "owed", "behind", "loans_behind")
_LOOKED_AT = [
    "status", "basis", "filed_on", "verdict", "kind", "district_code", "search_name", "number", "amount",
]  # fmt: skip
_NO_LONGER_NEEDED = (
    ("application", ("status", "basis", "filed_on")),
    *(("application", (name,)) for name in ("status", "kind", "district_code", "filed_on", "verdict")),
    ("instalment", ("due_on",)),
    ("posting", ("account",)),
    ("journal_entry", ("on",)),
)


def upgrade() -> None:
    """Make the tables, fill them from what is booked, and index what lists look at."""
    _make_tables()
    op.add_column(
        "application",
        sa.Column(
            "stage_since", sa.DateTime(timezone=True), nullable=False, server_default="2015-09-01 00:00:00"
        ),
    )
    op.add_column("meeting", sa.Column("fund_found", sa.JSON()))
    _fill_by_statements()
    _fill_lending()
    _fill_meetings()
    for table, columns in _NO_LONGER_NEEDED:
        op.drop_index(f"ix_{table}_{'_'.join(columns)}", table)
    op.create_index("ix_application_looked_at", "application", _LOOKED_AT)
    op.create_index("ix_application_status_stage_since", "application", ["status", "stage_since"])
    op.create_index("ix_journal_entry_on_id", "journal_entry", ["on", "id"])
    op.create_index("ix_instalment_loan_id_due_on_number", "instalment", ["loan_id", "due_on", "number"])


def downgrade() -> None:
    """Drop what can be made anew, and make the former indexes."""
    op.drop_index("ix_journal_entry_on_id", "journal_entry")
    op.drop_index("ix_instalment_loan_id_due_on_number", "instalment")
    op.drop_index("ix_application_status_stage_since", "application")
    op.drop_index("ix_application_looked_at", "application")
    for table, columns in _NO_LONGER_NEEDED:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
    op.drop_column("meeting", "fund_found")
    op.drop_column("application", "stage_since")
    for table in ("file_count", "lending_month", "loan_progress", "account_month"):
        op.drop_table(table)


def _make_tables() -> None:
    op.create_table(
        "account_month",
        sa.Column("account", sa.Text(), primary_key=True),
        sa.Column("month", sa.Date(), primary_key=True),
        sa.Column("kind", sa.Text(), primary_key=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
    )
    op.create_table(
        "loan_progress",
        sa.Column("loan_id", sa.Integer(), sa.ForeignKey("loan.id"), primary_key=True, autoincrement=False),
        sa.Column("district_code", sa.Text(), nullable=False),
        sa.Column("principal_paid", sa.BigInteger(), nullable=False),
        sa.Column("interest_paid", sa.BigInteger(), nullable=False),
        sa.Column("instalments_paid", sa.Integer(), nullable=False),
        sa.Column("next_due", sa.Date()),
        sa.Index("ix_loan_progress_next_due_district_code", "next_due", "district_code"),
    )
    op.create_table(
        "lending_month",
        sa.Column("district_code", sa.Text(), primary_key=True),
        sa.Column("month", sa.Date(), primary_key=True),
        *(
            sa.Column(name, sa.BigInteger() if name in ("lent", "owed") else sa.Integer(), nullable=False)
            for name in _LENDING
        ),
    )
    op.create_table(
        "file_count",
        *(sa.Column(name, sa.Text(), primary_key=True) for name in ("status", "kind", "district_code")),
        sa.Column("verdict", sa.Text(), primary_key=True),
        sa.Column("files", sa.Integer(), nullable=False),
    )


def _fill_by_statements() -> None:
    is_server = op.get_context().dialect.name == "postgresql"
    month = "date_trunc('month', \"on\")::date" if is_server else "strftime('%Y-%m-01', \"on\")"
    op.execute(
        f"INSERT INTO account_month SELECT account, {month}, kind, sum(amount), "
        "sum(CASE WHEN account = first THEN 1 ELSE 0 END) FROM posting "
        "JOIN journal_entry ON journal_entry.id = posting.entry_id "
        "JOIN (SELECT entry_id AS booking, min(account) AS first FROM posting GROUP BY entry_id) AS firsts "
        f"ON firsts.booking = journal_entry.id GROUP BY account, {month}, kind"
    )
    op.execute(
        "INSERT INTO file_count SELECT status, kind, coalesce(district_code, ''), coalesce(verdict, ''), "
        "count(*) FROM application GROUP BY status, kind, coalesce(district_code, ''), coalesce(verdict, '')"
    )
    op.execute(
        "UPDATE application SET stage_since = coalesce((SELECT max(at) FROM file_step "
        "WHERE application_id = application.id), entered_at)"
    )


def _rows(query: str, **types: Any) -> Any:
    return op.get_bind().execute(sa.text(query).columns(**types))


def _fill_lending() -> None:
    progress, months = [], dict[tuple[str, date], list[int]]()
    for loan_id, district_code, course in _loans():
        found = course.progress()
        progress.append(
            {
                "loan_id": loan_id,
                "district_code": district_code,
                "principal_paid": found.principal_paid,
                "interest_paid": found.interest_paid,
                "instalments_paid": found.instalments_paid,
                "next_due": found.next_due,
            }
        )
        for month, figures in course.months().items():
            so_far = months.setdefault((district_code, month), [0] * len(_LENDING))
            for place, name in enumerate(_LENDING):
                so_far[place] += getattr(figures, name)
    _insert("loan_progress", progress)
    _insert(
        "lending_month",
        [
            {"district_code": code, "month": month, **dict(zip(_LENDING, figures, strict=True))}
            for (code, month), figures in months.items()
        ],
    )


def _insert(name: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        table = sa.Table(name, sa.MetaData(), autoload_with=op.get_bind())
        op.get_bind().execute(sa.insert(table), rows)


def _loans() -> Iterator[tuple[int, str, Course]]:
    received: dict[int, list[Received]] = {}
    query = (
        "SELECT loan_id, \"on\", sum(CASE WHEN account = 'fund_cash' THEN amount ELSE 0 END) AS principal, "
        "sum(CASE WHEN account = 'interest_cash' THEN amount ELSE 0 END) AS interest FROM journal_entry "
        "JOIN posting ON posting.entry_id = journal_entry.id WHERE kind IN ('payment', 'reversal') "
        'AND loan_id IS NOT NULL GROUP BY loan_id, "on" ORDER BY loan_id, "on"'
    )
    for one in _rows(query, on=sa.Date()):
        received.setdefault(one.loan_id, []).append(Received(one.on, int(one.principal), int(one.interest)))
    query = (
        'SELECT loan.id, loan.principal AS whole, loan.disbursed_on AS "on", district_code, '
        "instalment.number, due_on, instalment.principal, interest FROM loan "
        "JOIN application ON application.id = loan.application_id "
        "JOIN instalment ON instalment.loan_id = loan.id ORDER BY loan.id, instalment.number"
    )
    for loan_id, rows in groupby(_rows(query, on=sa.Date(), due_on=sa.Date()), lambda row: row.id):
        fixed = list(rows)
        schedule = [Row(one.number, one.due_on, one.principal, one.interest, 0, False) for one in fixed]
        first = fixed[0]
        course = Course(first.whole, first.on, schedule, received.get(loan_id, ()))
        yield loan_id, first.district_code or "", course


def _fill_meetings() -> None:
    """What each meeting found: what was booked by its first decision, and what others had promised."""
    is_server = op.get_context().dialect.name == "postgresql"
    meetings = list(_rows(_MEETINGS, at=_MOMENT))
    opened = next(iter(_rows(_OPENED, at=_MOMENT)), None)
    amount = "(body->>'amount')::bigint" if is_server else "json_extract(body, '$.amount')"
    promises = list(_rows(_PROMISES.format(amount=amount), at=_MOMENT, ended=_MOMENT)) if meetings else []
    booked: dict[tuple[str, str], int] = {}
    entries = iter(_rows(_BOOKED, at=_MOMENT)) if meetings else iter(())
    coming, found = next(entries, None), []
    for meeting in meetings:
        while coming is not None and coming.at <= meeting.at:
            key = coming.account, coming.kind
            booked[key] = booked.get(key, 0) + int(coming.amount)
            coming = next(entries, None)
        is_open = opened is not None and opened.at <= meeting.at
        promised = sum(
            one.amount or 0
            for one in promises
            if one.at <= meeting.at
            and one.meeting_id not in (None, meeting.id)
            and (one.ended is None or one.ended > meeting.at)
        )
        found.append({"meeting": meeting.id, "fund": _position(booked, promised, is_open=is_open)})
    if found:
        table = sa.table("meeting", sa.column("id"), sa.column("fund_found", sa.JSON()))
        fill = table.update().where(table.c.id == sa.bindparam("meeting"))
        op.get_bind().execute(fill.values(fund_found=sa.bindparam("fund")), found)


_MOMENT = sa.DateTime(timezone=True)
_OPENED = "SELECT opened_at AS at FROM fund WHERE opened_at IS NOT NULL"
_MEETINGS = (
    "SELECT id, coalesce((SELECT min(at) FROM file_step WHERE meeting_id = meeting.id), closed_at) AS at "
    "FROM meeting WHERE closed_at IS NOT NULL OR EXISTS "
    "(SELECT 1 FROM file_step WHERE meeting_id = meeting.id) ORDER BY 2"
)
_PROMISES = (
    "SELECT at, meeting_id, {amount} AS amount, (SELECT min(ended.at) FROM file_step AS ended "
    "WHERE ended.application_id = file_step.application_id AND ended.seq > file_step.seq "
    "AND ended.step IN ('disburse', 'withdraw', 'take_back')) AS ended "
    "FROM file_step WHERE step = 'approve'"
)
_BOOKED = (
    "SELECT at, account, kind, sum(amount) AS amount FROM journal_entry "
    "JOIN posting ON posting.entry_id = journal_entry.id WHERE account IN ('capital', 'fund_cash', 'loans') "
    "GROUP BY at, account, kind ORDER BY at"
)


def _position(booked: dict[tuple[str, str], int], promised: int, *, is_open: bool) -> dict[str, Any]:
    def on(account: str) -> int:
        return sum(amount for (of, _), amount in booked.items() if of == account)

    paid_out = booked.get(("loans", "disbursement"), 0)
    figures = {
        "capital": -on("capital"),
        "cash": on("fund_cash"),
        "committed": promised,
        "paid_out": paid_out,
        "returned": paid_out - on("loans"),
    }
    return {"is_open": is_open, **(figures if is_open else dict.fromkeys(figures, 0))}
