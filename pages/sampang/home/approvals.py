"""On Beranda of the Ketua Harian: what waits for their yes, each with the way there."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from db.sampang.approvals import waiting_for_approval
from domain.headline import Decision, decision_of
from domain.programme import may
from domain.roles import Person
from domain.sampang.approvals import Approval
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.deciding import Way
from pages.parts.store import database
from pages.sampang.fund.fund_tabs import PART, FundTab
from pages.sampang.screens import COLLECTION, FUND, LOANS

_LOOK: Final = "lihat"
_WAYS: Final[Mapping[str, tuple[Path, Mapping[str, str]]]] = {
    Approval.DISBURSEMENTS: (LOANS, {"tahap": Stage.REQUESTED.value}),
    Approval.REVERSALS: (FUND, {}),
    Approval.CAPITAL: (FUND, {PART: "Modal"}),
    Approval.WRITE_OFFS: (COLLECTION, {_LOOK: "Hapus buku"}),
    Approval.RED_LIST: (COLLECTION, {_LOOK: "Daftar merah"}),
    Approval.TAKEOVERS: (FUND, {PART: str(FundTab.OLDER)}),
}


def approvals_for(person: Person, day: date) -> Sequence[tuple[Decision, Way | None]]:
    """What waits, the oldest first; nothing for whoever approves nothing."""
    if not may(person, SampangPermission.APPROVE_DISBURSEMENTS, SAMPANG):
        return ()
    with database().read() as session:
        waiting = waiting_for_approval(session, person)
    ordered = sorted(waiting, key=lambda one: one.since or day)
    return [(decision_of(one, day), _way(one.key)) for one in ordered]


def _way(key: str) -> Way:
    screen, asks = _WAYS[key]
    return Way(screen, "Putuskan", tuple(asks.items()))
