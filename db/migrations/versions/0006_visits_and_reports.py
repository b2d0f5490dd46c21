"""Visits with what hangs on them, indicators, proposals to move up, recommendations, monthly reports."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KEPT = ("visit_step", "visit_import", "indicator_reading", "facilitator_review")
_TABLES = (
    "facilitator_review", "monthly_report", "recommendation_item", "recommendation_bundle",
    "upgrade_proposal", "client_indicator", "indicator_reading", "follow_up", "visit_step", "visit_part",
    "visit_task", "visit", "visit_import",
)  # fmt: skip
_CLIENT_COLUMNS = ("sector", "stage", "ended_on", "leaving")


def upgrade() -> None:
    """Make the tables, widen the client, and keep what is recorded append-only."""
    _widen_client()
    _make_visits()
    _make_indicators()
    _make_recommendations()
    _make_reports()
    for table in _KEPT:
        keep(table)


def downgrade() -> None:
    """Remove the tables with all that is in them, and the columns of the client."""
    for table in _TABLES:
        op.drop_table(table)
    for name in ("sector", "stage"):
        op.drop_index(f"ix_client_{name}", "client")
    for name in _CLIENT_COLUMNS:
        op.drop_column("client", name)


def _widen_client() -> None:
    op.add_column("client", sa.Column("sector", sa.Text()))
    op.add_column("client", sa.Column("stage", sa.Text(), nullable=False, server_default="new"))
    op.add_column("client", sa.Column("ended_on", sa.Date()))
    op.add_column("client", sa.Column("leaving", sa.JSON()))
    for name in ("sector", "stage"):
        op.create_index(f"ix_client_{name}", "client", [name])


def _make_visits() -> None:
    op.create_table(
        "visit_import",
        _id(),
        _text("name"),
        _text("sha256", index=True),
        _number("taken"),
        _number("left_out"),
        _reference("by_person_id", "person"),
        _moment("at"),
    )
    op.create_table(
        "visit",
        _id(),
        _number("version"),
        _text("state", index=True),
        _reference("mentor_id", "staff"),
        _reference("client_id", "client"),
        _day("on"),
        _text("place"),
        _text("day_part"),
        sa.Column("district_code", sa.Text()),
        _text("agency"),
        _json("body"),
        _reference("import_id", "visit_import", nullable=True, index=True),
        _reference("entered_by_id", "person"),
        _moment("entered_at"),
        _reference("changed_by_id", "person"),
        _moment("changed_at"),
        sa.UniqueConstraint("mentor_id", "client_id", "on", "day_part"),
    )
    op.create_index(None, "visit", ["client_id", "on"])
    op.create_index(None, "visit", ["mentor_id", "on", "state"])
    op.create_index(None, "visit", ["on", "state"])
    for table, name in (("visit_task", "task"), ("visit_part", "part")):
        op.create_table(
            table,
            sa.Column("visit_id", sa.Integer(), sa.ForeignKey("visit.id"), primary_key=True),
            sa.Column(name, sa.Text(), primary_key=True),
        )
    op.create_table(
        "visit_step",
        _id(),
        _reference("visit_id", "visit", index=True),
        _text("state"),
        _text("note"),
        _reference("by_person_id", "person"),
        _moment("at"),
    )
    op.create_table(
        "follow_up",
        _id(),
        _reference("visit_id", "visit", index=True),
        _reference("client_id", "client", index=True),
        _text("told"),
        _day("due_on"),
        _text("doer"),
        _text("state"),
        sa.Column("closed_on", sa.Date()),
        sa.Column("closing_note", sa.Text()),
        _reference("closed_by_id", "person", nullable=True),
    )
    op.create_index(None, "follow_up", ["state", "due_on"])


def _make_indicators() -> None:
    op.create_table(
        "indicator_reading",
        _id(),
        _reference("client_id", "client"),
        _text("indicator"),
        sa.Column("value", sa.BigInteger(), nullable=False),
        _day("on"),
        _text("evidence"),
        _reference("visit_id", "visit", nullable=True, index=True),
        sa.Column("visit_version", sa.Integer()),
        _reference("by_person_id", "person"),
        _moment("at"),
    )
    op.create_index(None, "indicator_reading", ["client_id", "indicator"])
    values = [
        column
        for side in ("baseline", "latest")
        for column in (
            sa.Column(f"{side}_value", sa.BigInteger()),
            sa.Column(f"{side}_on", sa.Date()),
            sa.Column(f"{side}_evidence", sa.Text()),
        )
    ]
    op.create_table(
        "client_indicator",
        sa.Column("client_id", sa.Integer(), sa.ForeignKey("client.id"), primary_key=True),
        sa.Column("indicator", sa.Text(), primary_key=True),
        _text("movement"),
        *values,
        _reference("latest_visit_id", "visit", nullable=True),
    )
    op.create_index(None, "client_indicator", ["indicator", "movement"])
    op.create_table(
        "upgrade_proposal",
        _id(),
        _reference("client_id", "client", index=True),
        _text("reason"),
        _json("basis"),
        _day("proposed_on"),
        _reference("proposed_by_id", "person"),
        _moment("proposed_at"),
        sa.Column("outcome", sa.Text(), index=True),
        sa.Column("decided_on", sa.Date()),
        sa.Column("decision", sa.JSON()),
        _reference("decided_by_id", "person", nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
    )


def _make_recommendations() -> None:
    op.create_table(
        "recommendation_bundle",
        _id(),
        _number("version"),
        _text("agency"),
        _text("state", index=True),
        sa.Column("number", sa.Text()),
        *(sa.Column(name, sa.Date()) for name in ("set_on", "sent_on", "answered_on")),
        sa.Column("answer", sa.Text()),
        _reference("made_by_id", "person"),
        _moment("made_at"),
        _reference("set_by_id", "person", nullable=True),
        _moment("changed_at"),
    )
    op.create_table(
        "recommendation_item",
        sa.Column("bundle_id", sa.Integer(), sa.ForeignKey("recommendation_bundle.id"), primary_key=True),
        sa.Column("visit_id", sa.Integer(), sa.ForeignKey("visit.id"), primary_key=True, unique=True),
        _number("place"),
        _text("told"),
    )


def _make_reports() -> None:
    op.create_table(
        "monthly_report",
        _id(),
        _day("month"),
        _number("version"),
        _number("saves"),
        _text("state"),
        _text("correction"),
        _json("narrative"),
        sa.Column("figures", sa.JSON()),
        _reference("changed_by_id", "person"),
        _moment("changed_at"),
        _reference("sent_by_id", "person", nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("month", "version"),
    )
    op.create_table(
        "facilitator_review",
        _id(),
        _reference("staff_id", "staff"),
        _day("month"),
        _json("body"),
        _reference("by_person_id", "person"),
        _moment("at"),
    )
    op.create_index(None, "facilitator_review", ["staff_id", "month"])


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer(), primary_key=True)


def _text(name: str, *, index: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False, index=index)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=False)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _reference(name: str, table: str, *, nullable: bool = False, index: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{table}.id"), nullable=nullable, index=index)
