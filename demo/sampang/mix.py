"""How many of which applications make up the demo register, and how old they are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from demo.sampang import doubts, lacks, turns
from demo.sampang.turns import Turn
from demo.sampang.usual import Sampang
from domain.sampang.application import LoanApplication

_LAST_DAYS: Final = (0, 10)
_LAST_WEEKS: Final = (3, 38)
_SURVEYED: Final = (36, 75)
_LAST_MONTHS: Final = (20, 90)
_A_SEASON: Final = (36, 80)  # since the last meeting but one


@dataclass(frozen=True, slots=True)
class Share:
    """Some applications of one sort, with the turn that they take, filed so many days ago."""

    count: int
    draw: Callable[[Sampang, date], LoanApplication]
    turn: Turn
    days_ago: tuple[int, int]


MIX: Final = (
    Share(9, Sampang.small, turns.accepted, _A_SEASON),
    Share(3, Sampang.small, turns.accepted_again, _A_SEASON),
    Share(2, Sampang.small, turns.accepted_after_bank_credit, _A_SEASON),
    Share(1, Sampang.medium, turns.accepted, _A_SEASON),
    Share(5, Sampang.small, turns.waiting, _LAST_DAYS),
    Share(5, Sampang.small, turns.waiting, _LAST_WEEKS),
    Share(1, Sampang.medium, turns.waiting, _LAST_WEEKS),
    Share(3, Sampang.small, turns.surveyed, _SURVEYED),
    Share(3, Sampang.small, turns.turned_down, _A_SEASON),
    Share(3, Sampang.small, lacks.in_arrears, _LAST_MONTHS),
    Share(2, Sampang.small, lacks.without_licence, _LAST_MONTHS),
    Share(3, Sampang.small, lacks.far_too_little_pledged, _LAST_MONTHS),
    Share(2, Sampang.small, lacks.car_for_a_large_loan, _LAST_MONTHS),
    Share(4, Sampang.small, lacks.some_papers_missing, _LAST_WEEKS),
    Share(2, Sampang.small, lacks.some_answers_missing, _LAST_WEEKS),
    Share(2, Sampang.small, lacks.not_yet_valued, _LAST_WEEKS),
    Share(6, Sampang.small, lacks.draft, _LAST_DAYS),
    Share(7, Sampang.small_then_micro_now, turns.waiting, _LAST_MONTHS),
    Share(1, Sampang.small, doubts.thinly_pledged, _LAST_WEEKS),
    Share(1, Sampang.small, doubts.programme_credit, _LAST_WEEKS),
    Share(2, Sampang.small, doubts.larger_again, _LAST_WEEKS),
    Share(1, Sampang.small, doubts.lease_soon_over, _LAST_WEEKS),
    Share(1, Sampang.small_of_a_couple, doubts.spouse_in_arrears, _LAST_WEEKS),
    Share(4, Sampang.micro, turns.accepted, _A_SEASON),
    Share(5, Sampang.micro, turns.waiting, _LAST_WEEKS),
    Share(2, Sampang.micro, lacks.some_papers_missing, _LAST_WEEKS),
    Share(1, Sampang.micro, lacks.in_arrears, _LAST_MONTHS),
    Share(1, Sampang.micro, turns.turned_down, _A_SEASON),
    Share(1, Sampang.micro, lacks.draft, _LAST_DAYS),
    Share(3, Sampang.micro, doubts.exempt_from_licence, _LAST_MONTHS),
    Share(3, Sampang.cooperative, turns.accepted, _A_SEASON),
    Share(1, Sampang.cooperative, turns.accepted_again, _A_SEASON),
    Share(1, Sampang.secondary_cooperative, turns.accepted, _A_SEASON),
    Share(3, Sampang.cooperative, turns.waiting, _LAST_WEEKS),
    Share(1, Sampang.functional_cooperative, turns.waiting, _LAST_WEEKS),
    Share(1, Sampang.cooperative, lacks.some_papers_missing, _LAST_WEEKS),
    Share(1, Sampang.cooperative, turns.turned_down, _A_SEASON),
    Share(2, Sampang.cooperative, lacks.draft, _LAST_DAYS),
    Share(2, Sampang.cooperative, doubts.large_on_land, _LAST_MONTHS),
    Share(2, Sampang.microfinance, turns.accepted, _A_SEASON),
    Share(1, Sampang.microfinance, turns.waiting, _LAST_WEEKS),
    Share(1, Sampang.microfinance, lacks.some_papers_missing, _LAST_WEEKS),
    Share(1, Sampang.microfinance, lacks.far_too_little_pledged, _LAST_MONTHS),
    Share(1, Sampang.cluster, turns.accepted, _A_SEASON),
    Share(2, Sampang.cluster, turns.waiting, _LAST_WEEKS),
    Share(1, Sampang.cluster, turns.turned_down, _A_SEASON),
    Share(1, Sampang.cluster, lacks.draft, _LAST_DAYS),
)
