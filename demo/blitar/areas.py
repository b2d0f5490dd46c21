"""The kecamatan of the demo given to their Pendamping, and one covered by a neighbour for a time."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from db.blitar.staffing.assignments import assign
from demo.blitar.days import Days, working_day
from demo.blitar.posts import APPOINTED, COVERED_BY, NEVER_FILLED
from demo.blitar.store import BlitarOffice
from demo.clock import Act
from domain.blitar.staffing.assignments import Assignment

_AFTER_APPOINTING: Final = 60
_COVER_NOTE: Final = (
    "Calon yang lulus dan para cadangan tidak jadi mengikat kontrak; ditutup sementara dari tetangga."
)


class Areas:
    """Gives every post its kecamatan; the cover of the empty post was prolonged once."""

    def __init__(self, office: BlitarOffice, days: Days) -> None:
        self._office, self._days = office, days

    def acts(self) -> Iterator[Act]:
        """Give every assignment with its moment."""
        days, at = self._days, self._office.at
        for place, post in enumerate(APPOINTED, _AFTER_APPOINTING):
            yield Act(at(days.appointed, place), partial(self._give, post.district_code))
        first = working_day(days.appointed + timedelta(days=14))
        until = days.covered_again - timedelta(days=1)
        yield Act(at(first), partial(self._cover, first, until))
        yield Act(at(days.covered_again), partial(self._cover, days.covered_again, days.covered_until))

    def _give(self, code: str, at: datetime) -> None:
        mentor_id = self._office.staff[code]
        wanted = Assignment(mentor_id=mentor_id, district_code=code, starts_on=self._days.appointed)
        self._assign(wanted, at)

    def _cover(self, start: date, end: date, at: datetime) -> None:
        wanted = Assignment(
            mentor_id=self._office.staff[COVERED_BY],
            district_code=NEVER_FILLED,
            starts_on=start,
            ends_on=end,
            temporary=True,
            note=_COVER_NOTE,
        )
        self._assign(wanted, at)

    def _assign(self, wanted: Assignment, at: datetime) -> None:
        office = self._office
        nonce = f"demo-area-{wanted.district_code}-{wanted.starts_on}"
        assign(office.session, office.facilitator(), wanted, nonce=nonce, at=at)
