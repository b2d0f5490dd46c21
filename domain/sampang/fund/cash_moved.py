"""What moved the fund's cash in the newest month in which something did, the largest cause first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from domain.dates import indonesian_month
from domain.money import short_rupiah
from domain.sampang.fund.entries import EntryKind


@dataclass(frozen=True, slots=True)
class CashMoved:
    """A month and what each kind of booking moved of the cash, in signed rupiah, the largest first."""

    month: date
    by_kind: tuple[tuple[EntryKind, int], ...]

    @property
    def told(self) -> str:
        """The largest cause in a few words: "November: modal ditarik −Rp620 juta"; blank without any."""
        if not self.by_kind:
            return ""
        kind, amount = self.by_kind[0]
        moved = f"{'+' if amount > 0 else '−'}{short_rupiah(abs(amount))}"
        return f"{indonesian_month(self.month, short=True)}: {kind.label.lower()} {moved}"


def cash_moved(moved: Mapping[tuple[EntryKind, date], int], months: Iterable[date]) -> CashMoved:
    """What moved it in the newest of some months that has something; the last of them when none has."""
    newest_first = sorted(months, reverse=True)
    for month in newest_first:
        found = [(kind, amount) for (kind, on), amount in moved.items() if on == month and amount]
        if found:
            return CashMoved(month, tuple(sorted(found, key=lambda one: (-abs(one[1]), one[0].label))))
    return CashMoved(newest_first[0], ())
