"""Every verb of the store with who may call it, by hand from the design.

The office has one file at each stage, and its loan, meeting and payment have the number 1.
"""

from contextlib import suppress
from datetime import date, timedelta
from functools import partial

from db.audit import history
from db.chain.checking import chain_end, check_chain, is_same_end
from db.chain.walking import Head
from db.office.closed_proposals import closed_proposals, returned_proposals
from db.office.later_instruments import (
    approve_instrument,
    draft_instrument,
    later_instruments,
    propose_instrument,
    return_instrument,
    waiting_instruments,
    withdraw_instrument,
)
from db.office.law_checks import record_check
from db.office.logos import propose_logo
from db.office.own_record import own_record
from db.office.own_texts import keep_own_text
from db.office.policy_drafts import end_draft, keep_draft, kept_draft, kept_drafts
from db.office.practice import law_of
from db.office.settings import (
    approve_reading,
    approve_setting,
    pending,
    propose_reading,
    propose_setting,
    return_proposal,
    withdraw_proposal,
)
from db.office.taken_files import note_taken
from db.office.trail_list import TrailWanted, people_of_trail, trail_page
from db.sampang.applications.application_list import (
    counts_by_group,
    counts_by_stage,
    counts_by_verdict,
    list_applications,
)
from db.sampang.applications.applications import application, file_application, save_draft
from db.sampang.applications.assessments import receipts, record_receipt
from db.sampang.applications.judgements import judgements_of, record_judgement
from db.sampang.applications.look_alikes import look_alikes, look_alikes_of
from db.sampang.applications.own_loans import own_loans
from db.sampang.applications.paper_pile import already_there, sent_before, take_in_pile
from db.sampang.applications.reassessing import assess_due, files_due, impact_piece, undecided_files
from db.sampang.applications.standing_law import law_of_file, rules_now
from db.sampang.applications.still_running import still_running, still_running_of
from db.sampang.fund.books import account_balances, fund_months
from db.sampang.fund.fund_at_meeting import fund_before
from db.sampang.fund.opening_balance import fund, open_fund
from db.sampang.fund_over_time import fund_over_time
from db.sampang.fund_projection import known_for_projection, lending_last_year
from db.sampang.loans.disbursing import disburse, request_disbursement, return_request, withdraw_request
from db.sampang.loans.loans import journal, loan, loan_of, loans
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversal_lists import closed_reversals, returned_reversals, waiting_reversals
from db.sampang.loans.reversals import (
    approve_reversal,
    propose_reversal,
    return_reversal,
    withdraw_reversal,
)
from db.sampang.origination.agreements import sign_agreement
from db.sampang.origination.approved import approved_amounts
from db.sampang.origination.around import surroundings
from db.sampang.origination.calling_off import call_off_meeting
from db.sampang.origination.collateral_register import record_custody, register_lines
from db.sampang.origination.correcting import take_back_decision, taken_back_at
from db.sampang.origination.days_in_papers import invited_to
from db.sampang.origination.issued_papers import (
    PaperKind,
    issue_paper,
    issued_for_files,
    issued_papers,
    paper_bytes,
)
from db.sampang.origination.kin import kin
from db.sampang.origination.loan_files import stored_file
from db.sampang.origination.meeting_queue import candidates
from db.sampang.origination.meetings import close_meeting, decide, decided_at, meeting, meetings, save_meeting
from db.sampang.origination.offered_things import offer_replacement, offered_things, rule_on_offer
from db.sampang.origination.paper_check import papers_by_file, papers_by_number
from db.sampang.origination.screening import check_papers, close_survey, record_finding, withdraw
from db.sampang.origination.swaps import examined_swap
from db.sampang.origination.team_register import appoint_member, end_member, strike_member, team_register
from db.sampang.origination.waiting_files import work_waiting
from db.sampang.policy.loan_register import (
    free_cash,
    loan_subjects,
    loan_subjects_piece,
    names_of_files,
    newest_change,
)
from db.sampang.refusals import AlreadyOpened, Hindered
from db.sampang.servicing.accounts import account_of
from db.sampang.servicing.behind import ageing, every_late_loan, pressing_loans, running_loans
from db.sampang.servicing.borrower_file import borrower_file
from db.sampang.servicing.ended import ended_loans
from db.sampang.servicing.use_of_funds import record_use_of_funds, uses_of_funds
from db.trail import OfficeSubject, Subject
from domain.closings import ClosingReason
from domain.regulation.later_instruments import InstrumentKind, InstrumentTold, NewValue, Reach
from domain.regulation.law_in_force import LawInForce
from domain.regulation.office_proposals import ReadingProposed, SettingProposed
from domain.regulation.policy.draft import Draft, DraftValue
from domain.revealing import Why
from domain.sampang.fund.money_in import OpeningBalance, Payment, ReversalAsked
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.origination.custody import CustodyEvent, CustodyLine
from domain.sampang.origination.records import Element
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.origination.team_register import LineStruck, MembershipEnd, TeamMember
from domain.sampang.other_laws import OTHER_LAWS
from domain.sampang.parameters import AGENCY_LOGO, INSURANCE_RATE
from domain.sampang.programme import SAMPANG
from domain.sampang.readings import S01
from domain.sampang.servicing.use_of_funds import UseOfFunds
from tests.db.office.erasure_verbs import ERASURE_VERBS
from tests.db.office.logos import a_png
from tests.db.office.people_verbs import PEOPLE_VERBS
from tests.db.people import NIK, NOW, a_form, a_nonce, a_receipt
from tests.db.sampang.bank_file_verbs import A_FILE, BANK_FILE_VERBS, bring_a_file
from tests.db.sampang.collecting_verbs import COLLECTING_VERBS, set_up_collecting
from tests.db.sampang.evidence_verbs import EVIDENCE_VERBS, bring_photos
from tests.db.sampang.lending import (
    AGAIN,
    AGREEMENT,
    AN_OFFER,
    APPROVAL,
    DAY,
    FINDING,
    LOOKED_FOR,
    MEETING,
    MINUTES,
    REQUEST,
    RETURNED,
    WITHDRAWN,
    custody_entry,
)
from tests.db.sampang.report_verbs import REPORT_VERBS
from tests.db.sampang.settling_verbs import SETTLING_VERBS
from tests.db.sampang.signing_verbs import SIGNING_VERBS
from tests.db.sampang.takeover_verbs import TAKEOVER_VERBS, propose_older
from tests.db.sampang.treasury_verbs import A_CHANGE, TREASURY_VERBS, propose_a_change
from tests.db.sampang.write_off_verbs import WRITE_OFF_VERBS, set_up_write_offs

