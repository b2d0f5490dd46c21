"""Selection rounds, candidates, staff, their areas and plans, clients, handovers, loaded boundaries."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SORTABLE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_KEPT = ("candidate_record", "staff_record", "handover", "handover_line", "boundary_file")
_TABLES = (
    "boundary_file", "handover_line", "handover", "client", "week_plan", "assignment", "staff_record",
    "staff", "candidate_record", "candidate", "selection_round",
)  # fmt: skip


def upgrade() -> None:
    """Make the tables, and keep what is recorded append-only."""
    _make_selection()
    _make_staff()
    _make_posting()
    _make_clients()
    _make_boundaries()
    for table in _KEPT:
        keep(table)


def downgrade() -> None:
    """Remove the tables with all that is in them."""
    for table in _TABLES:
        op.drop_table(table)


def _make_selection() -> None:
    op.create_table(
        "selection_round",
        _id(),
        _number("version"),
        _json("body"),
        _reference("changed_by_id", "person"),
        _moment("changed_at"),
        sa.Column("decided_on", sa.Date()),
        sa.Column("minutes_number", sa.Text()),
        sa.Column("result", sa.JSON()),
    )
    op.create_table(
        "candidate",
        _id(),
        _reference("round_id", "selection_round", index=True),
        _number("number"),
        _number("version"),
        _text("name"),
        sa.Column("search_name", _SORTABLE, nullable=False),
        sa.Column("nik", sa.Text()),
        _json("body"),
        _reference("changed_by_id", "person"),
        _moment("changed_at"),
        sa.UniqueConstraint("round_id", "nik"),
    )
    op.create_table(
        "candidate_record", _id(), _reference("candidate_id", "candidate", index=True), *_record()
    )


def _make_staff() -> None:
    op.create_table(
        "staff",
        _id(),
        _number("version"),
        sa.Column("kind", sa.Text(), nullable=False, index=True),
        _text("name"),
        sa.Column("nik", sa.Text(), index=True),
        sa.Column("home_code", sa.Text()),
        _text("decree"),
        sa.Column("appointed_on", sa.Date(), nullable=False),
        sa.Column("contract_until", sa.Date(), nullable=False),
        _json("background"),
        sa.Column("candidate_id", sa.Integer(), sa.ForeignKey("candidate.id"), unique=True),
        _reference("person_id", "person", nullable=True, index=True),
        _reference("replaces_id", "staff", nullable=True),
        sa.Column("ended_on", sa.Date()),
        sa.Column("ending", sa.JSON()),
        _moment("changed_at"),
    )
    op.create_table("staff_record", _id(), _reference("staff_id", "staff", index=True), *_record())


def _make_posting() -> None:
    op.create_table(
        "assignment",
        _id(),
        _reference("staff_id", "staff", index=True),
        _text("district_code"),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date()),
        sa.Column("temporary", sa.Boolean(), nullable=False),
        _text("note"),
        _reference("given_by_id", "person"),
        _moment("at"),
    )
    op.create_index(None, "assignment", ["district_code", "starts_on"])
    op.create_table(
        "week_plan",
        sa.Column("staff_id", sa.Integer(), sa.ForeignKey("staff.id"), primary_key=True),
        sa.Column("monday", sa.Date(), primary_key=True),
        _number("version"),
        _json("slots"),
        _reference("changed_by_id", "person"),
        _moment("changed_at"),
    )


def _make_clients() -> None:
    op.create_table(
        "client",
        _id(),
        sa.Column("number", sa.Text(), nullable=False, unique=True),
        _number("version"),
        *(sa.Column(name, sa.Text(), nullable=False, index=True) for name in ("kind", "status")),
        _text("name"),
        sa.Column("search_name", _SORTABLE, nullable=False),
        *(sa.Column(name, sa.Text(), index=True) for name in ("nik", "district_code")),
        sa.Column("village_code", sa.Text()),
        _reference("mentor_id", "staff", nullable=True, index=True),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("last_visit_on", sa.Date(), index=True),
        _json("body"),
        _reference("changed_by_id", "person"),
        _moment("changed_at"),
    )
    op.create_table(
        "handover",
        _id(),
        _reference("from_staff_id", "staff", index=True),
        sa.Column("on", sa.Date(), nullable=False),
        _text("number"),
        _text("note"),
        _reference("by_person_id", "person"),
        _moment("at"),
    )
    op.create_table(
        "handover_line",
        sa.Column("handover_id", sa.Integer(), sa.ForeignKey("handover.id"), primary_key=True),
        sa.Column("client_id", sa.Integer(), sa.ForeignKey("client.id"), primary_key=True),
        _reference("to_staff_id", "staff", index=True),
        _text("promise"),
    )


def _make_boundaries() -> None:
    op.create_table(
        "boundary_file",
        _id(),
        sa.Column("regency_code", sa.Text(), nullable=False, index=True),
        _text("name"),
        _text("sha256"),
        sa.Column("data", sa.LargeBinary()),
        _reference("by_person_id", "person"),
        _moment("at"),
    )


def _record() -> tuple[sa.Column[Any], ...]:
    return (_text("kind"), _json("body"), _reference("by_person_id", "person"), _moment("at"))


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer(), primary_key=True)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _reference(name: str, table: str, *, nullable: bool = False, index: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{table}.id"), nullable=nullable, index=index)
