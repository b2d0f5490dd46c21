"""The verbs of taking older loans over as the table of roles presses them."""

from db.sampang.takeover.approving import approve_takeover
from db.sampang.takeover.proposing import propose_takeover, return_takeover, withdraw_takeover
from db.sampang.takeover.takeovers import (
    loans_of_takeover,
    numbers_in_use,
    taken_over_loan,
    takeover_days,
    takeovers,
)
from domain.closings import ClosingReason
from tests.db.people import a_nonce
from tests.db.sampang.lending import DAY
from tests.db.sampang.taking_over import LATER, a_takeover, an_old_loan

OFFICER, LEAD = {"officer"}, {"team_lead"}
READERS = {"officer", "team_member", "team_lead", "bank"}
A_PROPOSAL, A_LOAN = 1, 1
WHY = ClosingReason(reason="x")


def propose_older(s, who):
    told = a_takeover(an_old_loan(), principal=12_000_000)
    return propose_takeover(s, who, told, nonce=a_nonce(), at=LATER)


TAKEOVER_VERBS = {
    # An officer proposes, the lead approves
    "propose_takeover": (propose_older, OFFICER),
    "approve_takeover": (lambda s, who: approve_takeover(s, who, A_PROPOSAL, at=LATER), LEAD),
    "return_takeover": (lambda s, who: return_takeover(s, who, A_PROPOSAL, WHY, at=LATER), LEAD),
    "withdraw_takeover": (lambda s, who: withdraw_takeover(s, who, A_PROPOSAL, WHY, at=LATER), OFFICER),
    "takeovers": (takeovers, OFFICER | LEAD),
    "loans_of_takeover": (lambda s, who: loans_of_takeover(s, who, A_PROPOSAL), OFFICER | LEAD),
    "numbers_in_use": (numbers_in_use, OFFICER),
    "takeover_days": (lambda s, who: takeover_days(s, who, DAY, DAY), OFFICER),
    "taken_over_loan": (lambda s, who: taken_over_loan(s, who, A_LOAN), READERS),
}
