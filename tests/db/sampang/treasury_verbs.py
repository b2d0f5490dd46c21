"""The verbs of money that is handed on, capital and closing as the table of roles presses them."""

from datetime import date, datetime, timedelta

from db.sampang.fund.shares import holdings
from db.sampang.loans.books_of_span import bookings_within, books_of_span
from db.sampang.treasury.capital import approve_capital, propose_capital, return_capital, withdraw_capital
from db.sampang.treasury.capital_lists import (
    booked_capital,
    closed_capital,
    returned_capital,
    waiting_capital,
)
from db.sampang.treasury.closing import close_month, closed_until, closings, months_to_close
from db.sampang.treasury.handing_on import hand_on_cost, pay_out_share, remit_interest
from domain.closings import ClosingReason
from domain.sampang.fund.interest_shares import Share
from domain.sampang.fund.journal_lines import Span
from domain.sampang.fund.money_out import (
    CapitalChange,
    CapitalMove,
    Cost,
    CostHandedOn,
    Remittance,
    SharePaid,
)
from tests.db.people import NOW, a_nonce
from tests.db.sampang.lending import DAY

OFFICER, LEAD = {"officer"}, {"team_lead"}
WHO_READS = {"officer", "team_member", "team_lead", "leadership"}
A_CHANGE, A_SPAN = 1, Span(first=DAY, last=date(2026, 5, 31))
LATER: datetime = NOW + timedelta(days=90)
WHY = ClosingReason(reason="x")


def _press():
    return {"nonce": a_nonce(), "at": LATER}


def _remit(s, who, amount=6):
    given = Remittance(amount=amount, on=LATER.date(), reference=f"STS {a_nonce()}")
    return remit_interest(s, who, given, **_press())


def _remit_and_pay_out(s, who):
    _remit(s, who)
    given = SharePaid(share=Share.REVENUE, amount=1, on=LATER.date(), reference="SP2D")
    return pay_out_share(s, who, given, **_press())


def _hand_on(s, who):
    given = CostHandedOn(cost=Cost.NOTARY, amount=1, on=LATER.date(), reference="kuitansi")
    return hand_on_cost(s, who, given, **_press())


def propose_a_change(s, who):
    change = CapitalChange(move=CapitalMove.ADDED, amount=1, on=DAY, decree=f"SK {a_nonce()}", reason="x")
    return propose_capital(s, who, change, **_press())


TREASURY_VERBS = {
    # An officer records, the lead approves and closes
    "holdings": (holdings, WHO_READS),
    "remit_interest": (_remit, OFFICER),
    "pay_out_share": (_remit_and_pay_out, OFFICER),
    "hand_on_cost": (_hand_on, OFFICER),
    "propose_capital": (propose_a_change, OFFICER),
    "approve_capital": (lambda s, who: approve_capital(s, who, A_CHANGE, at=LATER), LEAD),
    "return_capital": (lambda s, who: return_capital(s, who, A_CHANGE, WHY, at=LATER), LEAD),
    "withdraw_capital": (lambda s, who: withdraw_capital(s, who, A_CHANGE, WHY, at=LATER), OFFICER),
    "waiting_capital": (waiting_capital, OFFICER | LEAD),
    "returned_capital": (returned_capital, OFFICER | LEAD),
    "closed_capital": (closed_capital, OFFICER | LEAD),
    "booked_capital": (booked_capital, WHO_READS),
    "close_month": (lambda s, who: close_month(s, who, date(2026, 1, 1), **_press()), LEAD),
    "closings": (closings, WHO_READS),
    "months_to_close": (lambda s, who: months_to_close(s, who, DAY), WHO_READS),
    "closed_until": (closed_until, WHO_READS | {"bank"}),
    "bookings_within": (lambda s, who: bookings_within(s, who, A_SPAN), WHO_READS),
    "books_of_span": (lambda s, who: books_of_span(s, who, A_SPAN), WHO_READS),
}
