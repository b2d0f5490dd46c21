"""Roles with their days, the accounts through which people sign in, and their sign-ins."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None

_HELD: Final = sa.text("released_at IS NULL")


def upgrade() -> None:
    """Give every role of today its days: from the person's beginning, without an end."""
    before = _taken_out("person_role", "person_id", "programme", "role")
    _make_roles()
    _put_back("person_role", ("person_id", "programme", "role", "reason"), [(*row, "") for row in before])
    keep("person_role")
    keep("role_end")
    # Addresses are compared without capitals from now on.
    op.execute("UPDATE person SET email = lower(trim(email)) WHERE email IS NOT NULL")
    _make_entering()
    _make_proposals()


def downgrade() -> None:
    """Keep of the roles only which they are."""
    for table in ("role_proposal", "sign_in", "account", "role_end"):
        op.drop_table(table)
    before = sorted(set(_taken_out("person_role", "person_id", "programme", "role")))
    op.create_table(
        "person_role",
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("programme", sa.Text(), primary_key=True),
        sa.Column("role", sa.Text(), primary_key=True),
    )
    _put_back("person_role", ("person_id", "programme", "role"), before)


def _taken_out(table: str, *columns: str) -> list[tuple[object, ...]]:
    rows = op.get_bind().execute(sa.text(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1, 2, 3")).all()
    op.drop_table(table)
    return [tuple(row) for row in rows]


def _put_back(table: str, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    into = sa.table(table, *map(sa.column, columns))
    if rows:
        op.bulk_insert(into, [dict(zip(columns, row, strict=True)) for row in rows])


def _person(name: str, *, needed: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey("person.id"), nullable=not needed)


def _moment(name: str, *, needed: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not needed)


def _make_roles() -> None:
    op.create_table(
        "person_role",
        sa.Column("id", sa.Integer(), primary_key=True),
        _person("person_id", needed=True),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("since", sa.Date()),
        sa.Column("until", sa.Date()),
        sa.Column("reason", sa.Text(), nullable=False),
        _person("given_by_id"),
        _person("approved_by_id"),
        _moment("at", needed=False),
    )
    op.create_index("ix_person_role_person_id", "person_role", ["person_id"])
    op.create_table(
        "role_end",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("role_id", sa.Integer(), sa.ForeignKey("person_role.id"), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        _person("by_person_id"),
        _moment("at"),
    )
    op.create_index("ix_role_end_role_id", "role_end", ["role_id"])


def _make_entering() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), primary_key=True),
        _person("person_id", needed=True),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        _moment("at"),
        _moment("released_at", needed=False),
        _person("released_by_id"),
    )
    for name, columns in (("one_account", ["issuer", "subject"]), ("one_issuer", ["person_id", "issuer"])):
        op.create_index(name, "account", columns, unique=True, sqlite_where=_HELD, postgresql_where=_HELD)
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.Text(), nullable=False),
        _person("person_id", needed=True),
        sa.Column("provider", sa.Text(), nullable=False),
        *map(_moment, ("began_at", "proven_at", "seen_at", "idle_ends_at", "ends_at", "fresh_until")),
        _moment("renewing_at", needed=False),
        _moment("ended_at", needed=False),
        sa.Column("ended_how", sa.Text()),
        _person("ended_by_id"),
        sa.UniqueConstraint("key", name="uq_sign_in_key"),
    )
    op.create_index("ix_sign_in_person_id_ended_at", "sign_in", ["person_id", "ended_at"])


def _make_proposals() -> None:
    op.create_table(
        "role_proposal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("programme", sa.Text(), nullable=False),
        _person("person_id", needed=True),
        sa.Column("email", sa.Text()),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("reason", sa.Text(), nullable=False),
        _person("proposed_by_id", needed=True),
        _moment("proposed_at"),
        sa.Column("closed_how", sa.Text()),
        sa.Column("closed_reason", sa.Text()),
        _person("closed_by_id"),
        _moment("closed_at", needed=False),
        _person("approved_by_id"),
        _moment("approved_at", needed=False),
    )
    for column in ("programme", "person_id"):
        op.create_index(f"ix_role_proposal_{column}", "role_proposal", [column])
