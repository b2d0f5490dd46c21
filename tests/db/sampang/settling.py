"""A loan that runs, and what settles it, for tests of the store."""

from datetime import UTC, date, datetime
from itertools import count

from sqlalchemy import select

from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.sampang.loans.settlement_quotes import quote_settlement
from db.sampang.loans.settlements import settle_loan
from db.tables import SettlementQuoteRow
from domain.sampang.fund.money_in import Payment, ReversalAsked
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.servicing.settling import SettlementAsked, SettlementReceived

# The loans of the tests: Rp20.000.000 of 2 March 2026 for 24 months, Rp100.000 of jasa a month, from the
# fifth month Rp1.000.000 of principal besides. Settled on 20 April, after the first jasa: 20,000,000 and
# three months of jasa (VIII.5.e), which is 20,300,000; it holds until 1 May. 2,300,000 of coming jasa fall.
LATER = datetime(2028, 6, 1, tzinfo=UTC)
FIRST_DUE, TAKEN_ON, UNTIL = date(2026, 4, 2), date(2026, 4, 20), date(2026, 5, 1)
TOTAL, FALLEN = 20_300_000, 2_300_000
PDF = b"%PDF rincian"
_numbers = count(1)


def a_running_loan(lending):
    """A loan whose first jasa came on its day."""
    loan = lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))
    pay(lending, loan, 100_000)
    return loan


def pay(lending, loan, amount, on=FIRST_DUE):
    received = Payment(amount=amount, on=on, reference=f"STS {next(_numbers)}")
    return lending.run(record_payment, lending.officer, loan.id, received, at=LATER)


def quote(lending, loan, on=TAKEN_ON, *, printed=lambda _: PDF, **more):
    numbered = PaperNumber(number=f"RP/{next(_numbers)}", on=on)
    asked = SettlementAsked(on=on)
    return lending.run(
        quote_settlement, lending.officer, loan.id, asked, numbered, printed, **{"at": LATER} | more
    )


def settle(lending, quote_id, amount=TOTAL, on=TAKEN_ON, *, who=None, reference=None, **more):
    received = SettlementReceived(amount=amount, on=on, reference=reference or f"STS {next(_numbers)}")
    return lending.run(settle_loan, who or lending.officer, quote_id, received, **{"at": LATER} | more)


def take_back(lending, entry, on=None):
    """Have a booking taken back by two people."""
    asked = lending.run(propose_reversal, lending.officer, entry, ReversalAsked(reason="cek kosong"))
    with lending.database.write() as session:
        return approve_reversal(session, lending.lead, asked, on=on or LATER.date(), at=LATER)


def quote_row(lending, quote_id):
    """The kept amounts of a quote by name."""
    with lending.database.read() as session:
        row = session.execute(
            select(SettlementQuoteRow.__table__).where(SettlementQuoteRow.__table__.c.id == quote_id)
        ).one()
        return dict(row._mapping)
