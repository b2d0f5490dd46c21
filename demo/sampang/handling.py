"""Takes the demo files through their steps, with the verbs that the screens use, as the personas."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from sqlalchemy.orm import Session

from db.office.practice import law_of
from db.sampang.applications.applications import file_application
from db.sampang.applications.judgements import record_judgement
from db.sampang.loans.disbursing import disburse, request_disbursement, return_request
from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import propose_reversal
from db.sampang.origination.agreements import sign_agreement
from db.sampang.origination.collateral_register import record_custody
from db.sampang.origination.meetings import decide
from db.sampang.origination.screening import check_papers, close_survey, record_finding, withdraw
from demo.clock import Act, Clock
from demo.sampang import recording
from demo.sampang.bank_reports import Slip
from demo.sampang.personas import BANK, OFFICER, TEAM_LEAD, TEAM_MEMBER
from demo.sampang.photographing import MOST, photograph
from demo.sampang.repaying import DemoPayment, payments
from demo.sampang.ways import DemoFile
from domain.roles import Person
from domain.sampang.fund.money_in import Payment, ReversalAsked
from domain.sampang.origination.custody import CustodyLine
from domain.sampang.origination.step_notes import PapersChecked, RequestReturned, Withdrawal
from domain.sampang.programme import SAMPANG

_REPAID: Final = 120  # minutes after the office opens


class Handling:
    """Handles files; `ids` and `loans` have what the store made of each, by key.

    `slips` has the money that came in, as the bank tells of it.
    """

    def __init__(
        self, session: Session, people: Mapping[str, Person], clock: Clock, meetings: Mapping[date, int]
    ) -> None:
        self._session, self._people, self._clock, self._meetings = session, people, clock, meetings
        self._officer, self._bank = people[OFFICER.name], people[BANK.name]
        self._member, self._lead = people[TEAM_MEMBER.name], people[TEAM_LEAD.name]
        self.ids: dict[str, int] = {}
        self.loans: dict[str, int] = {}
        self.slips: list[Slip] = []
        self._numbers: dict[str, str] = {}
        self._photographed = 0

    def acts(self, file: DemoFile, place: int, today: date) -> Iterator[Act]:
        """Everything that is done to one file, the oldest first; `place` numbers its papers."""
        for day, minutes, do in _STEPS:
            if on := getattr(file.course, day):
                yield Act(self._clock.at(on, minutes + place), partial(do, self, file, place, on))
        paid = tuple(payments(file, today))
        for number, one in enumerate(paid, 1):
            yield Act(self._clock.at(one.on, _REPAID + place), partial(self.repay, file, number, one))
        if file.way.paid_twice:
            yield Act(self._clock.at(paid[-1].on, _REPAID + place), partial(self.repay_again, file, paid[-1]))

    def enter(self, file: DemoFile, _place: int, _on: date, at: datetime) -> None:
        """Type the application in, and file it."""
        nonce = f"demo-{file.key}"
        self.ids[file.key] = file_application(
            self._session, self._officer, file.application, nonce=nonce, at=at
        ).id

    def check(self, file: DemoFile, _place: int, on: date, at: datetime) -> None:
        """Look through the papers."""
        checked = PapersChecked(on=on, note="Berkas lengkap")
        check_papers(*self._by(self._officer, file), checked, **_once(file, "check", at))

    def withdraw(self, file: DemoFile, _place: int, on: date, at: datetime) -> None:
        """Note that the applicant takes it back."""
        withdrawal = Withdrawal(on=on, reason="Pemohon memperoleh modal dari keluarga")
        withdraw(*self._by(self._officer, file), withdrawal, **_once(file, "withdraw", at))

    def survey(self, file: DemoFile, _place: int, on: date, at: datetime) -> None:
        """Write down what each surveyor found, and what the team thinks of the business."""
        for persona, finding in recording.findings_of(file, on):
            surveyor = self._people[persona.name]
            record_finding(*self._by(surveyor, file), finding, **_once(file, persona.key, at))
        for question, opinion in recording.opinions_of(file, on).items():
            record_judgement(
                *self._by(self._people[opinion.by], file),
                question,
                answer=opinion.answer,
                on=on,
                reason=opinion.reason,
                **_once(file, question, at),
            )
        if file.course.met_on is None and self._photographed < MOST:
            self._photographed += 1
            surveyor = self._people[TEAM_MEMBER.name]
            photograph(self._session, file, self.ids[file.key], surveyor, self._officer, at)

    def close(self, file: DemoFile, place: int, on: date, at: datetime) -> None:
        """Write the minutes of the survey."""
        minutes = recording.minutes_of(file, place, on)
        close_survey(*self._by(self._member, file), minutes, **_once(file, "minutes", at))

    def decide(self, file: DemoFile, _place: int, on: date, at: datetime) -> None:
        """Decide it at the meeting of the day."""
        decision = recording.decision_of(file, on)
        meeting, file_id = self._meetings[on], self.ids[file.key]
        decide(self._session, self._member, meeting, file_id, decision, **_once(file, "decide", at))

    def sign(self, file: DemoFile, place: int, on: date, at: datetime) -> None:
        """Note the signed agreement."""
        agreement = recording.agreement_of(file, place, on)
        sign_agreement(*self._by(self._officer, file), agreement, **_once(file, "sign", at))

    def keep(self, file: DemoFile, _place: int, on: date, at: datetime) -> None:
        """Let the bank take what is pledged."""
        for number, entry in enumerate(recording.custody_of(file, on)):
            record_custody(
                *self._by(self._bank, file), CustodyLine(entry=entry), **_once(file, f"keep-{number}", at)
            )

    def request(self, file: DemoFile, place: int, on: date, at: datetime) -> None:
        """Ask for the money."""
        law = law_of(self._session, SAMPANG, on)
        request = recording.request_of(file, place, on, law)
        request_disbursement(*self._by(self._officer, file), request, **_once(file, "request", at))

    def give_back(self, file: DemoFile, _place: int, on: date, at: datetime) -> None:
        """Send the request back."""
        reason = "Nomor polis asuransi berbeda dengan polis aslinya; betulkan, lalu minta lagi"
        returned = RequestReturned(on=on, reason=reason)
        return_request(*self._by(self._lead, file), returned, **_once(file, "return", at))

    def pay_out(self, file: DemoFile, _place: int, on: date, at: datetime) -> None:
        """Consent to the request of the officer."""
        disburse(*self._by(self._lead, file), on=on, **_once(file, "disburse", at))
        paid_out = loan_of(self._session, self._officer, self.ids[file.key])
        if paid_out is None:
            raise RuntimeError("what was paid out is a loan")
        self.loans[file.key], self._numbers[file.key] = paid_out.id, paid_out.number

    def repay(self, file: DemoFile, number: int, paid: DemoPayment, at: datetime) -> int:
        """Record money that came in, and give the booking's number."""
        reference = f"setoran contoh {self.loans[file.key]:03}-{number:02}"
        if number:  # what is recorded twice by mistake the bank tells once
            name = file.application.applicant.name
            self.slips.append(Slip(self._numbers[file.key], name, paid.on, paid.amount, reference))
        return record_payment(
            self._session,
            self._officer,
            self.loans[file.key],
            Payment(amount=paid.amount, on=paid.on, reference=reference),
            **_once(file, f"repay-{number}", at),
        )

    def repay_again(self, file: DemoFile, paid: DemoPayment, at: datetime) -> None:
        """Record the same money by mistake, and ask for it to be reversed."""
        entry_id = self.repay(file, 0, paid, at)
        asked = ReversalAsked(reason="Setoran yang sama tercatat dua kali")
        propose_reversal(self._session, self._officer, entry_id, asked, **_once(file, "reversal", at))

    def _by(self, person: Person, file: DemoFile) -> tuple[Session, Person, int]:
        return self._session, person, self.ids[file.key]


def _once(file: DemoFile, what: str, at: datetime) -> dict[str, Any]:
    return {"nonce": f"demo-{file.key}-{what}", "at": at}


# Day of the course, minutes after the office opens (a file adds its own few), and what is done.
_STEPS: Final[tuple[tuple[str, int, Callable[[Handling, DemoFile, int, date, datetime], None]], ...]] = (
    ("filed_on", 20, Handling.enter),
    ("checked_on", 90, Handling.check),
    ("withdrawn_on", 60, Handling.withdraw),
    ("surveyed_on", 90, Handling.survey),
    ("surveyed_on", 270, Handling.close),
    ("met_on", 60, Handling.decide),
    ("signed_on", 120, Handling.sign),
    ("kept_on", 60, Handling.keep),
    ("requested_on", 60, Handling.request),
    ("returned_on", 60, Handling.give_back),
    ("paid_on", 240, Handling.pay_out),
)
