"""The verbs of collecting with who may call them (VII.5, IX); the loans 2 to 4 are behind."""

from datetime import date

from db.sampang.servicing.issuing import issue_letter
from db.sampang.servicing.letters_ready import letters_ready
from db.sampang.servicing.loan_standing import claim_moves, loan_standing
from db.sampang.servicing.noting import hand_over, note_report, note_visit, take_back_claim
from db.sampang.servicing.outlooks import collection, loans_behind
from db.sampang.servicing.red_list import (
    approve_listing,
    lift_listing,
    propose_listing,
    return_listing,
    withdraw_listing,
)
from db.sampang.servicing.red_listed import red_list, red_listed, red_listed_of, waiting_listings
from domain.closings import ClosingReason
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.servicing.collecting import LetterKind
from tests.db.people import a_form, a_nonce
from tests.db.sampang.collecting import (
    BACK,
    GIVEN,
    LIFTED,
    LISTED_ON,
    LISTING,
    PDF,
    REPORT,
    VISIT,
    a_loan,
    at,
    give,
    in_default,
    tell_until,
)

OFFICER, TEAM, LEAD, BANK = {"officer"}, {"team_member", "team_lead"}, {"team_lead"}, {"bank"}
READERS = OFFICER | TEAM | BANK
DEFAULTED, GIVEN_AWAY, FREE = 2, 3, 4
WAITING, STANDING = 1, 2
A_FILE = 1
WHY = ClosingReason(reason="x")
DAY = date(2026, 10, 5)


def _press(day):
    return {"nonce": a_nonce(), "at": at(day)}


def set_up_collecting(lending):
    """One loan in default, one handed over, one of which nothing was done; two entries of the red list."""
    tell_until(lending)
    assert in_default(lending)[0] == DEFAULTED
    assert in_default(lending)[0] == GIVEN_AWAY
    assert a_loan(lending)[0] == FREE
    give(lending, GIVEN_AWAY)
    for loan, entry in ((DEFAULTED, WAITING), (GIVEN_AWAY, STANDING)):
        asked = lending.run(propose_listing, lending.officer, loan, LISTING, at=at(LISTED_ON))
        assert asked == entry
    with lending.database.write() as session:
        approve_listing(session, lending.lead, STANDING, at=at(LISTED_ON))


def _issue(s, who):
    numbered = PaperNumber(number="BA/7", on=DAY)
    return issue_letter(s, who, DEFAULTED, LetterKind.DEFAULT_STATEMENT, PDF, numbered, **_press(DAY))


COLLECTING_VERBS = {
    "issue_letter": (_issue, OFFICER | TEAM),
    "note_report": (lambda s, who: note_report(s, who, FREE, REPORT, **_press(REPORT.on)), OFFICER),
    "note_visit": (lambda s, who: note_visit(s, who, FREE, VISIT, **_press(VISIT.on)), READERS),
    "hand_over": (lambda s, who: hand_over(s, who, DEFAULTED, GIVEN, **_press(GIVEN.on)), OFFICER),
    "take_back_claim": (
        lambda s, who: take_back_claim(s, who, GIVEN_AWAY, BACK, **_press(BACK.on)),
        OFFICER,
    ),
    "collection": (lambda s, who: collection(s, who, DEFAULTED, DAY), READERS),
    "loans_behind": (lambda s, who: loans_behind(s, who, DAY), READERS),
    "loan_standing": (lambda s, who: loan_standing(s, who, A_FILE, DAY), READERS),
    "claim_moves": (lambda s, who: claim_moves(s, who, A_FILE), READERS),
    "propose_listing": (
        lambda s, who: propose_listing(s, who, FREE, LISTING, **_press(LISTED_ON)),
        OFFICER,
    ),
    "approve_listing": (lambda s, who: approve_listing(s, who, WAITING, at=at(LISTED_ON)), LEAD),
    "return_listing": (lambda s, who: return_listing(s, who, WAITING, WHY, at=at(LISTED_ON)), LEAD),
    "withdraw_listing": (lambda s, who: withdraw_listing(s, who, WAITING, WHY, at=at(LISTED_ON)), OFFICER),
    "lift_listing": (lambda s, who: lift_listing(s, who, STANDING, LIFTED, **_press(LIFTED.on)), LEAD),
    "red_list": (red_list, READERS),
    "waiting_listings": (waiting_listings, READERS),
    "letters_ready": (lambda s, who: letters_ready(s, who, DAY), READERS),
    "red_listed": (lambda s, who: red_listed(s, who, a_form().applicant), OFFICER),
    "red_listed_of": (lambda s, who: red_listed_of(s, who, 1), READERS),
}
