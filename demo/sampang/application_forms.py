"""The whole demo register for a day: usual applications, hard cases, and the files beyond the counter."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from demo.chance import Deck, days_before, office_day
from demo.sampang import lacks, turns
from demo.sampang.demo_files import demo_files
from demo.sampang.hard_cases import hard_cases
from demo.sampang.mix import MIX
from demo.sampang.opinions import as_recorded
from demo.sampang.usual import Sampang
from demo.sampang.ways import DemoFile
from domain.sampang.application import LoanApplication
from domain.sampang.kinds import Source

SEED: Final = 20_15
# Three of ten forms come on paper, and wait some days until somebody types them in.
_SOURCES: Final = (Source.PAPER,) * 3 + (Source.COUNTER,) * 7
_GIVEN_UP: Final = frozenset(
    (
        turns.turned_down,
        lacks.in_arrears,
        lacks.without_licence,
        lacks.far_too_little_pledged,
        lacks.car_for_a_large_loan,
    )
)


@dataclass(frozen=True, slots=True)
class DemoApplication:
    """An application with a stable key and the day on which it was typed in.

    `given_up`: it lacks something that its applicant does not bring, and takes the file back in the end.
    """

    key: str
    application: LoanApplication
    entered_on: date
    given_up: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """The applications at the counter, in the order in which they were typed in, and the files beyond it."""

    applications: tuple[DemoApplication, ...]
    files: tuple[DemoFile, ...]


def demo_register(today: date, seed: int = SEED) -> Register:
    """Make everything that the demo holds; one hand draws all of it, so that nobody comes twice.

    The same seed and day give the same register, and all its dates move along with the day.
    """
    chance = Random(seed)
    sampang = Sampang(chance)
    usual = tuple(_usual(today, sampang))
    hard = (
        DemoApplication(key, as_recorded(made), made.filed_on or today)
        for key, made in hard_cases(today).items()
    )
    at_the_counter = sorted((*usual, *hard), key=lambda each: (each.entered_on, each.key))
    return Register(tuple(at_the_counter), demo_files(today, sampang))


def demo_applications(today: date, seed: int = SEED) -> tuple[DemoApplication, ...]:
    """Make the applications at the counter, in the order in which they were typed in."""
    return demo_register(today, seed).applications


def _usual(today: date, sampang: Sampang) -> Iterator[DemoApplication]:
    chance = sampang.chance
    sources = Deck(chance, _SOURCES)
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
                f"usual-{number:03}",
                as_recorded(replace(made, source=source)),
                max(filed_on, office_day(entered_on)),
                given_up=share.turn in _GIVEN_UP,
            )
