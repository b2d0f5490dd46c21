"""Money that is handed on, capital and closings, as tests press them."""

from datetime import UTC, date, datetime
from itertools import count

from db.sampang.fund.shares import holdings
from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.sampang.treasury.capital import approve_capital, propose_capital
from db.sampang.treasury.closing import close_month
from db.sampang.treasury.handing_on import hand_on_cost, pay_out_share, remit_interest
from domain.sampang.fund.money_in import Payment, ReversalAsked
from domain.sampang.fund.money_out import (
    CapitalChange,
    CapitalMove,
    Cost,
    CostHandedOn,
    Remittance,
    SharePaid,
)
from domain.sampang.origination.stages import Stage

LATER = datetime(2026, 8, 20, 3, tzinfo=UTC)
IN_APRIL = date(2026, 4, 2)
IN_MAY = date(2026, 5, 4)
_slips = count(1)


def slip():
    return f"BKU {next(_slips)}"


def a_loan(lending):
    """Rp20.000.000 for 24 months: Rp100.000 of interest a month; its costs are Rp100/200/50 thousand."""
    return lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))


def pay(lending, loan, amount, on=IN_APRIL, at=LATER):
    received = Payment(amount=amount, on=on, reference=slip())
    return lending.run(record_payment, lending.officer, loan.id, received, at=at)


def remit(lending, amount, on=IN_MAY, at=LATER, who=None, reference=None, **more):
    given = Remittance(amount=amount, on=on, reference=reference or slip())
    return lending.run(remit_interest, who or lending.officer, given, at=at, **more)


def pay_out(lending, share, amount, on=IN_MAY, at=LATER, who=None, reference=None, **more):
    given = SharePaid(share=share, amount=amount, on=on, reference=reference or slip())
    return lending.run(pay_out_share, who or lending.officer, given, at=at, **more)


def hand_on(lending, amount, cost=Cost.INSURANCE, on=IN_MAY, at=LATER, who=None, reference=None, **more):
    given = CostHandedOn(cost=cost, amount=amount, on=on, reference=reference or slip())
    return lending.run(hand_on_cost, who or lending.officer, given, at=at, **more)


def a_change(amount, move=CapitalMove.ADDED, on=IN_MAY, decree="SK Bupati 9/2026"):
    return CapitalChange(move=move, amount=amount, on=on, decree=decree, reason="APBD Perubahan 2026")


def propose(lending, change, who=None, at=LATER, **more):
    return lending.run(propose_capital, who or lending.officer, change, at=at, **more)


def approve(lending, proposal, who=None, at=LATER):
    with lending.database.write() as session:
        return approve_capital(session, who or lending.lead, proposal, at=at)


def take_back(lending, entry, on=date(2026, 8, 20), at=LATER):
    return approve_taking_back(lending, ask_back(lending, entry, at=at), on=on, at=at)


def ask_back(lending, entry, at=LATER):
    return lending.run(propose_reversal, lending.officer, entry, ReversalAsked(reason="salah catat"), at=at)


def approve_taking_back(lending, proposal, on=date(2026, 8, 20), at=LATER):
    with lending.database.write() as session:
        return approve_reversal(session, lending.lead, proposal, on=on, at=at)


def close(lending, month, who=None, at=LATER, **more):
    return lending.run(close_month, who or lending.lead, month, at=at, **more)


def close_until(lending, month, at=LATER):
    """Close every month from that of the opening, January 2026, to this one of the same year."""
    for number in range(1, month + 1):
        close(lending, date(2026, number, 1), at=at)


def held(lending):
    """Each share with what was received, remitted, paid out, and is held."""
    found = lending.ask(holdings, lending.leadership)
    return {one.share: (one.received, one.remitted, one.paid, one.held) for one in found}
