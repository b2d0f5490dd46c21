"""What needs a decision about the mentoring, and where each is taken."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from db.blitar.decisions import mentoring_decisions
from domain.blitar.programme import BLITAR
from domain.due_decisions import Decision
from domain.roles import Person
from pages.blitar.screen_tabs import MentorsTab, ReportsTab, link_to
from pages.parts.deciding import Way
from pages.parts.store import database
from pages.parts.wings import screen_at

_WAYS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "usul": ("laporan", link_to(ReportsTab.UPGRADES)),
    "surat": ("laporan", link_to(ReportsTab.RECOMMENDATIONS)),
    "lulus": ("pendamping", link_to(MentorsTab.APPOINTING)),
    "kontrak": ("pendamping", link_to(MentorsTab.RENEWAL)),
}


def decisions_read(person: Person, day: date) -> Sequence[Decision]:
    """The list as it stands on a day."""
    with database().read() as session:
        return mentoring_decisions(session, person, day)


def way_to(person: Person, one: Decision) -> Way | None:
    """Where it is decided, for whoever may open that screen; a gap on its day in Cakupan."""
    day = {} if one.on is None else {"tanggal": one.on.isoformat()}
    address, asks = _WAYS.get(one.key, ("cakupan", day))
    screen = screen_at(BLITAR, address, person)
    return None if screen is None else Way(screen, tuple(asks.items()))
