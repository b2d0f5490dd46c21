"""How the demo's office keeps the fund's books: jasa handed on and paid out, costs too, months closed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Final

from sqlalchemy.orm import Session

from db.sampang.fund.ledger import balances, position_of
from db.sampang.fund.shares import holdings
from db.sampang.treasury.capital import approve_capital, propose_capital
from db.sampang.treasury.closing import close_month
from db.sampang.treasury.handing_on import hand_on_cost, pay_out_share, remit_interest
from demo.chance import days_before, office_day
from demo.clock import Act, Clock
from demo.sampang.courses import fund_opened_on
from demo.sampang.personas import OFFICER, TEAM_LEAD
from domain.dates import add_months, month_end
from domain.roles import Person
from domain.sampang.fund.interest_shares import Share
from domain.sampang.fund.money_out import (
    CapitalChange,
    CapitalMove,
    Cost,
    CostHandedOn,
    Remittance,
    SharePaid,
)

_QUARTERS: Final = (12, 9, 6, 3)  # months back
_REMITS, _PAYS, _HANDS_ON, _CLOSES = 17, 24, 27, 24  # days of the month
_LEFT_THEN, _LEFT_NOW, _STEP = 400_000_000, 230_000_000, 10_000_000
_OFFICE: Final = (Share.REVENUE, Share.BANK)  # what the Dinas has not yet asked for stays in the treasury


class BookKeeping:
    """Hands on what the fund holds for others, and closes the months once the bank's file is in."""

    def __init__(self, session: Session, people: Mapping[str, Person], clock: Clock) -> None:
        self._session, self._clock = session, clock
        self._officer, self._lead = people[OFFICER.name], people[TEAM_LEAD.name]

    def acts(self, today: date) -> Iterator[Act]:
        """Everything until today, each with its moment."""
        first = today.replace(day=1)
        for back in _QUARTERS:
            month = add_months(first, -back)
            yield self._act(month.replace(day=_REMITS), 30, self._remit)
            yield self._act(month.replace(day=_PAYS), 30, self._pay_out)
            yield self._act(month.replace(day=_HANDS_ON), 30, self._hand_on)
        for back in _QUARTERS:
            on = office_day(month_end(add_months(first, -back)))
            yield Act(self._clock.at(on, 430), partial(self._withdraw, on, _LEFT_THEN))
        on = days_before(today, 1)
        yield Act(self._clock.at(on, 430), partial(self._withdraw, on, _LEFT_NOW))
        month = fund_opened_on(today).replace(day=1)
        while (on := office_day(add_months(month, 1).replace(day=_CLOSES))) < today:
            yield Act(self._clock.at(on, 400), partial(self._close, month))
            month = add_months(month, 1)

    def _act(self, day: date, minutes: int, do: Callable[[date, datetime], None]) -> Act:
        on = office_day(day)
        return Act(self._clock.at(on, minutes), partial(do, on))

    def _remit(self, on: date, at: datetime) -> None:
        if (held := sum(one.held for one in holdings(self._session, self._officer))) > 0:
            given = Remittance(amount=held, on=on, reference=f"STS contoh {on:%m/%Y}")
            remit_interest(self._session, self._officer, given, nonce=f"demo-remit-{on}", at=at)

    def _pay_out(self, on: date, at: datetime) -> None:
        for one in holdings(self._session, self._officer):
            if one.share in _OFFICE and one.payable > 0:
                reference = f"SP2D contoh {one.share.value} {on:%m/%Y}"
                paid = SharePaid(share=one.share, amount=one.payable, on=on, reference=reference)
                nonce = f"demo-pay-{one.share.value}-{on}"
                pay_out_share(self._session, self._officer, paid, nonce=nonce, at=at)

    def _hand_on(self, on: date, at: datetime) -> None:
        now = balances(self._session)
        for cost in Cost:
            if (owed := -now[cost.payable]) > 0:
                reference = f"kuitansi contoh {cost.value} {on:%m/%Y}"
                given = CostHandedOn(cost=cost, amount=owed, on=on, reference=reference)
                nonce = f"demo-hand-on-{cost.value}-{on}"
                hand_on_cost(self._session, self._officer, given, nonce=nonce, at=at)

    def _withdraw(self, on: date, left: int, at: datetime) -> None:
        """Let the regency take back what is free beyond so much, by a decree and two people."""
        if (amount := (position_of(self._session).free - left) // _STEP * _STEP) <= 0:
            return
        change = CapitalChange(
            move=CapitalMove.WITHDRAWN,
            amount=amount,
            on=on,
            decree=f"SK contoh nomor {on:%m}/{on.year} (bukan naskah sebenarnya)",
            reason="Angsuran pinjaman lama yang belum digulirkan lagi, kembali ke Kas Daerah",
        )
        proposed = propose_capital(self._session, self._officer, change, nonce=f"demo-capital-{on}", at=at)
        approve_capital(self._session, self._lead, proposed, at=at)

    def _close(self, month: date, at: datetime) -> None:
        close_month(self._session, self._lead, month, nonce=f"demo-close-{month}", at=at)