TEAM = {"team_member", "team_lead"}
PILE_LAW = LawInForce(SAMPANG_LOANS, DAY)
OFFICER = {"officer"}
LEAD = {"team_lead"}
ADMIN = {"administrator"}
SIMULATING = {"leadership", "team_lead", "administrator"}
READERS = OFFICER | TEAM | {"bank"}  # Bank Jatim is one of the five elements of the Pokjanis (V)
ASSESSORS = OFFICER | TEAM
A_LOAN, A_MEETING, A_PAYMENT, A_REVERSAL, A_PAPER, A_WAITING_OFFER = 1, 1, 3, 1, 1, 1
PDF = b"%PDF-1.7 surat"
LATER = NOW + timedelta(days=90)
WHY = ClosingReason(reason="x")
A_SETTING, A_READING = (
    Subject(kind, 1) for kind in (OfficeSubject.OFFICE_SETTING, OfficeSubject.READING_SETTLEMENT)
)
A_DRAFT, AN_INSTRUMENT = 1, 2
INSTRUMENT = InstrumentTold(
    kind=InstrumentKind.PERBUP,
    number="9",
    year=2022,
    title="x",
    enacted_on=date(2022, 6, 20),
    in_force_since=date(2022, 7, 1),
    reach=Reach.FILED_SINCE,
    values=(NewValue(key="land_ceiling", value=150_000_000, place="Pasal I"),),
)
POLICY = Draft(name="Jasa 3 %", since=LATER.date(), values=(DraftValue(key="yearly_interest", value=3),))
FILE_AT = {stage: place for place, stage in enumerate(Stage, 1)}


def press(at=NOW):
    return {"nonce": a_nonce(), "at": at}


