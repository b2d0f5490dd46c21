"""The year of the demo as one plan: the visits, how each came into the store, and what became of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from random import Random
from typing import Final

from demo.blitar.days import Days, working_day
from demo.blitar.demo_clients import DemoClient
from demo.blitar.entering import Pile, piles
from demo.blitar.measuring import Course, courses
from demo.blitar.meetings import Meeting, demo_meetings
from demo.blitar.posts import GARUM, ON_PAPER, SERVING, SRENGAT, TALUN
from demo.blitar.visit_cases import with_odd_ones
from demo.blitar.visits import DemoVisit, demo_visits

SEED: Final = 16_2
OWN: Final = tuple(post for post in SERVING if post.persona)
_OWN_LAST: Final = 6  # of the last six visits of a persona one was returned and two are drafts
_CORRECTED: Final = 16  # counted from the last: it was returned, corrected, and verified after all
_RETURNED_AT: Final = (SRENGAT, TALUN, GARUM)


class Way(Enum):
    """How a visit came into the store and where it stands."""

    IN_A_PILE = auto()
    RETURNED_FROM_A_PILE = auto()
    OWN = auto()
    OWN_RETURNED = auto()
    OWN_CORRECTED = auto()
    OWN_DRAFT = auto()


_VERIFIED_WITH_A_PILE: Final = (Way.IN_A_PILE, Way.OWN, Way.OWN_CORRECTED)


@dataclass(frozen=True, slots=True)
class Year:
    """All that the plan holds."""

    clients: Sequence[DemoClient]
    courses: Mapping[str, Course]
    visits: Sequence[DemoVisit]
    ways: Mapping[Meeting, Way]
    piles: Sequence[Pile]

    def in_pile(self, pile: Pile) -> tuple[DemoVisit, ...]:
        """The visits of a span that are typed in together."""
        in_piles = (Way.IN_A_PILE, Way.RETURNED_FROM_A_PILE)
        return tuple(
            one for one in self.visits if _is_of(pile, one.meeting) and self.ways[one.meeting] in in_piles
        )


def demo_year(days: Days, clients: Sequence[DemoClient], seed: int = SEED) -> Year:
    """Plan the year; the same seed and day give the same."""
    chance, taken_in = Random(seed), piles(days)
    met = tuple(demo_meetings(days, clients, chance))
    paper_until = max(pile.last for pile in taken_in if pile.is_paper)
    met = tuple(one for one in met if one.post not in ON_PAPER or one.on <= paper_until)
    met = with_odd_ones(met, working_day(days.today), chance)
    ways = _ways(met, [pile for pile in taken_in if pile.verified_on and not pile.is_paper][-1])
    looked_at = [pile for pile in taken_in if pile.verified_on]
    verified = {
        one for pile in looked_at for one in met if _is_of(pile, one) and ways[one] in _VERIFIED_WITH_A_PILE
    }
    measured = courses(clients, met, verified, chance)
    visits = sorted(demo_visits(days, clients, met, measured, chance), key=lambda one: one.meeting.on)
    return Year(clients, measured, visits, ways, taken_in)


def _is_of(pile: Pile, one: Meeting) -> bool:
    return pile.first <= one.on <= pile.last and (one.post in ON_PAPER) is pile.is_paper


def _ways(met: Sequence[Meeting], newest_verified: Pile) -> dict[Meeting, Way]:
    by_post = defaultdict(list)
    for one in sorted(met, key=lambda one: one.on):
        by_post[one.post].append(one)
    found = dict.fromkeys(met, Way.IN_A_PILE)
    for post in OWN:
        own = by_post[post.district_code]
        returned, *sent, last_but_one, last = own[-_OWN_LAST:]
        found |= {returned: Way.OWN_RETURNED, last_but_one: Way.OWN_DRAFT, last: Way.OWN_DRAFT}
        found |= dict.fromkeys(sent, Way.OWN)
        found[own[-_CORRECTED]] = Way.OWN_CORRECTED
    for code in _RETURNED_AT:
        looked_at = [one for one in by_post[code] if newest_verified.first <= one.on <= newest_verified.last]
        if looked_at:
            found[looked_at[-1]] = Way.RETURNED_FROM_A_PILE
    return found
