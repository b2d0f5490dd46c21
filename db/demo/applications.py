"""The whole demo register for a day: the usual applications by their mix, and the hard cases."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from db.demo.chance import Deck, days_before, office_day
from db.demo.hard_cases import hard_cases
from db.demo.mix import MIX
from db.demo.usual import Sampang
from domain.sampang_loans.application import LoanApplication
from domain.sampang_loans.kinds import Source

SEED: Final = 20_15
# Three of ten forms come on paper, and wait some days until somebody types them in.
_SOURCES: Final = (Source.PAPER,) * 3 + (Source.COUNTER,) * 7


@dataclass(frozen=True, slots=True)
class DemoApplication:
    """An application with a stable key and the day on which it was typed in."""

    key: str
    application: LoanApplication
    entered_on: date


def demo_applications(today: date, seed: int = SEED) -> tuple[DemoApplication, ...]:
    """Make every demo application, in the order in which they were typed in.

    The same seed and day give the same applications, and all their dates move along with the day.
    """
    usual = _usual(today, Random(seed))
    hard = (DemoApplication(key, found, found.filed_on or today) for key, found in hard_cases(today).items())
    return tuple(sorted((*usual, *hard), key=lambda each: (each.entered_on, each.key)))


def _usual(today: date, chance: Random) -> Iterator[DemoApplication]:
    sampang, sources = Sampang(chance), Deck(chance, _SOURCES)
    number = 0
    for share in MIX:
        for _ in range(share.count):
            number += 1
            filed_on = days_before(today, chance.randint(*share.days_ago))
            made = share.turn(share.draw(sampang, filed_on), chance)
            source = sources.deal()
            late = chance.randint(1, 9) if source is Source.PAPER else 0
            entered_on = min(today, filed_on + timedelta(days=late))
            yield DemoApplication(
                f"usual-{number:03}", replace(made, source=source), max(filed_on, office_day(entered_on))
            )