def set_up(lending):
    """Bring the office to where the verbs below expect it."""
    for stage in Stage:
        asks = {"nik": NIK} if stage is Stage.FILED else {}
        assert lending.file_at(stage, **asks) == FILE_AT[stage]
    with lending.database.write() as session:
        _propose_setting(session, lending.office.admin)
        _propose_reading(session, lending.office.admin)
        for number in (A_DRAFT, AN_INSTRUMENT):
            assert _draft_instrument(session, lending.office.admin) == number
        propose_instrument(session, lending.office.admin, SAMPANG, AN_INSTRUMENT, at=NOW)
        assert _pay(session, lending.officer) == A_PAYMENT
        assert _propose_reversal(session, lending.officer) == A_REVERSAL
        assert propose_a_change(session, lending.officer) == A_CHANGE
        propose_older(session, lending.officer)
        assert _issue(session, lending.officer) == A_PAPER
        assert bring_a_file(session, lending.bank) == A_FILE
        offer_replacement(session, lending.officer, FILE_AT[Stage.DISBURSED], AN_OFFER, **press())
        assert keep_draft(session, lending.office.admin, SAMPANG, POLICY, **press()) == 1
    set_up_collecting(lending)
    set_up_write_offs(lending)
    bring_photos(lending)


def _propose_setting(s, who):
    proposed = SettingProposed(since=DAY, reason="x")
    return propose_setting(s, who, SAMPANG, INSURANCE_RATE, 1, proposed, **press())


def _propose_logo(s, who):
    proposed = SettingProposed(since=DAY, reason="x")
    return propose_logo(s, who, SAMPANG, AGENCY_LOGO, a_png(), proposed, **press())


def _propose_reading(s, who):
    settled = ReadingProposed(letter="A", on=DAY, decree="SK", reason="x")
    return propose_reading(s, who, SAMPANG, S01, settled, **press())


def _draft_instrument(s, who):
    return draft_instrument(s, who, SAMPANG, INSTRUMENT, **press())


def _impact(s, who):
    law = law_of(s, SAMPANG, DAY)
    return impact_piece(s, who, law, law, beyond=0)


def _judge(s, who):
    return record_judgement(s, who, 1, "selected", answer=True, on=DAY, reason="x", **press())


def _pay(s, who):
    received = Payment(amount=100_000, on=date(2026, 4, 2), reference=f"STS {a_nonce()}")
    return record_payment(s, who, A_LOAN, received, **press(LATER))


def _watch(s, who):
    visit = UseOfFunds(visitor="", on=DAY, bought="bahan baku")
    return record_use_of_funds(s, who, A_LOAN, visit, again_because="x", **press(LATER))


def _propose_reversal(s, who, entry=A_PAYMENT):
    return propose_reversal(s, who, entry, ReversalAsked(reason="x"), **press())


def _pay_and_propose_reversal(s, who):
    return _propose_reversal(s, who, _pay(s, who))


def _issue(s, who):
    numbered = PaperNumber(number="1", on=DAY)
    return issue_paper(
        s, who, PaperKind.AGREEMENT, PDF, numbered, application_id=FILE_AT[Stage.AGREED], **press()
    )


def _appoint(s, who):
    member = TeamMember(name="Dewi", element=Element.BANK, decree="SK 1", since=DAY)
    return appoint_member(s, who, member, **press())


def _end_member(s, who):
    end = MembershipEnd(on=LATER.date(), why="SK 2")
    return end_member(s, who, _appoint(s, who), end, **press(LATER))


def _strike_member(s, who):
    return strike_member(s, who, _appoint(s, who), LineStruck(reason="x"), **press(LATER))


def _open_fund(s, who):
    with suppress(AlreadyOpened):
        open_fund(s, who, OpeningBalance(amount=1, on=DAY, decree="SK"), **press())


def _rule_on_offer(s, who):
    return rule_on_offer(s, who, A_WAITING_OFFER, answer=True, on=DAY, reason="x", **press())


def _on(stage, verb, *what, **more):
    return lambda s, who: verb(s, who, FILE_AT[stage], *what, **more, **press())


def _of_file(verb):
    return lambda s, who: verb(s, who, FILE_AT[Stage.DISBURSED])


def _call_off(s, who):
    with suppress(Hindered):  # it has decided something
        call_off_meeting(s, who, A_MEETING, WHY, **press())


