"""Which papers a file has at its stage, each with its number, its day, and how it is printed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from db.sampang.origination.issued_papers import PaperKind
from db.sampang.origination.loan_files import StoredFile
from db.sampang.origination.preparing import ToPrint
from documents.sampang.letters.refusal_letter import refusal_letter
from documents.sampang.letters.survey_minutes import survey_minutes
from domain.regulation.law_in_force import LawInForce
from domain.sampang.eligibility import examine
from domain.sampang.origination.board import NOBODY, Board, still_unknown
from domain.sampang.origination.records import Decision, DecisionKind, PaymentRequest, SurveyMinutes
from domain.sampang.origination.team_register import Registered
from pages.sampang.law import LawByDay
from pages.sampang.loans.signed_papers import agreement_pdf, request_pdf
from pages.sampang.paper_drafts import Draft
from pages.sampang.paper_head import head_of_team, paper_head


def drafts_of(
    stored: StoredFile,
    law_of: LawByDay,
    decided_by: LawInForce,
    *,
    today: date,
    demo: bool,
    board: Board = NOBODY,
    register: Sequence[Registered] = (),
) -> Iterator[Draft]:
    """The papers that the file has by now, step by step; a refusal by the law of the decision.

    `register` tells who signs a refusal as Ketua Harian.
    """
    file = stored.file
    if file.survey is not None:
        yield _minutes(stored, file.survey, law_of, demo)
    if file.decision is not None and file.decision.kind is DecisionKind.REFUSE:
        yield _refusal(stored, file.decision, law_of, decided_by, register, demo)
    if file.approval is not None:
        yield _agreement(stored, board, law_of, today, demo)
    if file.request is not None:
        yield _request(stored, file.request, law_of, demo)


def _minutes(stored: StoredFile, survey: SurveyMinutes, law_of: LawByDay, demo: bool) -> Draft:
    def printed(number: str, _on: date, /, *, draft: bool = False) -> bytes:
        numbered = replace(stored.file, survey=replace(survey, number=number))
        head = paper_head(law_of(survey.on))
        return survey_minutes(numbered, file_number=stored.number, head=head, demo=demo, draft=draft)

    return Draft(PaperKind.SURVEY_MINUTES, survey.number, survey.on, printed)


def _refusal(
    stored: StoredFile,
    decision: Decision,
    law_of: LawByDay,
    decided_by: LawInForce,
    register: Sequence[Registered],
    demo: bool,
) -> Draft:
    def printed(number: str, on: date, /, *, draft: bool = False) -> bytes:
        return refusal_letter(
            examine(stored.file.application, decided_by),
            decision,
            file_number=stored.number,
            number=number,
            on=on,
            head=head_of_team(law_of(on), register, on),
            demo=demo,
            draft=draft,
        )

    return Draft(PaperKind.REFUSAL, "", decision.on, printed, asks_day=True)


def _agreement(stored: StoredFile, board: Board, law_of: LawByDay, today: date, demo: bool) -> Draft:
    signed = stored.file.agreement
    day = signed.signed_on if signed else today

    def printed(_number: str, _on: date, /, *, draft: bool = False) -> bytes:
        told = ToPrint(stored.file, stored.number, board, day, law_of(day))
        return agreement_pdf(told, demo=demo, draft=draft)

    number = signed.number if signed else ""
    all_known = not still_unknown(stored.file, board)
    return Draft(PaperKind.AGREEMENT, number, day, printed, can_go_out=signed is not None and all_known)


def _request(stored: StoredFile, request: PaymentRequest, law_of: LawByDay, demo: bool) -> Draft:
    def printed(_number: str, _on: date, /, *, draft: bool = False) -> bytes:
        told = ToPrint(stored.file, stored.number, NOBODY, request.on, law_of(request.on))
        return request_pdf(told, demo=demo, draft=draft)

    return Draft(PaperKind.PAYMENT_REQUEST, request.number, request.on, printed)
