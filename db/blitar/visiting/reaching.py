"""Whether a visit lies within reach of who records it: a Pendamping's own, to a binaan of their own."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from db.blitar.caseload.reach import care_ends
from domain.blitar.visiting.visit import Visit
from domain.dates import indonesian_date
from domain.problems import Problem


class Reach:
    """Whose visits a person may record, and until when to whom; everything without an `own`.

    `known` are binaan of which a record of this person is open already, whoever began it.
    """

    def __init__(
        self,
        session: Session,
        own: Collection[int] | None,
        visits: Sequence[Visit],
        *,
        known: Collection[int] = (),
    ) -> None:
        self._until: Mapping[int, date] | None = None
        if own is not None:
            clients = {visit.client_id for visit in visits}
            self._until = {**dict.fromkeys(known, date.max), **care_ends(session, own, clients)}

    def problems(self, visit: Visit) -> Iterator[Problem]:
        """Why a visit is not theirs to record; nothing of the binaan is told."""
        if self._until is None:
            return
        last = self._until.get(visit.client_id)
        if last is None:
            told = (
                "Anda tidak mendampingi binaan ini, jadi kunjungannya tidak dapat Anda catat. Pilih binaan "
                "Anda, atau minta Fasilitator mencatatnya."
            )
            yield Problem("client_id", told)
        elif visit.on > last:
            told = (
                f"Binaan ini Anda serah terimakan pada {indonesian_date(last)}; kunjungan sesudahnya dicatat "
                "Pendamping yang menerimanya. Periksa tanggalnya."
            )
            yield Problem("on", told)
