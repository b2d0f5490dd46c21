"""The verbs of photos and scans beside Sampang's files, with who may call each."""

from datetime import date, timedelta

from db.sampang.file_evidence import (
    Beside,
    add_file_evidence,
    file_evidence,
    file_picture,
    withdraw_file_evidence,
)
from db.sampang.loans.loans import loan_of
from db.sampang.servicing.use_of_funds import record_use_of_funds
from db.sampang.trail import SampangSubject
from domain.closings import ClosingReason
from domain.evidence.brought import EvidenceTold, Prepared
from domain.evidence.contents import FileKind
from domain.sampang.origination.stages import Stage
from domain.sampang.scanned_papers import PLEDGED
from domain.sampang.servicing.use_of_funds import UseOfFunds
from tests.db.people import NOW, a_nonce

TEAM = {"team_member", "team_lead"}
READERS = {"officer", "bank"} | TEAM
WHY = ClosingReason(reason="x")
LATER = NOW + timedelta(days=90)
FILE_AT = {stage: place for place, stage in enumerate(Stage, 1)}
SURVEY = Beside(SampangSubject.SURVEY, FILE_AT[Stage.CHECKED])
IDENTITY = Beside(SampangSubject.APPLICATION_PAPER, FILE_AT[Stage.CHECKED], "owner_identity")
PLEDGE = Beside(SampangSubject.APPLICATION_PAPER, FILE_AT[Stage.CHECKED], PLEDGED)
A_SURVEY, AN_IDENTITY, A_PLEDGE, A_USE = 1, 2, 3, 4


def a_scan(told="7"):
    pdf = f"%PDF-1.{told} %%EOF".encode()
    return [(Prepared(kind=FileKind.PDF, data=pdf), EvidenceTold(caption="x"))]


def bring_photos(lending):
    for who, beside in ((lending.member, SURVEY), (lending.officer, IDENTITY), (lending.officer, PLEDGE)):
        lending.run(add_file_evidence, who, beside, a_scan())
    loan = lending.ask(loan_of, lending.lead, FILE_AT[Stage.DISBURSED]).id
    visit = UseOfFunds(visitor="", on=date(2026, 3, 3), bought="garam")
    number = lending.run(record_use_of_funds, lending.lead, loan, visit, at=LATER)
    lending.run(add_file_evidence, lending.lead, _use(number), a_scan())


def _use(number=1):
    return Beside(SampangSubject.USE_OF_FUNDS, number)


def _visit_and_add(s, who):
    loan = loan_of(s, who, FILE_AT[Stage.DISBURSED]).id
    visit = UseOfFunds(visitor="", on=date(2026, 3, 4), bought="garam")
    number = record_use_of_funds(s, who, loan, visit, nonce=a_nonce(), at=LATER)
    return add_file_evidence(s, who, _use(number), a_scan("4"), nonce=a_nonce(), at=LATER)


def _add_and_withdraw(s, who):
    add_file_evidence(s, who, SURVEY, a_scan("5"), nonce=a_nonce(), at=NOW)
    newest = file_evidence(s, who, SURVEY.kind, [SURVEY.id]).lines[-1]
    return withdraw_file_evidence(s, who, newest.id, WHY, at=NOW)


def _adding(beside):
    return lambda s, who: add_file_evidence(s, who, beside, a_scan("4"), nonce=a_nonce(), at=NOW)


def _withdrawing(number):
    return lambda s, who: withdraw_file_evidence(s, who, number, WHY, at=NOW)


def _reading(beside):
    return lambda s, who: file_evidence(s, who, beside.kind, [beside.id])


def _opening(number):
    return lambda s, who: file_picture(s, who, number, at=NOW)


EVIDENCE_VERBS = {
    "add_file_evidence, survey": (_adding(SURVEY), TEAM | {"bank"}),
    "add_file_evidence, paper": (_adding(IDENTITY), {"officer"}),
    "add_file_evidence, one's own visit": (_visit_and_add, READERS),
    "withdraw_file_evidence, one's own": (_add_and_withdraw, TEAM | {"bank"}),
    "withdraw_file_evidence, paper": (_withdrawing(AN_IDENTITY), {"officer", "team_lead"}),
    "file_evidence, survey": (_reading(SURVEY), READERS),
    "file_evidence, paper": (_reading(PLEDGE), READERS),
    "file_evidence, use of funds": (_reading(_use()), READERS),
    "file_picture, survey": (_opening(A_SURVEY), READERS),
    # A NIK stands on it.
    "file_picture, with numbers": (_opening(AN_IDENTITY), {"officer", "team_lead"}),
    "file_picture, pledge": (_opening(A_PLEDGE), READERS),
    "file_picture, use of funds": (_opening(A_USE), READERS),
}
