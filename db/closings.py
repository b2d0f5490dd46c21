"""How a verb closes a proposal that nobody approved: whoever may approve returns it, its maker withdraws it.

A closed proposal is never opened again; it stays with who, when and why, and another one may follow it.
"""

from db.limits import require_whole
from db.refusals import AlreadyClosed, NotYourProposal, OwnProposal
from db.tables.proposal import ProposalColumns
from db.verbs import Act
from domain.closings import Closed, Closing, ClosingReason


def require_not_closed(row: ProposalColumns) -> None:
    """Raise AlreadyClosed for a proposal that was returned or withdrawn: it is approved no more."""
    if (closed := closed_of(row)) is not None:
        raise AlreadyClosed(closed)


def is_pressed_again(act: Act, row: ProposalColumns, how: Closing) -> bool:
    """Whether this person closed it so before: a second press, which then changes nothing."""
    if row.closed_how != how or row.closed_by_id != act.person.id:
        return False
    act.unchanged()
    return True


def close_proposal(act: Act, row: ProposalColumns, how: Closing, why: ClosingReason) -> None:
    """Close a held proposal that nobody approved; the verb has looked at that, and writes the line."""
    require_whole(why)
    require_not_closed(row)
    is_own = row.proposed_by_id == act.person.id
    if how is Closing.RETURNED and is_own:
        raise OwnProposal
    if how is Closing.WITHDRAWN and not is_own:
        raise NotYourProposal
    row.closed_how, row.closed_reason = how, why.reason
    row.closed_by_id, row.closed_at = act.person.id, act.at


def closed_of(row: ProposalColumns) -> Closed | None:
    """How a proposal was closed; None while it waits, and once it was approved."""
    if row.closed_how is None or row.closed_at is None:
        return None
    by = row.closed_by.name if row.closed_by else ""
    return Closed(Closing(row.closed_how), row.closed_reason or "", by, row.closed_at)
