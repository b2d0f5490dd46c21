"""Who registered in last winter's selection and in the one that is open, and how each of them fared."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from random import Random
from typing import Final

from demo.blitar.blitar_people import Crowd, Neighbour
from demo.blitar.days import Days, working_days_between
from demo.blitar.files import TURNS, born_before, whole_file
from demo.blitar.posts import GANDUSARI, KANIGORO, KESAMBEN, POSTS, SRENGAT, TALUN, WLINGI
from domain.blitar.candidate import Candidate

SEED: Final = 3_2023
FORTY: Final = "forty"
RESERVE_KEY: Final = "never_mentored"
_FORTY_DAYS: Final = 12
_FORTY_LIVES_IN: Final = KESAMBEN
_IS_WOMAN: Final = {"mentor": False, "other_mentor": True}
_OTHER_HOMES: Final = (KANIGORO, SRENGAT, TALUN, WLINGI, GANDUSARI)
_FAILED_FILES: Final = ("party_member", "diploma", "health_centre", "too_old")
_FAILED_WRITTEN: Final = 18
_FAILED_INTERVIEW: Final = 14
# The twelve of the open round: what is particular about each file.
_OPEN: Final = (
    "again", "applied_degree", "name_only", "no_police_paper", "health_centre", FORTY, "too_old",
    "under_contract", "foreign_degree", "police_entry", "lives_in_the_city", "never_mentored",
)  # fmt: skip


class Course(Enum):
    """How far a candidate came."""

    PASSED = auto()
    RESERVE = auto()
    FAILED_FILE = auto()
    FAILED_WRITTEN = auto()
    FAILED_INTERVIEW = auto()
    RUNNING = auto()


@dataclass(frozen=True, slots=True)
class DemoCandidate:
    """A registration with a stable key, the day on which it was typed in, and how it ends."""

    key: str
    candidate: Candidate
    entered_on: date
    course: Course


def passed_key(district_code: str) -> str:
    """The key of the candidate who passed for the post of a kecamatan."""
    return f"passed-{district_code}"


def demo_candidates(days: Days, seed: int = SEED) -> tuple[DemoCandidate, ...]:
    """Make the sixty of last winter and the twelve of the open round; the same seed and day, the same."""
    made = _Candidates(days, Random(seed))
    winter = sorted(made.winter(), key=lambda each: each.entered_on)
    by_key = {each.key: each for each in winter}
    return (*winter, *sorted(made.running(by_key[RESERVE_KEY]), key=lambda each: each.entered_on))


class _Candidates:
    def __init__(self, days: Days, chance: Random) -> None:
        self._days, self._chance, self._crowd = days, chance, Crowd(chance)
        year = days.closes.year
        self._born = (year - 36, year - 25)  # under 40 in the open round too, up to two years on

    def winter(self) -> Iterator[DemoCandidate]:
        """Give the sixty of last winter: 22 passed, two in reserve, four files short, 32 failed a test."""
        for post in POSTS:
            on = self._day(self._days.opens, self._days.closes)
            woman = _IS_WOMAN.get(post.persona)
            if post.district_code == _FORTY_LIVES_IN:
                who = self._aged(post.home_code, on, 40, _FORTY_DAYS)
            else:
                who = self._crowd.someone(post.home_code, self._born, name=post.name, woman=woman)
            yield self._made(passed_key(post.district_code), "whole", who, on, Course.PASSED)
        yield self._winters(RESERVE_KEY, RESERVE_KEY, Course.RESERVE)
        yield self._winters("reserve", "whole", Course.RESERVE)
        for turn in _FAILED_FILES:
            yield self._winters(turn, turn, Course.FAILED_FILE)
        for number in range(_FAILED_WRITTEN):
            yield self._winters(f"written-{number:02}", "whole", Course.FAILED_WRITTEN)
        for number in range(_FAILED_INTERVIEW):
            yield self._winters(f"interview-{number:02}", "whole", Course.FAILED_INTERVIEW)

    def running(self, reserve: DemoCandidate) -> Iterator[DemoCandidate]:
        """Give the twelve of the open round; the reserve of last winter tries again."""
        for turn in _OPEN:
            on = self._day(self._days.open_from, self._days.today)
            made = self._made(f"open-{turn}", turn, self._person(turn, on), on, Course.RUNNING)
            yield _as_before(made, reserve.candidate) if turn == "again" else made

    def _winters(self, key: str, turn: str, course: Course) -> DemoCandidate:
        on = self._day(self._days.opens, self._days.closes)
        return self._made(key, turn, self._person(turn, on), on, course)

    def _made(self, key: str, turn: str, who: Neighbour, on: date, course: Course) -> DemoCandidate:
        made = TURNS.get(turn, TURNS["whole"])(whole_file(who, on, self._chance))
        return DemoCandidate(key, made, on, course)

    def _person(self, turn: str, on: date) -> Neighbour:
        home = self._chance.choice(_OTHER_HOMES)
        if turn == FORTY:
            return self._aged(home, on, 40, _FORTY_DAYS)
        if turn == "too_old":
            return self._aged(home, on, 41, 70)
        return self._crowd.someone(home, self._born)

    def _aged(self, district_code: str, on: date, years: int, days: int) -> Neighbour:
        woman = self._chance.random() < 0.5
        made = self._crowd.born_on(district_code, born_before(on, years, days), woman=woman)
        if made is None:
            raise RuntimeError("two demo candidates share a birthday and a kecamatan")
        return made

    def _day(self, first: date, last: date) -> date:
        return self._chance.choice(working_days_between(first, last))


def _as_before(made: DemoCandidate, before: Candidate) -> DemoCandidate:
    """A new registration of somebody who registered before."""
    again = replace(
        made.candidate, name=before.name, nik=before.nik, born_on=before.born_on, domicile=before.domicile
    )
    return replace(made, candidate=again)
