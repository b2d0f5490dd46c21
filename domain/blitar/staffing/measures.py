"""What the coverage map can show of a kecamatan: Pendamping, binaan, and how long nobody was visited."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from babel.numbers import format_decimal

from domain.blitar.staffing.business_base import NO_BASE, in_tenths, per_thousand
from domain.blitar.staffing.coverage import DistrictCoverage
from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.money import number
from domain.regions.business_counts import BusinessCount
from domain.regions.classes import Figure, whole_percent

NO_VISIT = "belum ada kunjungan tercatat"
NO_CLIENT = "belum ada binaan tercatat"
NO_MENTOR = "tanpa Pendamping"


class Measure(Labelled):
    """A figure of a kecamatan; the value is stable, the label is for people."""

    VISITED_SHARE = "visited_share", "Dikunjungi (%)"
    CLIENTS = "clients", "Binaan"
    PER_THOUSAND = "per_thousand", "Binaan per 1.000 usaha"
    CLIENTS_PER_MENTOR = "clients_per_mentor", "Binaan per Pendamping"
    DAYS_SINCE_VISIT = "days_since_visit", "Hari sejak kunjungan terakhir"
    MENTORS = "mentors", "Pendamping"


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictState:
    """A kecamatan with who covers it, its open binaan, and when one of them was last visited.

    `visited` of the `mentored` were visited within the office's days, as the summary tells it. `count` is how
    many usaha there are, None where nobody counted.
    """

    coverage: DistrictCoverage
    cooperatives: int = 0
    businesses: int = 0
    last_visit_on: date | None = None
    mentored: int = 0
    visited: int = 0
    count: BusinessCount | None = None

    @property
    def mentors(self) -> int:
        """How many Pendamping cover it."""
        return len({cover.service.mentor_id for cover in self.coverage.covers})

    @property
    def clients(self) -> int:
        """All open binaan."""
        return self.cooperatives + self.businesses


def figure_of(measure: Measure, state: DistrictState, today: date) -> Figure | None:
    """The figure of a kecamatan; None where there is none, which is not the same as zero."""
    match measure:
        case Measure.VISITED_SHARE:
            return whole_percent(state.visited, state.mentored) if state.mentored else None
        case Measure.MENTORS:
            return state.mentors
        case Measure.CLIENTS:
            return state.clients
        case Measure.PER_THOUSAND:
            rate = per_thousand(state.mentored, state.count)
            return None if rate is None else in_tenths(rate)
        case Measure.CLIENTS_PER_MENTOR:
            return Fraction(state.clients, state.mentors) if state.mentors else None
        case Measure.DAYS_SINCE_VISIT:
            return days_since_visit(state, today)
    raise AssertionError(measure)


def days_since_visit(state: DistrictState, today: date) -> int | None:
    """The days since one of the binaan was last visited; None while no visit is recorded."""
    if not state.clients or state.last_visit_on is None:
        return None
    return max(0, (today - state.last_visit_on).days)


def was_visited_without_cover(state: DistrictState) -> bool:
    """Whether binaan there were visited after the last assignment to the kecamatan ended."""
    since, visited = state.coverage.uncovered_since, state.last_visit_on
    return not state.coverage.is_covered and visited is not None and (since is None or visited >= since)


def in_words(measure: Measure, state: DistrictState, today: date) -> str:
    """The figure of a kecamatan as a sentence part."""
    figure = figure_of(measure, state, today)
    match measure:
        case Measure.VISITED_SHARE:
            return visited_in_words(state)
        case Measure.MENTORS:
            return _mentors_in_words(state) if state.mentors else NO_MENTOR
        case Measure.CLIENTS:
            return clients_in_words(state)
        case Measure.PER_THOUSAND:
            return per_thousand_in_words(state)
        case Measure.CLIENTS_PER_MENTOR:
            if figure is None:
                return f"{NO_MENTOR}, {clients_in_words(state)}"
            return f"{printed(figure)} binaan per Pendamping"
        case Measure.DAYS_SINCE_VISIT:
            if not state.clients:
                return NO_CLIENT
            if figure is None or state.last_visit_on is None:
                return NO_VISIT
            return f"{printed(figure)} hari sejak kunjungan terakhir, {indonesian_date(state.last_visit_on)}"
    raise AssertionError(measure)


def clients_in_words(state: DistrictState) -> str:
    """The open binaan by kind."""
    if not state.clients:
        return NO_CLIENT
    return (
        f"{number(state.clients)} binaan: {number(state.cooperatives)} koperasi, "
        f"{number(state.businesses)} usaha mikro"
    )


def per_thousand_in_words(state: DistrictState) -> str:
    """The binaan for each 1.000 usaha, with the two numbers that it is made of."""
    rate = per_thousand(state.mentored, state.count)
    if state.count is None:
        return NO_BASE
    businesses, cooperatives = number(state.count.businesses), number(state.count.cooperatives)
    counted = f"{businesses} usaha mikro dan {cooperatives} koperasi"
    if rate is None:
        return f"belum diketahui, {counted}"
    return f"{printed(in_tenths(rate))} per 1.000 usaha: {number(state.mentored)} binaan, {counted}"


def visited_in_words(state: DistrictState) -> str:
    """How many of the binaan were visited within the office's days."""
    if not state.mentored:
        return NO_CLIENT
    return f"{number(state.visited)} dari {number(state.mentored)} binaan dikunjungi"


def _mentors_in_words(state: DistrictState) -> str:
    names = dict.fromkeys(cover.service.name for cover in state.coverage.covers)
    temporary = " (hanya sementara)" if state.coverage.is_temporary else ""
    return f"{state.mentors} Pendamping: {', '.join(names)}{temporary}"


def shown(measure: Measure, figure: Figure) -> str:
    """A figure of a measure: a share in whole percent, others with one decimal where they need it."""
    return f"{printed(round(figure))} %" if measure is Measure.VISITED_SHARE else printed(figure)


def printed(figure: Figure) -> str:
    """A figure as people write it, with one decimal where it is not whole."""
    return str(format_decimal(round(float(figure), 1), format="#,##0.#", locale="id"))
