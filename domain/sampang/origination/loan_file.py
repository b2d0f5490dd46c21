"""Everything that is recorded of one file, and the application as the Pokjanis decided it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang import facts as fact
from domain.sampang.application import NOTICE_NOT_KNOWN, Judgement, LoanApplication
from domain.sampang.origination.custody import Custody
from domain.sampang.origination.records import (
    Agreement,
    Decision,
    DecisionKind,
    OlderAgreement,
    PaymentRequest,
    SurveyFinding,
    SurveyMinutes,
)
from domain.sampang.origination.stages import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanFile:
    """One application with what people recorded about it; `decision` is the newest one.

    `meeting_closed` tells whether the meeting that approved it is over, so that its minutes stand. `older` is
    what was agreed of a loan that ran before this product, which has no survey, decision or agreement here.
    """

    application: LoanApplication
    stage: Stage
    findings: tuple[SurveyFinding, ...] = ()
    survey: SurveyMinutes | None = None
    decision: Decision | None = None
    agreement: Agreement | None = None
    request: PaymentRequest | None = None
    custody: tuple[Custody, ...] = ()
    meeting_closed: bool = True
    older: OlderAgreement | None = None

    @property
    def agreement_told(self) -> str:
        """The number and the day of the agreement, as far as they are known; blank where nothing is."""
        signed = self.agreement or self.older
        if signed is None:
            return ""
        number = f"nomor {signed.number}" if signed.number.strip() else ""
        day = indonesian_date(signed.signed_on) if signed.signed_on else ""
        return ", ".join(filter(None, (number, day)))

    def lent(self, principal: int) -> int:
        """What was lent in the beginning, in rupiah; `principal` is what the books began with."""
        return self.older.principal if self.older else principal

    def lent_told(self, principal: int, disbursed_on: date) -> str:
        """What was lent and when; of an older loan also since when the books know it, and what was left."""
        paid_out = f"cair {indonesian_date(disbursed_on)}"
        if self.older is None:
            return f"{rupiah(principal)}, {paid_out}"
        left = f"diambil alih per {indonesian_date(self.older.cut_off)} dengan sisa pokok {rupiah(principal)}"
        return f"{rupiah(self.older.principal)}, {paid_out}; {left}"

    @property
    def approval(self) -> Decision | None:
        """The decision that approved it, if one did."""
        approved = self.decision is not None and self.decision.kind is DecisionKind.APPROVE
        return self.decision if approved else None


def exceeded(file: LoanFile, amount: int | None) -> Mapping[str, int]:
    """What was asked and what the survey advises, by name, as far as an amount (rupiah) lies above it."""
    survey = None if file.survey is None else file.survey.amount
    named = {"yang diminta": file.application.amount, "saran survei": survey}
    return {
        name: told
        for name, told in named.items()
        if amount is not None and told is not None and amount > told
    }


def as_decided(application: LoanApplication, decision: Decision) -> LoanApplication:
    """The application with the approved amount and tenor, and the decision as the team's own opinion.

    That it passed the selection and that the amount suits the business is what the meeting decides
    (VI.2.b, VIII.1.b), so both opinions come from the decision. Others are never filled in.
    """
    opinion = Judgement(True, decision.by, decision.on, decision.reason)
    judged: Mapping[str, Judgement] = {
        **application.judgements,
        fact.SELECTED.key: opinion,
        fact.AMOUNT_REVIEWED.key: replace(opinion, about=str(decision.amount)),
    }
    return replace(application, amount=decision.amount, term_months=decision.term_months, judgements=judged)


def as_it_stands(file: LoanFile) -> LoanApplication:
    """The application as the present stage sees it: as decided after an approval, otherwise as filed."""
    return file.application if file.approval is None else as_decided(file.application, file.approval)


def is_open_change(before: LoanApplication, after: LoanApplication) -> bool:
    """Whether a change touches only what may still change after the decision.

    These are the papers, the facts that are looked at again at realisation (S-23, S-26, S-32, IX.3), where
    the applicant can be reached, the notice about their data, and the note; everything else is what the
    Pokjanis decided on.
    """
    return _fixed(before) == _fixed(after)


def _fixed(application: LoanApplication) -> LoanApplication:
    return replace(
        application,
        applicant=replace(application.applicant, address="", phone=""),
        business=replace(
            application.business, business_arrears=None, owner_arrears=None, spouse_arrears=None
        ),
        cooperative=replace(application.cooperative, annual_meeting_years=None),
        on_red_list=None,
        papers={},
        judgements={},
        note="",
        notice=NOTICE_NOT_KNOWN,
    )
