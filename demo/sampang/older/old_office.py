"""What the demo's office did with its older loans: taken over, warned, listed, settled, given back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.office.practice import law_of
from db.sampang.loans.loans import loan_of
from db.sampang.loans.settlement_quotes import quote_settlement
from db.sampang.loans.settlements import settle_loan
from db.sampang.loans.write_offs import approve_write_off, propose_write_off
from db.sampang.origination.collateral_register import record_custody
from db.sampang.origination.loan_files import stored_file
from db.sampang.servicing.issuing import issue_letter
from db.sampang.servicing.outlooks import collection
from db.sampang.servicing.red_list import approve_listing, propose_listing
from db.sampang.takeover.approving import approve_takeover
from db.sampang.takeover.proposing import propose_takeover
from db.tables import ApplicationRow, SettlementQuoteRow
from demo.chance import days_before, office_day
from demo.clock import Act, Clock
from demo.sampang.bank_reports import Slip
from demo.sampang.older.old_register import DemoOldLoan, cut_off, old_loans, settled_on
from demo.sampang.personas import BANK, OFFICER, TEAM_LEAD
from documents.sampang.collecting.warning_letter import warning_letter
from documents.sampang.letters.settlement_quote import settlement_quote
from domain.dates import add_months, indonesian_date
from domain.roles import Person
from domain.sampang.origination.custody import CustodyEntry, CustodyEvent, CustodyLine, thing_key
from domain.sampang.origination.letterhead import letterhead
from domain.sampang.origination.step_notes import PaperNumber
from domain.sampang.programme import SAMPANG
from domain.sampang.servicing.collecting import LetterKind, ListingAsked
from domain.sampang.servicing.owing import owing
from domain.sampang.servicing.settling import SettlementAsked, SettlementQuote, SettlementReceived
from domain.sampang.servicing.write_off import WriteOffAsked
from domain.sampang.takeover.cut_off_sums import sums_of
from domain.sampang.takeover.old_loans import SignedBalance, Takeover

_LISTED: Final = 12
_WARNED: Final = 3
_KEPT_BACK: Final = 10  # of so many that ended the collateral of one still waits
_WARNS, _RETURNS = 20, 23  # days of the month, when the bank's file has been looked at
_LISTING: Final = ListingAsked(reason="Didatangi dua kali dan ditelepon; tidak ada laporan yang masuk")


class OldOffice:
    """Does everything about the older loans; `slips` has the money that the bank tells of."""

    def __init__(self, session: Session, people: Mapping[str, Person], clock: Clock, today: date) -> None:
        self._session, self._clock, self._today = session, clock, today
        self._officer, self._lead, self._bank = (people[one.name] for one in (OFFICER, TEAM_LEAD, BANK))
        self._loans = old_loans(today)
        self._listed: dict[str, int] = {}

    @property
    def slips(self) -> Iterator[Slip]:
        """The money of every loan since the cut-off day."""
        for one in self._loans:
            for number, paid in enumerate(one.since, 1):
                reference = f"BJ{one.loan.number[4:7]}{number:02}"
                yield Slip(one.loan.number, one.loan.applicant.name, paid.on, paid.amount, reference)

    def acts(self) -> Iterator[Act]:
        """Everything, each with its moment."""
        day = cut_off(self._today)
        yield self._act(office_day(day + timedelta(days=4)), 60, self._propose)
        yield self._act(office_day(day + timedelta(days=5)), 60, self._approve)
        asked, listed = days_before(self._today, 40), days_before(self._today, 33)
        for place, one in enumerate(self._of("legacy")[:_LISTED]):
            yield self._act(asked, 60 + place, self._ask_to_list, one)
            yield self._act(listed, 60 + place, self._list, one)
        *_, gone = self._of("legacy")
        yield self._act(days_before(self._today, 75), 60, self._ask_to_write_off, gone)
        yield self._act(days_before(self._today, 70), 60, self._write_off)
        for place, one in enumerate(self._of("settled")):
            yield self._act(settled_on(self._today), 120 + place, self._settle, one)
        warned = self._last(_WARNS)
        for place, one in enumerate(self._of("warned")[:_WARNED], 1):
            yield self._act(warned, 90 + place, self._warn, one, place)
        for place, one in enumerate(self._of("closed")):
            ended = one.since[-1].on
            on = office_day(add_months(ended.replace(day=1), 1).replace(day=_RETURNS))
            if on < self._today and place % _KEPT_BACK:
                yield self._act(on, 150 + place, self._give_back, one)

    def _act(self, on: date, minutes: int, do: Any, *what: Any) -> Act:
        return Act(self._clock.at(on, minutes), partial(do, *what, on))

    def _of(self, key: str) -> Sequence[DemoOldLoan]:
        return [one for one in self._loans if one.key == key]

    def _last(self, day: int) -> date:
        month = self._today.replace(day=1)
        return office_day((month if self._today.day > day else add_months(month, -1)).replace(day=day))

    def _propose(self, _on: date, at: datetime) -> None:
        day, loans = cut_off(self._today), tuple(one.loan for one in self._loans)
        sums = sums_of(loans, day)
        signed = SignedBalance(
            document=f"Neraca saldo contoh per {indonesian_date(day)} (bukan naskah sebenarnya)",
            loans=sums.loans,
            principal=sums.principal,
            interest_due=sums.interest_due,
        )
        takeover = Takeover(cut_off=day, loans=loans, signed=signed, file_name="pinjaman-lama-contoh.xlsx")
        self._proposal = propose_takeover(
            self._session, self._officer, takeover, nonce="demo-takeover", at=at
        )

    def _approve(self, _on: date, at: datetime) -> None:
        approve_takeover(self._session, self._lead, self._proposal, at=at)
        files = self._session.execute(select(ApplicationRow.number, ApplicationRow.id))
        self._files = dict(files.all())

    def _loan_id(self, one: DemoOldLoan) -> int:
        found = loan_of(self._session, self._officer, self._files[one.loan.number])
        if found is None:
            raise RuntimeError("what was taken over is a loan")
        return found.id

    def _ask_to_list(self, one: DemoOldLoan, _on: date, at: datetime) -> None:
        number = one.loan.number
        self._listed[number] = propose_listing(
            self._session, self._officer, self._loan_id(one), _LISTING, nonce=f"demo-list-{number}", at=at
        )

    def _list(self, one: DemoOldLoan, _on: date, at: datetime) -> None:
        approve_listing(self._session, self._lead, self._listed[one.loan.number], at=at)

    def _ask_to_write_off(self, one: DemoOldLoan, on: date, at: datetime) -> None:
        decree = f"SK Bupati contoh nomor 07/{on.year} (bukan naskah sebenarnya)"
        asked = WriteOffAsked(decree=decree, decreed_on=on, reason="Peminjam meninggal, usahanya tutup")
        loan, nonce = self._loan_id(one), "demo-write-off"
        self._gone = propose_write_off(self._session, self._officer, loan, asked, nonce=nonce, at=at)

    def _write_off(self, _on: date, at: datetime) -> None:
        approve_write_off(self._session, self._lead, self._gone, at=at)

    def _warn(self, one: DemoOldLoan, place: int, on: date, at: datetime) -> None:
        found = collection(self._session, self._officer, self._loan_id(one), on)
        of = owing(found.course, found.number, found.file, found.done, found.outlook)
        if of is None:
            raise RuntimeError("who is warned is behind")
        kind, number = LetterKind.WARNING_1, f"518/{place:03}/contoh/{on.year}"
        head = letterhead(law_of(self._session, SAMPANG, on))
        pdf = warning_letter(kind, of, number=number, on=on, head=head, demo=True)
        issue_letter(
            self._session,
            self._officer,
            found.loan_id,
            kind,
            pdf,
            PaperNumber(number=number, on=on),
            nonce=f"demo-warn-{one.loan.number}",
            at=at,
        )

    def _settle(self, one: DemoOldLoan, on: date, at: datetime) -> None:
        session, who, key = self._session, self._officer, one.loan.number
        numbered = PaperNumber(number=f"RP/{key[4:7]}/contoh/{on.year}", on=on)
        stored = stored_file(session, who, self._files[key])
        loan = loan_of(session, who, self._files[key])
        if loan is None:
            raise RuntimeError("what is settled is a loan")
        head = letterhead(law_of(session, SAMPANG, on))

        def printed(found: SettlementQuote) -> bytes:
            return settlement_quote(
                found,
                stored.file,
                loan.schedule.terms,
                file_number=key,
                numbered=numbered,
                head=head,
                demo=True,
            )

        quote = quote_settlement(
            session, who, loan.id, SettlementAsked(on=on), numbered, printed, nonce=f"demo-quote-{key}", at=at
        )
        total = session.get_one(SettlementQuoteRow, quote).total
        came = SettlementReceived(amount=total, on=on, reference=f"STS contoh {key}")
        settle_loan(session, who, quote, came, nonce=f"demo-settle-{key}", at=at)

    def _give_back(self, one: DemoOldLoan, on: date, at: datetime) -> None:
        (pledge,) = one.loan.pledged
        entry = CustodyEntry(
            thing=thing_key(pledge.thing),
            event=CustodyEvent.RELEASED,
            on=on,
            number=f"TT/{one.loan.number[4:7]}/contoh",
            with_whom=one.loan.applicant.contact_name,
        )
        record_custody(
            self._session,
            self._bank,
            self._files[one.loan.number],
            CustodyLine(entry=entry),
            nonce=f"demo-return-{one.loan.number}",
            at=at,
        )
