"""What is behind on a day: the one definition that every screen, letter and report rests on (IX.1, O-02).

An instalment is behind from the day after its due day until it is wholly paid. The clock runs from the
oldest unpaid due day; a part payment does not set it back.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.dates import monthly
from domain.regulation.sources import Citation
from domain.sampang.fund.repayment import Laid, behind_on
from domain.sampang.instruments import at
from domain.sampang.loan import Row

BEHIND: Final[Citation] = at("IX.1")


@dataclass(frozen=True, slots=True)
class Arrears:
    """How far a loan is behind: since which due day, in days, months and rupiah; nothing where it is not.

    `months` counts the due days gone by since and with the oldest unpaid one, and goes on monthly after
    the last.
    """

    since: date | None = None
    days: int = 0
    months: int = 0
    instalments: int = 0
    principal: int = 0
    interest: int = 0

    @property
    def amount(self) -> int:
        """Principal and interest that are behind, in rupiah."""
        return self.principal + self.interest


NO_ARREARS: Final = Arrears()


def behind_until(day: date) -> date:
    """The last due day that is over on a day."""
    return day - timedelta(days=1)


def soon_until(day: date) -> date:
    """The last due day of the seven days from a day on."""
    return day + timedelta(days=6)


def arrears_on(laid: Sequence[Laid], due_day: int, day: date) -> Arrears:
    """What of a loan is behind on a day, by what was paid until then; it falls due on a day of the month."""
    behind = behind_on(laid, day)
    if not behind:
        return NO_ARREARS
    oldest = behind[0].row
    return Arrears(
        since=oldest.due_on,
        days=(day - oldest.due_on).days,
        months=months_behind([one.row for one in laid], oldest.number, due_day, day),
        instalments=len(behind),
        principal=sum(one.row.principal - one.principal for one in behind),
        interest=sum(one.row.interest - one.interest for one in behind),
    )


def months_behind(rows: Sequence[Row], oldest: int, due_day: int, day: date) -> int:
    """Due days gone by on a day, from the instalment of a number on; one more each month after the last."""
    gone = bisect_left([row.due_on for row in rows], day)
    if gone == len(rows):
        while monthly(rows[-1].due_on, gone + 1 - len(rows), due_day) < day:
            gone += 1
    return max(0, gone - oldest + 1)
