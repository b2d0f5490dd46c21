"""The verbs of early settlement as the table of roles presses them."""

from datetime import date, datetime, timedelta

from db.sampang.loans.collateral_to_return import collateral_to_return
from db.sampang.loans.quote_lists import expiring_quotes, quotes_of
from db.sampang.loans.settlement_quotes import quote_settlement, settlement_asked
from db.sampang.loans.settlements import settle_loan
from db.tables import SettlementQuoteRow
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.servicing.settling import SettlementAsked, SettlementReceived
from tests.db.people import NOW, a_nonce

READERS = {"officer", "team_member", "team_lead", "bank"}
A_LOAN, ON = 1, date(2026, 5, 20)
LATER: datetime = NOW + timedelta(days=90)


def _quote(s, who):
    numbered = PaperNumber(number=f"RP {a_nonce()}", on=ON)
    asked = SettlementAsked(on=ON)
    more = {"nonce": a_nonce(), "at": LATER}
    return quote_settlement(s, who, A_LOAN, asked, numbered, lambda _: b"%PDF", **more)


def _settle(s, who):
    row = s.get_one(SettlementQuoteRow, _quote(s, who))
    received = SettlementReceived(amount=row.total, on=ON, reference=f"STS {a_nonce()}")
    return settle_loan(s, who, row.id, received, nonce=a_nonce(), at=LATER)


SETTLING_VERBS = {
    "settlement_asked": (lambda s, who: settlement_asked(s, who, A_LOAN, SettlementAsked(on=ON)), READERS),
    "quote_settlement": (_quote, {"officer"}),
    "settle_loan": (_settle, {"officer"}),
    "quotes_of": (lambda s, who: quotes_of(s, who, A_LOAN, ON), READERS),
    "collateral_to_return": (collateral_to_return, READERS),
    "expiring_quotes": (lambda s, who: expiring_quotes(s, who, ON), READERS),
}
