"""The class of a loan by its months behind; the months of each class are the office's own (S-38, O-02)."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.labelled import Labelled
from domain.regulation.law_in_force import LawInForce
from domain.sampang import parameters as law
from domain.sampang.fund.loan_course import Course
from domain.sampang.fund.repayment import laid_on
from domain.sampang.servicing.arrears import arrears_on


class Quality(Labelled):
    """How good a loan is; the value is stable, the label is for people."""

    CURRENT = "current", "Lancar"
    SUBSTANDARD = "substandard", "Kurang lancar"
    DOUBTFUL = "doubtful", "Diragukan"
    LOSS = "loss", "Macet"


@dataclass(frozen=True, slots=True)
class ClassLimits:
    """Up to how many months behind a loan is still kurang lancar, and diragukan."""

    substandard: int
    doubtful: int

    def of(self, months: int) -> Quality:
        """The class of a loan that is so many months behind."""
        if months <= 0:
            return Quality.CURRENT
        if months <= self.substandard:
            return Quality.SUBSTANDARD
        return Quality.DOUBTFUL if months <= self.doubtful else Quality.LOSS


@dataclass(frozen=True, slots=True)
class ClassSpell:
    """The days on which a loan was of one class; `until` is None for the one that still lasts."""

    quality: Quality
    since: date
    until: date | None


def class_limits(rules: LawInForce, day: date | None = None) -> ClassLimits:
    """The limits that the office has set for a day, else that of the law's, or the product's defaults."""
    on = day or rules.day
    found = [rules.parameters[one.key].on(on) for one in (law.SUBSTANDARD_UP_TO, law.DOUBTFUL_UP_TO)]
    substandard, doubtful = (months if isinstance(months, int) else 0 for months in found)
    return ClassLimits(substandard, max(substandard, doubtful))


def class_history(course: Course, rules: LawInForce, until: date) -> tuple[ClassSpell, ...]:
    """Each class that a loan entered and left up to a day, by what was paid by each day; the oldest first.

    A payment counts from its day and its taking back from the day of that (O-14), so what was, stays.
    """
    found: list[ClassSpell] = []
    for day in _days_of_change(course, rules, until):
        now = class_limits(rules, day).of(_months_on(course, day))
        if found and found[-1].quality is now:
            continue
        if found:
            last = found[-1]
            found[-1] = ClassSpell(last.quality, last.since, day - timedelta(days=1))
        found.append(ClassSpell(now, day, None))
    return tuple(found)


def _days_of_change(course: Course, rules: LawInForce, until: date) -> list[date]:
    """The days on which the class can change: after a due day, when money came or went, with a new limit."""
    days = {course.begins_on, *(one.on for one in course.received)}
    for parameter in (law.SUBSTANDARD_UP_TO, law.DOUBTFUL_UP_TO):
        days.update(entry.since for entry in rules.parameters[parameter.key].history)
    days.update(row.due_on + timedelta(days=1) for row in course.rows)
    months = len(course.rows) + 1
    while (due := course.due_on(months)) < until:
        days.add(due + timedelta(days=1))
        months += 1
    return sorted(day for day in days if course.begins_on <= day <= until)


def _months_on(course: Course, day: date) -> int:
    paid = sum(one.covered for one in course.received if one.on <= day)
    laid = laid_on(course.rows, min(paid, sum(row.total for row in course.rows)))
    return arrears_on(laid, course.due_day, day).months
