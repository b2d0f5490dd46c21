"""The bank's files of the demo, mostly by the 8th: what the office has by slips, and its older loans."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Final

from sqlalchemy.orm import Session

from db.sampang.bank_files.accepting import accept_bank_rows
from db.sampang.bank_files.mappings import BankMapping
from db.sampang.bank_files.taking_in import take_in_bank_file
from demo.chance import days_before, office_day
from demo.clock import Act, Clock
from demo.sampang.personas import BANK, OFFICER
from domain.dates import add_months
from domain.roles import Person
from domain.sampang.bank_file.bank_records import THE_BANK, FileTold
from domain.sampang.bank_file.bank_rows import BankRow

_MONTHS: Final = 12
_LATE: Final = (3, 8)  # months back of which the file came after the 10th
_BROUGHT, _ACCEPTED = 200, 260  # minutes after the office opens


@dataclass(frozen=True, slots=True)
class Slip:
    """Money of a loan that came in: the loan's number, the borrower, the day, rupiah and the reference."""

    number: str
    name: str
    on: date
    amount: int
    reference: str


class BankReports:
    """The bank brings each month's file, and the officer looks at it; `slips` grows as money comes in."""

    def __init__(
        self, session: Session, people: Mapping[str, Person], clock: Clock, slips: Sequence[Slip]
    ) -> None:
        self._session, self._clock, self._slips = session, clock, slips
        self._bank, self._officer = people[BANK.name], people[OFFICER.name]
        self._files: dict[date, int] = {}

    def acts(self, today: date) -> Iterator[Act]:
        """The files of the last months that have come in by today, the oldest first."""
        for back in range(_MONTHS, 0, -1):
            month = add_months(today.replace(day=1), -back)
            on = office_day(add_months(month, 1).replace(day=14 if back in _LATE else 8))
            if on <= today:
                last = add_months(month, 1) - timedelta(days=1)
                yield Act(self._clock.at(on, _BROUGHT), partial(self._bring, month, last))
                yield Act(self._clock.at(on, _ACCEPTED), partial(self._accept, month))
            else:
                yield from self._between(month, today)
        yield from self._between(today.replace(day=1), today)

    def _between(self, month: date, today: date) -> Iterator[Act]:
        """What the bank tells of a month whose file is not due yet, until the last office day."""
        on = days_before(today, 1)
        last = min(on, add_months(month, 1) - timedelta(days=1))
        if last >= month:
            yield Act(self._clock.at(on, _BROUGHT), partial(self._bring, month, last))
            yield Act(self._clock.at(on, _ACCEPTED), partial(self._accept, month))

    def _bring(self, month: date, last: date, at: datetime) -> None:
        rows = tuple(
            BankRow(line, one.number, one.name, one.on, one.amount, reference=one.reference)
            for line, one in enumerate((one for one in self._slips if month <= one.on <= last), 2)
        )
        told = FileTold(bank=THE_BANK, name=f"angsuran-{month:%Y-%m}.csv", first=month, last=last)
        self._files[month] = take_in_bank_file(
            self._session,
            self._bank,
            told,
            rows,
            BankMapping(),
            sha256=sha256(repr(rows).encode()).hexdigest(),
            nonce=f"demo-bank-{month}",
            at=at,
        )

    def _accept(self, month: date, at: datetime) -> None:
        file_id = self._files[month]
        accept_bank_rows(self._session, self._officer, file_id, nonce=f"demo-bank-{month}-accepted", at=at)
