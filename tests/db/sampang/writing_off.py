"""A write-off of the loan of twenty million that nobody pays, proposed by one person, approved by another."""

from datetime import date

from db.sampang.fund.ledger import balances
from db.sampang.lending_figures import lending_from_journal, lending_on
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.sampang.loans.write_offs import approve_write_off, propose_write_off
from domain.sampang.fund.money_in import Payment, ReversalAsked
from domain.sampang.servicing.write_off import WriteOffAsked
from tests.db.people import a_nonce
from tests.db.sampang.collecting import at
from tests.db.sampang.kept_totals import look_at_kept_totals

DECREED = date(2027, 1, 4)
PROPOSED, BOOKED, LATER = date(2027, 1, 11), date(2027, 1, 12), date(2027, 3, 15)
DECREE = WriteOffAsked(decree="Kep. Bupati 5/2027", decreed_on=DECREED, reason="tidak tertagih")


def propose(lending, loan, asked=DECREE, who=None, on=PROPOSED):
    return lending.run(propose_write_off, who or lending.officer, loan, asked, at=at(on))


def approve(lending, proposal, who=None, on=BOOKED):
    with lending.database.write() as session:
        return approve_write_off(session, who or lending.lead, proposal, at=at(on))


def written_off(lending, loan, asked=DECREE):
    """Write a loan off; give the booking's number."""
    return approve(lending, propose(lending, loan, asked))


def pay(lending, loan, amount, on=LATER, reference=None):
    received = Payment(amount=amount, on=on, reference=reference or f"STS {a_nonce()}")
    return lending.run(record_payment, lending.officer, loan, received, at=at(max(on, LATER)))


def take_back(lending, entry, on=LATER):
    asked = ReversalAsked(reason="keputusannya dicabut")
    proposal = lending.run(propose_reversal, lending.officer, entry, asked, at=at(on))
    with lending.database.write() as session:
        return approve_reversal(session, lending.lead, proposal, on=on, at=at(on))


def books(lending):
    with lending.database.read() as session:
        return dict(balances(session))


def looked_at(lending):
    """Whatever was done: all accounts sum to zero, and what is kept is what the journal comes to."""
    assert sum(books(lending).values()) == 0
    with lending.database.read() as session:
        look_at_kept_totals(session)
        for day in (DECREED, BOOKED, LATER, date(2027, 1, 31), date(2027, 3, 31), date(2028, 6, 30)):
            assert lending_on(session, day) == lending_from_journal(session, day), day
