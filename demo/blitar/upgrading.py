"""Proposals of the demo that binaan move up: some confirmed, some declined, some still waiting."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import func, select

from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.upgrades import decide_upgrade, propose_upgrade
from db.tables import ClientIndicatorRow, ClientRow, UpgradeProposalRow
from demo.blitar.days import Days, next_working_day, working_day
from demo.blitar.store import BlitarOffice
from demo.clock import Act
from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.upgrade import UpgradeDecision, UpgradeOutcome, UpgradeProposed

_C, _D = UpgradeOutcome.CONFIRMED, UpgradeOutcome.DECLINED
# So many days ago; what became of each proposal of that day, None while it waits.
_ROUNDS: Final = ((80, (_C, _C, _D, _C)), (45, (_C, _D, _C, None)), (9, (None, None, None)))
_DECIDED_AFTER: Final = 8
_PLACE: Final = 120  # of a day
_RISES: Final = 2  # indicators at least
_REASONS: Final = (
    "Legalitas dan penjualan naik sejak data awal, dan pembukuan sudah berjalan sendiri.",
    "Pasar bertambah dan produk lebih rapi; perubahan bertahan lebih dari dua bulan.",
    "Indikator naik disertai bukti, dan pemilik mampu melanjutkan tanpa dampingan rutin.",
)
_BECAUSE: Final = {
    _C: "Bukti lengkap dan perubahan dinilai cukup oleh Kepala Dinas.",
    _D: "Kenaikan baru satu musim; diminta dipantau lagi tiga bulan.",
}


class Upgrading:
    """Proposes by the Fasilitator in turns, and decides as the Kepala Dinas."""

    def __init__(self, office: BlitarOffice, days: Days) -> None:
        self._office, self._days = office, days
        self._made: dict[tuple[int, int], int] = {}

    def acts(self) -> Iterator[Act]:
        """Give every round of proposals and of decisions with its moment."""
        for number, (ago, outcomes) in enumerate(_ROUNDS):
            on = working_day(self._days.today - timedelta(days=ago))
            yield Act(self._office.at(on, _PLACE), partial(self._propose, number, len(outcomes)))
            decided = min(next_working_day(on + timedelta(days=_DECIDED_AFTER)), self._days.today)
            for place, outcome in enumerate(outcomes):
                if outcome is not None:
                    act = partial(self._decide, (number, place), outcome)
                    yield Act(self._office.at(decided, _PLACE + place), act)

    def _propose(self, number: int, count: int, at: datetime) -> None:
        office = self._office
        for place, client_id in enumerate(self._best(count)):
            nonce = f"demo-upgrade-{client_id}"
            proposed = UpgradeProposed(reason=_REASONS[(number + place) % len(_REASONS)])
            self._made[number, place] = propose_upgrade(
                office.session, office.facilitator(number), client_id, proposed, nonce=nonce, at=at
            )

    def _decide(self, which: tuple[int, int], outcome: UpgradeOutcome, at: datetime) -> None:
        proposal_id = self._made.get(which)
        if proposal_id is None:
            return
        office = self._office
        number = f"KEP-{proposal_id:02}/NAIK-KELAS/CONTOH/{at.year}" if outcome is _C else ""
        decision = UpgradeDecision(outcome=outcome, reason=_BECAUSE[outcome], on=at.date(), number=number)
        decide_upgrade(office.session, office.persona("agency_head"), proposal_id, decision, at=at)

    def _best(self, count: int) -> list[int]:
        """The open binaan of which most rose and nothing fell, and that nobody proposed before."""
        row = ClientIndicatorRow
        proposed = select(UpgradeProposalRow.client_id)
        fell = select(row.client_id).where(row.movement == Movement.DOWN)
        query = (
            select(row.client_id)
            .join(ClientRow, ClientRow.id == row.client_id)
            .where(row.movement == Movement.UP, row.latest_evidence != "", ClientRow.status == OPEN)
            .where(row.client_id.not_in(proposed), row.client_id.not_in(fell))
            .group_by(row.client_id)
            .having(func.count() >= _RISES)
            .order_by(func.count().desc(), row.client_id)
            .limit(count)
        )
        return [*self._office.session.scalars(query)]
