"""The verbs of a write-off by the regency's decree as the table of roles presses them."""

from db.sampang.loans.claim_lists import claim_on, claims, waiting_write_offs, write_offs_of
from db.sampang.loans.write_offs import (
    approve_write_off,
    propose_write_off,
    return_write_off,
    withdraw_write_off,
)
from domain.closings import ClosingReason
from tests.db.people import a_nonce
from tests.db.sampang.collecting import a_loan, at
from tests.db.sampang.writing_off import BOOKED, DECREE, PROPOSED, propose

OFFICER, LEAD = {"officer"}, {"team_lead"}
READERS = {"officer", "team_member", "team_lead", "bank"}
WAITING = 1
WHY = ClosingReason(reason="x")
_loans = {}


def set_up_write_offs(lending):
    """One loan about which a proposal waits, and one of which nothing was proposed."""
    _loans["asked"], _loans["free"] = a_loan(lending)[0], a_loan(lending)[0]
    assert propose(lending, _loans["asked"]) == WAITING


def _propose(s, who):
    return propose_write_off(s, who, _loans["free"], DECREE, nonce=a_nonce(), at=at(PROPOSED))


WRITE_OFF_VERBS = {
    # An officer proposes what the regency decreed, the lead approves
    "propose_write_off": (_propose, OFFICER),
    "approve_write_off": (lambda s, who: approve_write_off(s, who, WAITING, at=at(BOOKED)), LEAD),
    "return_write_off": (lambda s, who: return_write_off(s, who, WAITING, WHY, at=at(BOOKED)), LEAD),
    "withdraw_write_off": (
        lambda s, who: withdraw_write_off(s, who, WAITING, WHY, at=at(BOOKED)),
        OFFICER,
    ),
    "write_offs_of": (lambda s, who: write_offs_of(s, who, _loans["asked"]), READERS),
    "waiting_write_offs": (waiting_write_offs, READERS),
    "claim_on": (lambda s, who: claim_on(s, who, _loans["asked"]), READERS),
    "claims": (claims, READERS),
}
