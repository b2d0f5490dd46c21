"""What is personal goes when its time is over: lists that two people agree on, and what each erased."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep, keep_but_ending, let_change
from db.migrations.erasable import begin_erasing, end_erasing, keep_whole, let_erase

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None

_TABLES: Final = ("erased_run", "erasure", "erasure_line", "erasure_hold", "erasure_list")
_CLOSED: Final = ("closed_how", "closed_reason", "closed_by_id", "closed_at")
_ENDINGS: Final = (*_CLOSED, "approved_by_id", "approved_at", "erased_at")
ERASABLE: Final = {
    "audit": ("before", "after"),
    "board_entry": ("body",),
    "candidate_record": ("body",),
    "collection_entry": ("body",),
    "custody_entry": ("body", "standing_reason", "examined"),
    "erasure_hold": ("reason",),
    "evidence": ("caption", "latitude", "longitude", "sha256"),
    "evidence_bytes": ("data", "small"),
    "evidence_withdrawal": ("reason",),
    "facilitator_review": ("body",),
    "file_step": ("note", "body"),
    "handover": ("note",),
    "handover_line": ("promise",),
    "indicator_reading": ("evidence",),
    "issued_paper": ("pdf",),
    "journal_entry": ("memo",),
    "judgement": ("reason",),
    "mentoring_paper": ("pdf",),
    "monthly_report": ("figures",),
    "offered_thing": ("body", "examined"),
    "paper_to_sign": ("body", "facts"),
    "receipt": ("body", "because"),
    "recorded_again": ("because", "resembles"),
    "red_list_entry": ("reason", "lifted_reason", "closed_reason"),
    "renewal_decree": ("lines",),
    "reversal_proposal": ("reason", "closed_reason"),
    "settlement_quote": ("ruling",),
    "staff_record": ("body",),
    "survey_finding": ("body",),
    "taken_over_loan": ("told",),
    "takeover_proposal": ("told",),
    "upgrade_proposal": ("reason", "closed_reason", "basis", "decision"),
    "use_of_funds": ("body",),
    "visit_step": ("note",),
    "write_off_proposal": ("reason", "closed_reason"),
}


def upgrade() -> None:
    """Make the tables, and let an approved list through the guards of what is kept."""
    _make_lists()
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("list_id", sa.Integer(), sa.ForeignKey("erasure_list.id"), nullable=False, index=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("in_table", "row_key", "before", "after")),
        sa.UniqueConstraint("in_table", "row_key", "before"),
    )
    op.create_table(
        "erased_run",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("list_id", sa.Integer(), sa.ForeignKey("erasure_list.id"), nullable=False, index=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("link", "place")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("before", "after")),
        sa.UniqueConstraint("link", "place", "before"),
    )
    keep_but_ending("erasure_list", _ENDINGS)
    keep_but_ending("erasure_line", ("outcome",))
    for table in ("erasure_hold", "erasure", "erased_run"):
        keep(table)
    begin_erasing()
    for table, columns in ERASABLE.items():
        let_erase(table, columns)


def _make_lists() -> None:
    op.create_table(
        "erasure_list",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("programme", sa.Text(), nullable=False, index=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_how", sa.Text(), nullable=True),
        sa.Column("closed_reason", sa.Text(), nullable=True),
        sa.Column("closed_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("approved_by_id <> proposed_by_id", name="ck_erasure_list_two"),
    )
    op.create_table(
        "erasure_line",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("list_id", sa.Integer(), sa.ForeignKey("erasure_list.id"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("event_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.UniqueConstraint("list_id", "kind", "subject_id"),
    )
    op.create_table(
        "erasure_hold",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Keep everything whole again; what was erased stays away."""
    for table in ERASABLE:
        if table != "erasure_hold":
            keep_whole(table)
    for table in ("erasure_list", "erasure_line"):
        let_change(table)
    for table in _TABLES:
        op.drop_table(table)
    end_erasing()
