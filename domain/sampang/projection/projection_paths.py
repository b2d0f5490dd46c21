"""The paths of a projection: month by month what comes in, what is lost, and what is lent, in whole rupiah.

New loans are reckoned loan by loan, by the rows of the schedule engine. Running loans are known by month
only: a part of them that stops takes the same part of what is due, rounded down to a rupiah.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from domain.sampang.projection.projection_draws import Draws, LoanDraws
from domain.sampang.projection.projection_start import LoanPlan, NewLending, Running, Start
from domain.sampang.schedule import Whole

NOT_SERVED: Final = 32_000
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Paths:
    """Each month (rows) of each path (columns), in rupiah.

    `cash` is what lies there at the month's end after lending; `interest` came in, `lost` is principal of
    loans that defaulted. `served` is the month of each loan of the queue, counted from 0; `waiting` the new
    loans that nobody could pay out, by kind.
    """

    cash: Whole
    interest: Whole
    lost: Whole
    served: NDArray[np.int16]
    waiting: Whole


def paths_of(start: Start, draws: Draws, months: int) -> Paths:
    """Go through the months of some paths with what was drawn for them."""
    walk = _Walk(start, draws, months)
    for month in range(months):
        walk.take_in(month)
        walk.serve_queue(month)
        walk.lend(month)
    waiting = np.array([one.waiting for one in walk.new], np.int64).reshape(len(walk.new), draws.paths)
    return Paths(walk.cash_at, walk.interest[:months], walk.lost[:months], walk.served, waiting)


class _Walk:
    """Where the paths are while they are walked."""

    def __init__(self, start: Start, draws: Draws, months: int) -> None:
        tenors = [one.tenor for one in start.queue] + [one.plan.tenor for one in start.new]
        beyond = max([len(start.running.principal), *(months + tenor for tenor in tenors)])
        rows = max(beyond, months) + draws.longest + 1
        self.principal, self.interest, self.lost = (np.zeros((rows, draws.paths), np.int64) for _ in range(3))
        self.cash = np.full(draws.paths, start.cash, np.int64)
        self.cash_at = np.zeros((months, draws.paths), np.int64)
        self.served = np.full((len(start.queue), draws.paths), NOT_SERVED, np.int16)
        self.new = [_Cohorts(one, each, months) for one, each in zip(start.new, draws.new, strict=True)]
        self._queue = _Queue(start.queue, draws.queue) if start.queue else None
        _add_running(start.running, draws, self.principal, self.interest, self.lost)

    def take_in(self, month: int) -> None:
        """What comes in in a month, of every loan."""
        for one in self.new:
            one.pay(month, self.principal[month], self.interest[month], self.lost[month])
        self.cash += self.principal[month]

    def serve_queue(self, month: int) -> None:
        """Pay out the queue in its order; the first that the cash does not suffice for holds up the rest."""
        while self._queue is not None:
            paths = self._queue.payable(self.cash)
            if not len(paths):
                break
            numbers = self._queue.take(paths)
            self.served[numbers, paths] = month
            self.cash[paths] -= self._queue.amounts[numbers]
            self._queue.add(month, paths, numbers, self.principal, self.interest, self.lost)

    def lend(self, month: int) -> None:
        """Lend what is planned where nobody waits any more; what the cash does not suffice for waits."""
        is_open = True if self._queue is None else self._queue.is_served
        for one in self.new:
            self.cash -= one.lend(month, np.where(is_open, self.cash, 0))
        self.cash_at[month] = self.cash


def _add_running(running: Running, draws: Draws, principal: Whole, interest: Whole, lost: Whole) -> None:
    """What running loans bring in each month, and what of them is lost."""
    loans, drawn = max(running.loans, 1), draws.running
    owed = np.cumsum(running.principal[::-1])[::-1]
    left = np.full(draws.paths, running.loans, np.int64)
    for month, due in enumerate(running.principal):
        lost[month] += owed[month] * drawn.defaulted[month] // loans
        left = left - drawn.defaulted[month]
        came = due * left // loans
        came += (owed[month] - due) * drawn.settled[month] // loans
        _spread(came, drawn.late, loans, principal[month:])
        _spread(running.interest[month] * left // loans, drawn.late, loans, interest[month:])
        left = left - drawn.settled[month]


def _spread(came: Whole, late: Whole, loans: int, into: Whole) -> None:
    """Put what comes in into its month, and the part of those who pay late into a later one."""
    rest = came
    for months in range(1, len(late)):
        part = came * late[months] // loans
        into[months] += part
        rest = rest - part
    into[0] += rest


class _Queue:
    """The loans that wait, in one order for all paths, and how far each path has come."""

    def __init__(self, plans: tuple[LoanPlan, ...], draws: LoanDraws) -> None:
        self.amounts = np.array([one.amount for one in plans], np.int64)
        longest = max(one.tenor for one in plans)
        self._rows = [
            _columns([getattr(one, name) for one in plans], longest)
            for name in ("principal", "interest", "owed", "settled_interest")
        ]
        self._draws = draws
        self._next = np.zeros(draws.stop.shape[1], np.intp)
        self._needed = np.append(self.amounts, np.iinfo(np.int64).max)

    @property
    def is_served(self) -> "NDArray[np.bool_]":
        """In which paths nobody waits any more."""
        found: NDArray[np.bool_] = self._next == len(self.amounts)
        return found

    def payable(self, cash: Whole) -> Places:
        """The paths in which the first that waits can be paid out."""
        return np.flatnonzero(self._needed[self._next] <= cash)

    def take(self, paths: Places) -> Places:
        """Who is paid out in each of these paths."""
        numbers = self._next[paths]
        self._next[paths] += 1
        return numbers

    def add(
        self, month: int, paths: Places, numbers: Places, principal: Whole, interest: Whole, lost: Whole
    ) -> None:
        """Put what these loans will pay into the months to come, and what of them will be lost."""
        stop, late = (each[numbers, paths] for each in (self._draws.stop, self._draws.late))
        at, first = np.abs(stop), month + late + 1
        pays, interests, owed, settled = (each[:, numbers] for each in self._rows)
        row, each = np.arange(len(pays))[:, None] + 1, np.arange(len(paths))
        runs = (row < at) | (at == 0)
        pays, interests = pays * runs, interests * runs
        by_settling, by_default = np.flatnonzero(stop < 0), np.flatnonzero(stop > 0)
        pays[at[by_settling] - 1, by_settling] = owed[at[by_settling] - 1, by_settling]
        interests[at[by_settling] - 1, by_settling] = settled[at[by_settling] - 1, by_settling]
        for months in np.unique(late):
            some = each[late == months]
            then = slice(month + months + 1, month + months + 1 + len(pays))
            principal[then, paths[some]] += pays[:, some]
            interest[then, paths[some]] += interests[:, some]
        there = first[by_default] + at[by_default] - 1
        lost[there, paths[by_default]] += owed[at[by_default] - 1, by_default]


def _columns(rows: list[Whole], longest: int) -> Whole:
    found = np.zeros((longest, len(rows)), np.int64)
    for place, one in enumerate(rows):
        found[: len(one), place] = one
    return found


class _Cohorts:
    """New loans of one kind: how many of those lent in a month still pay, in each path.

    A loan that pays late is one of a later month: its rows are the same, so many months later.
    """

    def __init__(self, lending: NewLending, draws: LoanDraws, months: int) -> None:
        self._plan, self._draws, self._a_month = lending.plan, draws, lending.a_month
        paths = draws.stop.shape[1]
        self._longest = int(draws.late.max(initial=0))
        self._alive = np.zeros((lending.plan.tenor + months + self._longest + 1, paths), np.int64)
        self._flat = self._alive.reshape(-1)
        self._stopping: list[list[tuple[Places, NDArray[np.int16]]]] = [[] for _ in range(months)]
        self._lent = np.zeros(paths, np.intp)
        self.waiting = np.zeros(paths, np.int64)
        self._backwards = np.stack([lending.plan.principal[::-1], lending.plan.interest[::-1]])

    def pay(self, month: int, principal: Whole, interest: Whole, lost: Whole) -> None:
        """Add what comes in in a month and what is lost; those that stop in it pay no row any more."""
        self._stop(month, principal, interest, lost)
        due = self._backwards @ self._alive[month : month + self._plan.tenor]
        principal += due[0]
        interest += due[1]

    def _stop(self, month: int, principal: Whole, interest: Whole, lost: Whole) -> None:
        if not self._stopping[month]:
            return
        places = np.concatenate([each[0] for each in self._stopping[month]])
        stop = np.concatenate([each[1] for each in self._stopping[month]])
        self._stopping[month] = []
        np.subtract.at(self._flat, places, 1)
        paths, row = places % len(principal), np.abs(stop) - 1
        owed, settles = self._plan.owed[row], stop < 0
        np.add.at(lost, paths[~settles], owed[~settles])
        np.add.at(principal, paths[settles], owed[settles])
        np.add.at(interest, paths[settles], self._plan.settled_interest[row[settles]])

    def lend(self, month: int, cash: Whole) -> Whole:
        """Lend as many as wait and the cash suffices for; give what was paid out in each path."""
        self.waiting += self._a_month
        count: Whole = np.minimum(self.waiting, np.maximum(cash, 0) // self._plan.amount)
        self.waiting -= count
        paths = np.repeat(np.arange(len(count)), count)
        within = np.arange(len(paths)) - np.repeat(np.cumsum(count) - count, count)
        number = self._lent[paths] + within
        self._lent += count
        self._add(month, paths, self._draws.stop[number, paths], self._draws.late[number, paths])
        lent: Whole = count * self._plan.amount
        return lent

    def _add(self, month: int, paths: Places, stop: NDArray[np.int16], late: NDArray[np.int16]) -> None:
        width, first = self._alive.shape[1], (month + self._plan.tenor) * self._alive.shape[1]
        after = late * np.intp(width) + paths
        counted = np.bincount(after, minlength=(self._longest + 1) * width)
        self._flat[first : first + len(counted)] += counted
        stops = np.flatnonzero(stop)
        then = month + late[stops] + np.abs(stop[stops])
        stops, then = stops[then < len(self._stopping)], then[then < len(self._stopping)]
        order = np.argsort(then, kind="stable")
        stops, then = stops[order], then[order]
        edges = np.append(np.flatnonzero(np.diff(then, prepend=-1)), len(then))
        for one, end in pairwise(edges):
            some = stops[one:end]
            self._stopping[then[one]].append((first + after[some], stop[some]))
