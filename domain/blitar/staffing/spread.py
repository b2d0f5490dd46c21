"""A fair spread of the kecamatan over the Pendamping: the lightest heaviest load, few changes, the least way.

An exact solver finds it; a person accepts or changes it. The regulation gives no measure (Pasal 11(2),
Pasal 5(3) huruf f): that the load comes first, then that binaan stay with whom they know, then the distance,
is the office's own order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from domain.blitar.staffing.assignments import Service
from domain.regions.approximate_boundaries import kilometres_between

_NOBODY: Mapping[tuple[int, str], int] = MappingProxyType({})
_STAY = 0.01  # kilometres that staying where one is today is worth, between equal spreads
Pairs = frozenset[tuple[int, str]]
Held = Mapping[tuple[int, str], int]
"""How many open binaan a Pendamping has in a kecamatan, wherever they are assigned."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Who has which kecamatan, with the load of each Pendamping in binaan, and the way in kilometres."""

    pairs: Pairs
    loads: Mapping[int, int]
    kilometres: float

    @property
    def heaviest(self) -> int:
        """The load of the Pendamping who carries most."""
        return max(self.loads.values(), default=0)

    @property
    def lightest(self) -> int:
        """The load of the Pendamping who carries least."""
        return min(self.loads.values(), default=0)


def measured(pairs: Pairs, services: Sequence[Service], load: Mapping[str, int]) -> Spread:
    """A given spread with its loads and its way; a kecamatan that several share counts for each in full."""
    loads = {one.mentor_id: 0 for one in services}
    for mentor, code in pairs:
        loads[mentor] = loads.get(mentor, 0) + load.get(code, 0)
    homes = {one.mentor_id: one.home for one in services}
    way = sum(_way(homes.get(mentor), code) for mentor, code in pairs)
    return Spread(pairs, loads, way)


def kept(pairs: Pairs, held: Held) -> int:
    """How many binaan stay with the Pendamping who has them now."""
    return sum(held.get(pair, 0) for pair in pairs)


def fair_spread(
    services: Sequence[Service],
    codes: Sequence[str],
    load: Mapping[str, int],
    today: Pairs = frozenset(),
    held: Held = _NOBODY,
) -> Spread | None:
    """The best spread of kecamatan `codes` with their load in binaan; None without a Pendamping.

    Of the spreads with the lightest heaviest load it is one by which the most binaan stay with whoever
    has them, and of these one with the least way.
    Every kecamatan gets one Pendamping and every Pendamping at least one kecamatan; when there are more
    Pendamping than kecamatan, every Pendamping gets exactly one and every kecamatan at least one.
    """
    if not services or not codes:
        return None
    program = _Program(services, codes, load, today, held)
    heaviest = program.lightest_heaviest_load()
    return measured(program.least_way(heaviest, program.most_kept(heaviest)), services, load)


class _Program:
    """The mixed-integer program: one binary for each pair, and one variable for the heaviest load."""

    def __init__(
        self,
        services: Sequence[Service],
        codes: Sequence[str],
        load: Mapping[str, int],
        today: Pairs,
        held: Held,
    ) -> None:
        self._services, self._codes, self._load = services, codes, load
        self._held = np.array(
            [held.get((one.mentor_id, code), 0) for one in services for code in codes], dtype=np.float64
        )
        self._count = len(services) * len(codes)
        self._ways = np.array(
            [
                _way(one.home, code) - (_STAY if (one.mentor_id, code) in today else 0.0)
                for one in services
                for code in codes
            ]
        )

    def lightest_heaviest_load(self) -> int:
        """The smallest load that the heaviest laden can have."""
        objective = np.append(np.zeros(self._count), 1.0)
        return round(float(self._solved(objective, np.inf)[-1]))

    def most_kept(self, heaviest: int) -> int:
        """How many binaan can stay with whom they know, under a largest load."""
        if not self._held.any():
            return 0
        found = self._solved(np.append(-self._held, 0.0), heaviest)[:-1]
        return round(float(self._held @ found))

    def least_way(self, heaviest: int, kept: int) -> Pairs:
        """The pairs with the least way under a largest load, by which so many binaan stay."""
        found = self._solved(np.append(self._ways, 0.0), heaviest, kept)[:-1]
        chosen = found.reshape(len(self._services), len(self._codes)) > 0.5
        return frozenset(
            (self._services[row].mentor_id, self._codes[column])
            for row, column in zip(*np.nonzero(chosen), strict=True)
        )

    def _solved(self, objective: NDArray[np.float64], heaviest: float, kept: int = 0) -> NDArray[np.float64]:
        binary = np.append(np.ones(self._count), 0)
        upper = np.append(np.ones(self._count), heaviest)
        result = milp(
            objective,
            integrality=binary,
            bounds=Bounds(np.zeros(self._count + 1), upper),
            constraints=[
                self._each_district(),
                self._each_mentor(),
                self._under_heaviest(),
                LinearConstraint(np.append(self._held, 0.0)[np.newaxis], float(kept), np.inf),
            ],
        )
        if result.x is None:
            raise RuntimeError(f"the spread has no solution: {result.message}")
        return np.asarray(result.x, dtype=np.float64)

    def _each_district(self) -> LinearConstraint:
        rows = np.zeros((len(self._codes), self._count + 1))
        for column in range(len(self._codes)):
            rows[column, column : self._count : len(self._codes)] = 1
        most = 1.0 if len(self._services) <= len(self._codes) else np.inf
        return LinearConstraint(rows, 1.0, most)

    def _each_mentor(self) -> LinearConstraint:
        rows = np.zeros((len(self._services), self._count + 1))
        for row in range(len(self._services)):
            rows[row, row * len(self._codes) : (row + 1) * len(self._codes)] = 1
        most = np.inf if len(self._services) <= len(self._codes) else 1.0
        return LinearConstraint(rows, 1.0, most)

    def _under_heaviest(self) -> LinearConstraint:
        loads = np.array([self._load.get(code, 0) for code in self._codes], dtype=np.float64)
        rows = np.zeros((len(self._services), self._count + 1))
        for row in range(len(self._services)):
            rows[row, row * len(self._codes) : (row + 1) * len(self._codes)] = loads
            rows[row, -1] = -1
        return LinearConstraint(rows, -np.inf, 0.0)


def _way(home: str | None, code: str) -> float:
    """The way from home to a kecamatan in kilometres; nothing while nobody knows where home is."""
    return kilometres_between(home, code) if home is not None else 0.0
