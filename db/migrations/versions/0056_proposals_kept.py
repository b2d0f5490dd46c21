"""Settings, settlements, proposals, later instruments stay as they were made: only how they end is told."""

from typing import Final

from db.migrations.append_only import keep_but_ending, let_change

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None

_CLOSED: Final = ("closed_how", "closed_reason", "closed_by_id", "closed_at")
_APPROVED: Final = (*_CLOSED, "approved_by_id", "approved_at")
_BOOKED: Final = (*_APPROVED, "entry_id")
_DECIDED: Final = (*_CLOSED, "outcome", "decided_on", "decision", "decided_by_id", "decided_at")
_LISTED: Final = (*_APPROVED, "since", "lifted_on", "lifted_reason", "lifted_by_id", "lifted_at")
_ENDINGS: Final = {
    "office_setting": _APPROVED,
    "reading_settlement": _APPROVED,
    "role_proposal": _APPROVED,
    "reversal_proposal": _APPROVED,
    "takeover_proposal": _APPROVED,
    "capital_proposal": _BOOKED,
    "write_off_proposal": _BOOKED,
    "upgrade_proposal": _DECIDED,
    "red_list_entry": _LISTED,
}


def upgrade() -> None:
    """Guard each table; a later instrument may change until it is sent."""
    for table, endings in _ENDINGS.items():
        keep_but_ending(table, endings)
    keep_but_ending("later_instrument", _APPROVED, once="sent_at")


def downgrade() -> None:
    """Take the guards away."""
    for table in (*_ENDINGS, "later_instrument"):
        let_change(table)