VERBS = {
    "save_draft": (lambda s, who: save_draft(s, who, a_form(), **press()), OFFICER),
    "file_application": (lambda s, who: file_application(s, who, a_form(filed_on=DAY), **press()), OFFICER),
    "already_there": (lambda s, who: already_there(s, who, [(a_form(), "tumpukan-1")]), OFFICER),
    "take_in_pile": (
        lambda s, who: take_in_pile(
            s, who, [(a_form(filed_on=DAY), "tumpukan-1")], LawInForce(SAMPANG_LOANS, DAY), at=NOW
        ),
        OFFICER,
    ),
    "application": (lambda s, who: application(s, who, 1), READERS),
    "application, revealed": (
        lambda s, who: application(s, who, 1, reveal=True, at=NOW),
        {"officer", "team_lead"},
    ),
    "list_applications": (list_applications, READERS),
    "counts_by_verdict": (counts_by_verdict, READERS),
    "counts_by_group": (counts_by_group, READERS),
    "counts_by_stage": (counts_by_stage, READERS),
    "own_loans": (lambda s, who: own_loans(s, who, a_form().applicant), OFFICER),
    "sent_before": (lambda s, who: sent_before(s, who, [(a_form(), "x")]), OFFICER),
    "still_running": (lambda s, who: still_running(s, who, [a_form().applicant]), OFFICER),
    "still_running_of": (lambda s, who: still_running_of(s, who, 1), READERS),
    "look_alikes": (lambda s, who: look_alikes(s, who, a_form().applicant), OFFICER),
    "look_alikes_of": (lambda s, who: look_alikes_of(s, who, 1), READERS),
    "record_receipt": (lambda s, who: record_receipt(s, who, 1, a_receipt(), NOW), ASSESSORS),
    "files_due": (lambda s, who: files_due(s, who, DAY), READERS | {"leadership"} | ADMIN),
    "assess_due": (lambda s, who: assess_due(s, who, at=NOW), READERS | {"leadership"} | ADMIN),
    "undecided_files": (undecided_files, LEAD),
    "impact_piece": (_impact, LEAD),
    "keep_draft": (lambda s, who: keep_draft(s, who, SAMPANG, POLICY, **press()), SIMULATING),
    "end_draft": (lambda s, who: end_draft(s, who, SAMPANG, 1, at=NOW), SIMULATING),
    "kept_drafts": (lambda s, who: kept_drafts(s, who, SAMPANG), SIMULATING),
    "kept_draft": (lambda s, who: kept_draft(s, who, SAMPANG, 1), SIMULATING),
    "loan_subjects": (lambda s, who: loan_subjects(s, who, ever=False), SIMULATING),
    "loan_subjects_piece": (
        lambda s, who: loan_subjects_piece(s, who, ever=True, beyond=0),
        SIMULATING,
    ),
    "names_of_files": (lambda s, who: names_of_files(s, who, [1]), LEAD),
    "free_cash": (free_cash, SIMULATING),
    "newest_change": (newest_change, SIMULATING),
    "law_of_file": (lambda s, who: law_of_file(s, who, 1, DAY), READERS),
    "rules_now": (lambda s, who: rules_now(s, who, 1, DAY), READERS),
    "receipts": (lambda s, who: receipts(s, who, 1), READERS),
    "record_judgement": (_judge, TEAM),
    "judgements_of": (lambda s, who: judgements_of(s, who, 1), READERS),
    "propose_setting": (_propose_setting, ADMIN),
    "propose_reading": (_propose_reading, ADMIN),
    "propose_logo": (_propose_logo, ADMIN),
    "approve_setting": (lambda s, who: approve_setting(s, who, SAMPANG, 1, at=NOW), LEAD),
    "approve_reading": (lambda s, who: approve_reading(s, who, SAMPANG, 1, at=NOW), LEAD),
    "return_proposal": (lambda s, who: return_proposal(s, who, SAMPANG, A_SETTING, WHY, at=NOW), LEAD),
    "withdraw_proposal": (lambda s, who: withdraw_proposal(s, who, SAMPANG, A_READING, WHY, at=NOW), ADMIN),
    "closed_proposals": (lambda s, who: closed_proposals(s, who, SAMPANG), ADMIN | LEAD),
    "returned_proposals": (lambda s, who: returned_proposals(s, who, SAMPANG), ADMIN | LEAD),
    "draft_instrument": (_draft_instrument, ADMIN),
    "propose_instrument": (lambda s, who: propose_instrument(s, who, SAMPANG, A_DRAFT, at=NOW), ADMIN),
    "approve_instrument": (lambda s, who: approve_instrument(s, who, SAMPANG, AN_INSTRUMENT, at=NOW), LEAD),
    "return_instrument": (
        lambda s, who: return_instrument(s, who, SAMPANG, AN_INSTRUMENT, WHY, at=NOW),
        LEAD,
    ),
    "withdraw_instrument": (lambda s, who: withdraw_instrument(s, who, SAMPANG, A_DRAFT, WHY, at=NOW), ADMIN),
    "later_instruments": (lambda s, who: later_instruments(s, who, SAMPANG), ADMIN | LEAD),
    "waiting_instruments": (lambda s, who: waiting_instruments(s, who, SAMPANG), ADMIN | LEAD),
    "pending": (lambda s, who: pending(s, who, SAMPANG), ADMIN | LEAD),
    "keep_own_text": (
        lambda s, who: keep_own_text(s, who, SAMPANG, "perbup.txt", b"[III.1] Dinas", **press()),
        ADMIN,
    ),
    "record_check": (lambda s, who: record_check(s, who, SAMPANG, OTHER_LAWS[0], "x", **press()), ADMIN),
    "own_record": (
        lambda s, who: own_record(s, who, SAMPANG, NIK, Why.OWN_REQUEST, at=NOW),
        LEAD | ADMIN,
    ),
    "note_taken": (
        lambda s, who: note_taken(s, who, SAMPANG, "daftar.pdf", "kas", at=NOW),
        READERS | {"leadership"} | ADMIN,
    ),
    "history": (lambda s, who: history(s, who, SAMPANG), ADMIN),
    "trail_page": (lambda s, who: trail_page(s, who, SAMPANG, TrailWanted()), ADMIN),
    "people_of_trail": (lambda s, who: people_of_trail(s, who, SAMPANG), ADMIN),
    "chain_end": (lambda s, who: chain_end(s, who, SAMPANG), ADMIN),
    "check_chain": (lambda s, who: check_chain(s, who, SAMPANG), ADMIN),
    "is_same_end": (lambda s, who: is_same_end(s, who, SAMPANG, Head(1, "x")), ADMIN),
    # From the counter to the meeting
    "stored_file": (_of_file(stored_file), READERS),
    "work_waiting": (work_waiting, READERS),
    "surroundings": (lambda s, who: surroundings(s, who, 2, DAY), READERS),
    "candidates": (lambda s, who: candidates(s, who, DAY), READERS),
    "check_papers": (_on(Stage.FILED, check_papers, LOOKED_FOR), OFFICER),
    "withdraw": (_on(Stage.FILED, withdraw, WITHDRAWN), OFFICER),
    "record_finding": (_on(Stage.CHECKED, record_finding, FINDING), TEAM | {"bank"}),
    "close_survey": (_on(Stage.SURVEYED, close_survey, MINUTES, **AGAIN), TEAM),
    # The meeting
    "save_meeting": (lambda s, who: save_meeting(s, who, MEETING, **press()), TEAM),
    "call_off_meeting": (_call_off, TEAM),
    "close_meeting": (lambda s, who: close_meeting(s, who, A_MEETING, at=NOW), TEAM),
    "decide": (
        lambda s, who: decide(s, who, A_MEETING, FILE_AT[Stage.SURVEYED], APPROVAL, **press()),
        TEAM,
    ),
    "take_back_decision": (
        lambda s, who: take_back_decision(s, who, A_MEETING, FILE_AT[Stage.REFUSED], WHY, **press()),
        TEAM,
    ),
    "team_register": (team_register, READERS),
    "appoint_member": (_appoint, TEAM),
    "end_member": (_end_member, TEAM),
    "strike_member": (_strike_member, TEAM),
    "taken_back_at": (lambda s, who: taken_back_at(s, who, A_MEETING), READERS),
    "meeting": (lambda s, who: meeting(s, who, A_MEETING), READERS),
    "meetings": (meetings, READERS),
    "decided_at": (lambda s, who: decided_at(s, who, A_MEETING), READERS),
    "fund_before": (lambda s, who: fund_before(s, who, A_MEETING), ASSESSORS | {"leadership"}),
    "approved_amounts": (lambda s, who: approved_amounts(s, who, [1]), READERS),
    # Papers
    "issue_paper": (_issue, OFFICER | TEAM),
    "issued_papers": (lambda s, who: issued_papers(s, who, meeting_id=A_MEETING), READERS),
    "invited_to": (lambda s, who: invited_to(s, who, A_MEETING), READERS),
    "issued_for_files": (lambda s, who: issued_for_files(s, who, (1,)), READERS),
    "papers_by_number": (lambda s, who: papers_by_number(s, who, "1", DAY), READERS | {"leadership"}),
    "papers_by_file": (lambda s, who: papers_by_file(s, who, PDF, DAY), READERS | {"leadership"}),
    "paper_bytes": (lambda s, who: paper_bytes(s, who, A_PAPER), READERS),
    # From the agreement to the money; the lead consents to what an officer asks (VII.3)
    "sign_agreement": (_on(Stage.APPROVED, sign_agreement, AGREEMENT, **AGAIN), OFFICER),
    "request_disbursement": (_on(Stage.AGREED, request_disbursement, REQUEST, **AGAIN), OFFICER),
    "return_request": (_on(Stage.REQUESTED, return_request, RETURNED), LEAD),
    "withdraw_request": (_on(Stage.REQUESTED, withdraw_request, WHY), OFFICER),
    "disburse": (_on(Stage.REQUESTED, disburse, on=DAY), LEAD),
    "record_custody": (
        _on(Stage.APPROVED, record_custody, CustodyLine(entry=custody_entry(CustodyEvent.RECEIVED))),
        OFFICER | {"bank"},
    ),
    "register_lines": (_of_file(register_lines), READERS),
    "offer_replacement": (_on(Stage.DISBURSED, offer_replacement, AN_OFFER), OFFICER | {"bank"}),
    "offered_things": (_of_file(offered_things), READERS),
    "rule_on_offer": (_rule_on_offer, TEAM),
    "examined_swap": (
        lambda s, who: examined_swap(s, who, FILE_AT[Stage.DISBURSED], AN_OFFER, DAY),
        READERS,
    ),
    # The books; the leadership sees the fund and no names
    "kin": (_of_file(kin), READERS),
    "borrower_file": (_of_file(partial(borrower_file, day=DAY)), READERS),
    "loan": (lambda s, who: loan(s, who, A_LOAN), READERS),
    "loan_of": (_of_file(loan_of), READERS),
    "ageing": (lambda s, who: ageing(s, who, DAY), ASSESSORS | READERS | {"leadership"}),
    "every_late_loan": (lambda s, who: every_late_loan(s, who, DAY), READERS),
    "pressing_loans": (lambda s, who: pressing_loans(s, who, DAY), READERS),
    "running_loans": (lambda s, who: running_loans(s, who, DAY), READERS),
    "ended_loans": (ended_loans, READERS),
    "record_use_of_funds": (_watch, TEAM | OFFICER | {"bank"}),
    "uses_of_funds": (lambda s, who: uses_of_funds(s, who, A_LOAN), READERS),
    **EVIDENCE_VERBS,
    "account_of": (lambda s, who: account_of(s, who, FILE_AT[Stage.DISBURSED], DAY), READERS),
    "loans": (loans, READERS),
    "fund": (fund, ASSESSORS | {"leadership"}),
    "journal": (journal, ASSESSORS | {"leadership"}),
    "account_balances": (account_balances, ASSESSORS | {"leadership"}),
    "known_for_projection": (lambda s, who: known_for_projection(s, who, DAY), ASSESSORS | {"leadership"}),
    "lending_last_year": (lambda s, who: lending_last_year(s, who, DAY), ASSESSORS | {"leadership"}),
    "fund_over_time": (lambda s, who: fund_over_time(s, who, DAY), ASSESSORS | {"leadership"}),
    "fund_months": (lambda s, who: fund_months(s, who, DAY), ASSESSORS | {"leadership"}),
    "open_fund": (_open_fund, LEAD),
    "record_payment": (_pay, OFFICER),
    "propose_reversal": (_pay_and_propose_reversal, OFFICER),
    "approve_reversal": (
        lambda s, who: approve_reversal(s, who, A_REVERSAL, on=LATER.date(), at=LATER),
        LEAD,
    ),
    "return_reversal": (lambda s, who: return_reversal(s, who, A_REVERSAL, WHY, at=LATER), LEAD),
    "withdraw_reversal": (lambda s, who: withdraw_reversal(s, who, A_REVERSAL, WHY, at=LATER), OFFICER),
    "closed_reversals": (closed_reversals, OFFICER | LEAD),
    "returned_reversals": (returned_reversals, OFFICER | LEAD),
    "waiting_reversals": (waiting_reversals, OFFICER | LEAD),
} | BANK_FILE_VERBS
VERBS |= SIGNING_VERBS | SETTLING_VERBS | TREASURY_VERBS | TAKEOVER_VERBS | WRITE_OFF_VERBS
VERBS |= COLLECTING_VERBS | REPORT_VERBS | PEOPLE_VERBS | ERASURE_VERBS
