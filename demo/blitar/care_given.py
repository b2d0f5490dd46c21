"""Binaan of the demo taken in, and those of the Pendamping who left handed over, but for some."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from db.blitar.caseload.clients import add_client
from db.blitar.caseload.handovers import hand_over
from demo.blitar.caring import takers
from demo.blitar.days import Days
from demo.blitar.demo_clients import DemoClient
from demo.blitar.posts import LEFT, carer_of
from demo.blitar.store import BlitarOffice
from demo.clock import Act
from domain.blitar.staffing.handing_over import HandoverWritten

_PROMISE = "Pendampingan pengurusan NIB yang sudah dimulai dilanjutkan."


class Care:
    """Takes the binaan in, in the care of the Pendamping of their kecamatan."""

    def __init__(self, office: BlitarOffice, days: Days, clients: Sequence[DemoClient]) -> None:
        self._office, self._days, self._clients = office, days, clients

    def acts(self) -> Iterator[Act]:
        """Give every binaan and the handover, with its moment."""
        for place, each in enumerate(self._clients):
            yield Act(self._office.at(each.since, place), partial(self._take_in, each))
        yield Act(self._office.at(self._days.handed_over), self._hand_over)

    def _take_in(self, each: DemoClient, at: datetime) -> None:
        office = self._office
        office.clients[each.key] = add_client(
            office.session,
            office.facilitator(at.day),
            each.client,
            mentor_id=office.staff[carer_of(each.district_code)],
            since=each.since,
            nonce=f"demo-client-{each.key}",
            at=at,
        )

    def _hand_over(self, at: datetime) -> None:
        office, on = self._office, self._days.handed_over
        taken_by = {office.clients[key]: office.staff[code] for key, code in takers(self._clients).items()}
        hand_over(
            office.session,
            office.facilitator(),
            office.staff[LEFT],
            taken_by,
            HandoverWritten(
                number=f"BA-01/SERAH-TERIMA/CONTOH/{on.year}",
                on=on,
                note="Enam binaan menunggu Pendamping pengganti (contoh).",
                promises={min(taken_by): _PROMISE},
            ),
            nonce="demo-handover",
            at=at,
        )
