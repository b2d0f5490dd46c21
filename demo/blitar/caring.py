"""Who cares for each binaan of the demo and until when, and which of them are hardly visited."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from demo.blitar.days import Days, working_day
from demo.blitar.demo_clients import DemoClient
from demo.blitar.posts import (
    GANDUSARI,
    GARUM,
    KADEMANGAN,
    KANIGORO,
    LEFT,
    NGLEGOK,
    PONGGOK,
    SANANKULON,
    SELOPURO,
    SRENGAT,
    SUTOJAYAN,
    TAKEN_OVER,
    TALUN,
    WLINGI,
    carer_of,
)
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround

# Where a mentoring ended, so many days ago and why.
_ENDED: Final = (
    (SANANKULON, 95, LeavingGround.REFUSED, "Pemilik menyatakan tidak bersedia didampingi lagi (contoh)."),
    (TALUN, 52, LeavingGround.CLOSED, "Usaha tutup, peralatan produksi sudah dijual (contoh)."),
    (GARUM, 24, LeavingGround.REFUSED, "Keluarga keberatan data usahanya dicatat (contoh)."),
)
_NEVER_VISITED: Final = (KANIGORO, PONGGOK, GANDUSARI, WLINGI, SELOPURO)
# Where a binaan was not visited any more, for between so many days.
_NEGLECTED: Final = (NGLEGOK, KADEMANGAN, SRENGAT, PONGGOK, KANIGORO, SUTOJAYAN, WLINGI, GANDUSARI, TALUN)
_NEGLECTED_DAYS: Final = (38, 110)
_WELL_SETTLED: Final = 150


@dataclass(frozen=True, slots=True)
class Care:
    """A binaan in the care of a post, from the first to the last day on which it is visited."""

    post: str
    client: DemoClient
    first: date
    last: date


def takers(clients: Sequence[DemoClient]) -> Mapping[str, str]:
    """Which binaan of the Pendamping who left went to which post; the others still wait."""
    waiting = iter(each.key for each in clients if each.district_code == LEFT)
    return {next(waiting): code for code, count in TAKEN_OVER.items() for _ in range(count)}


def endings(days: Days, clients: Sequence[DemoClient]) -> Mapping[str, Leaving]:
    """The binaan whose mentoring ended, with the end of each."""
    found = {}
    for code, ago, ground, reason in _ENDED:
        on = working_day(days.today - timedelta(days=ago))
        known = [each for each in clients if each.district_code == code and not each.client.cooperative.scale]
        longest = min(known, key=lambda each: each.since)
        found[longest.key] = Leaving(ground=ground, on=max(on, longest.since), reason=reason)
    return found


def cares(days: Days, clients: Sequence[DemoClient], chance: Random) -> Iterator[Care]:
    """Who visits which binaan from when to when."""
    taken, ended = takers(clients), endings(days, clients)
    hardly = _hardly_visited(days, clients, ended, chance)
    last_of_all = working_day(days.today)
    for each in clients:
        last = hardly.get(each.key, last_of_all)
        if each.key in ended:
            last = ended[each.key].on - timedelta(days=3)
        post, first = carer_of(each.district_code), each.since + timedelta(days=1)
        if post != LEFT:
            yield Care(post, each, first, last)
            continue
        yield Care(post, each, first, min(last, days.resigned))
        if each.key in taken:
            yield Care(taken[each.key], each, days.handed_over, last)


def _hardly_visited(
    days: Days, clients: Sequence[DemoClient], ended: Mapping[str, Leaving], chance: Random
) -> Mapping[str, date]:
    """The last day on which somebody looked after a binaan, of those whom nobody looks after now."""
    found: dict[str, date] = {}

    def draw(code: str) -> DemoClient:
        fits = [one for one in clients if one.district_code == code and one.key not in {*ended, *found}]
        settled = days.today - timedelta(days=_WELL_SETTLED)
        return chance.choice([one for one in fits if one.since <= settled] or fits)

    for code in _NEVER_VISITED:
        found[draw(code).key] = date.min
    for code in _NEGLECTED:
        found[draw(code).key] = working_day(days.today - timedelta(days=chance.randint(*_NEGLECTED_DAYS)))
    return found
