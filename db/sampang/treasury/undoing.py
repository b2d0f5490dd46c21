"""How a booking without a loan is taken back, once two people said so (`loans/reversals.py`)."""

from datetime import date

from db.sampang.fund.ledger import balances, book, entry_of, position_of
from db.sampang.origination.advancing import require_free
from db.tables import JournalEntryRow
from db.verbs import Act
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.handing_on_checks import hindrances_to_undoing
from domain.sampang.fund.made_of_entries import undone
from domain.sampang.fund.position import hindrances_to_promising


def undo(act: Act, row: JournalEntryRow, on: date, reason: str) -> int:
    """Book the opposite of a booking as of a day; gives its number. The fund must be held.

    Raises Hindered where the money went on since: a remittance that was paid out, capital that was lent.
    """
    session, entry = act.session, entry_of(row)
    require_free(hindrances_to_undoing(entry, balances(session)))
    if entry.kind is EntryKind.CAPITAL_ADDED:
        require_free(hindrances_to_promising(position_of(session), entry.amounts[Account.FUND_CASH]))
    return book(session, act.person, undone(entry, on, reason), act.at, reverses_id=row.id)
