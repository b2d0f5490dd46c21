"""What needs a decision about the fund, and where each is taken."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from db.sampang.decisions import fund_decisions
from domain.due_decisions import Decision
from domain.roles import Person
from domain.sampang.approvals import Approval
from domain.sampang.origination.stages import READY_TO_MEET
from domain.sampang.programme import SAMPANG
from pages.parts.deciding import Way
from pages.parts.store import database
from pages.parts.wings import screen_at
from pages.sampang.fund.fund_tabs import PART, FundTab

_LOOK: Final = "lihat"
_FUND, _COLLECTION = "kas-dana", "penagihan"
_WAYS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    Approval.REVERSALS: (_FUND, {}),
    Approval.CAPITAL: (_FUND, {PART: "Modal"}),
    Approval.WRITE_OFFS: (_COLLECTION, {_LOOK: "Hapus buku"}),
    Approval.RED_LIST: (_COLLECTION, {_LOOK: "Daftar merah"}),
    Approval.TAKEOVERS: (_FUND, {PART: str(FundTab.OLDER)}),
}


def decisions_read(person: Person, day: date) -> Sequence[Decision]:
    """The list as it stands on a day."""
    with database().read() as session:
        return fund_decisions(session, person, day)


def way_to(person: Person, one: Decision) -> Way | None:
    """Where it is decided, for whoever may open that screen."""
    meets = one.key in READY_TO_MEET
    address, asks = _WAYS.get(one.key, ("rapat-pokjanis" if meets else "pinjaman", _asks(one.key)))
    screen = screen_at(SAMPANG, address, person)
    return None if screen is None else Way(screen, tuple(asks.items()))


def _asks(stage: str) -> Mapping[str, str]:
    return {} if stage in READY_TO_MEET else {"tahap": stage}
