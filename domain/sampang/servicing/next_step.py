"""The next step of collecting a loan, with why or why not yet; the program proposes, a person acts (IX)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.dates import indonesian_date
from domain.regulation.law_in_force import LawInForce
from domain.sampang.bank_file import bank_coverage
from domain.sampang.bank_file.bank_coverage import counting_day, needed_until
from domain.sampang.fund.loan_course import Course
from domain.sampang.fund.recovered import owed_after
from domain.sampang.fund.repayment import owed_on
from domain.sampang.servicing.arrears import NO_ARREARS, Arrears, arrears_on
from domain.sampang.servicing.collecting import HANDING_OVER, RED_LIST, Collected, Collector
from domain.sampang.servicing.conditions_of_steps import (
    Behind,
    of_auction,
    of_default,
    of_handing_over,
    of_red_list,
    of_visit,
    of_warning,
)
from domain.sampang.servicing.quality import Quality, class_limits
from domain.sampang.servicing.reasons import Reason, Stance, Step, StepFound, found
from domain.sampang.servicing.time_behind import TimeBehind, as_known_on, time_behind

WAITING: Final = "Usul daftar merah menunggu persetujuan orang lain."
_WARNINGS = (Step.WARNING_1, Step.WARNING_2, Step.WARNING_3)
_COLLECTORS = {Step.ATTORNEY: Collector.ATTORNEY, Step.AUCTION: Collector.AUCTION}


@dataclass(frozen=True, slots=True)
class Outlook:
    """What comes next for a loan, and where every step stands, in the order of the regulation.

    `counted_on` is the day on which months are counted, None while bank data is missing: then nothing is
    proposed. `next` holds two steps where the regulation leaves the choice to a person, and none where
    nothing is to be done; `told` says so in a sentence.
    """

    counted_on: date | None
    arrears: Arrears
    time: TimeBehind | None
    quality: Quality
    steps: tuple[StepFound, ...]
    next: tuple[StepFound, ...]
    told: str

    def of(self, step: Step) -> StepFound | None:
        """Where one step stands; None where nothing is behind."""
        return next((one for one in self.steps if one.step is step), None)

    @property
    def why(self) -> str:
        """The reasons of what comes next, or the day by which there is nothing to do (O-09)."""
        reasons = " ".join(reason.told for step in self.next for reason in step.reasons)
        if reasons or self.counted_on is None:
            return reasons
        return f"Dihitung per {indonesian_date(self.counted_on)}, menurut data bank (tafsir O-09)."

    @property
    def ready(self) -> tuple[StepFound, ...]:
        """What can be done today among what comes next, and the red list where it can."""
        listed = self.of(Step.RED_LIST)
        proposed = (*self.next, *((listed,) if listed else ()))
        return tuple(one for one in proposed if one.stance is Stance.READY)


def outlook(
    course: Course,
    done: Collected,
    *,
    today: date,
    bank_data_until: date | None,
    has_value: bool | None,
    rules: LawInForce,
) -> Outlook:
    """What comes next for a loan on a day, by the bank's data, what was done, and its collateral.

    `has_value` tells whether any pledged thing is worth something, None while that is not recorded.
    """
    counted_on = counting_day(bank_data_until, today)
    known = as_known_on(course, counted_on or today)
    day, paid = counted_on or today, sum(one.principal + one.interest for one in known.received)
    laid = known.laid
    arrears, time = arrears_on(laid, course.due_day, day), time_behind(known, day)
    quality = class_limits(rules, today).of(arrears.months)
    if all(one.is_paid for one in laid):
        told = "Tagihan yang dihapusbukukan sudah terbayar." if course.written_off else "Lunas."
        return Outlook(counted_on, NO_ARREARS, None, Quality.CURRENT, (), (), told)
    if counted_on is None:
        return _without_data(arrears, time, quality, done, bank_data_until, today)
    if time is None or arrears.since is None:
        told = f"Tidak ada yang menunggak per {indonesian_date(day)}."
        return Outlook(counted_on, arrears, None, quality, (), (), told)
    owed = owed_after(owed_on(course.rows, paid, day), course.recovered)
    behind = Behind(known, day, today, arrears, time, owed, done, has_value, rules)
    steps = tuple(_steps(behind))
    coming = _coming(behind, steps)
    return Outlook(counted_on, arrears, time, quality, steps, coming, _told(behind, coming))


def _without_data(
    arrears: Arrears,
    time: TimeBehind | None,
    quality: Quality,
    done: Collected,
    until: date | None,
    today: date,
) -> Outlook:
    """Nothing is proposed out of missing bank data, and it is said so (VII.8, O-09)."""
    have = f"baru sampai dengan {indonesian_date(until)}" if until else "belum ada"
    told = f"Data bank {have}, seharusnya sampai dengan {indonesian_date(needed_until(today))}: "
    missing = Reason(f"{told}tidak ada langkah yang diusulkan.", None, bank_coverage.PLACE, "O-09")
    steps = tuple(found(step, (missing,)) for step in Step) if time else ()
    return Outlook(None, arrears, time, quality, steps, (), missing.told)


def _steps(behind: Behind) -> Iterator[StepFound]:
    for level, step in enumerate(_WARNINGS, 1):
        yield _done_or(behind.level >= level, step, of_warning(behind, level))
    yield _done_or(behind.defaulted_on is not None, Step.DEFAULT, of_default(behind))
    yield _done_or(behind.visited, Step.VISIT, of_visit(behind))
    yield from _handing_over(behind)
    yield _red_list(behind)


def _done_or(is_done: bool, step: Step, reasons: Iterator[Reason]) -> StepFound:
    return StepFound(step, Stance.DONE, ()) if is_done else found(step, reasons)


def _handing_over(behind: Behind) -> Iterator[StepFound]:
    given = behind.done.handed_over
    for step, collector in _COLLECTORS.items():
        if given is not None:
            day = indonesian_date(given.on)
            told = f"Diserahkan kepada {given.to.label}, nomor {given.number}, tanggal {day}."
            stance = Stance.DONE if given.to is collector else Stance.NOT_YET
            yield StepFound(step, stance, (Reason(told, given.to is collector, HANDING_OVER),))
            continue
        reasons, barred = tuple(of_handing_over(behind)), False
        if step is Step.AUCTION:
            limit = of_auction(behind)
            reasons, barred = (*reasons, limit), limit.holds is False
        yield found(step, reasons, barred=barred)


def _red_list(behind: Behind) -> StepFound:
    since = behind.done.listed_since
    if since is not None:
        told = Reason(f"Tercatat di daftar merah sejak {indonesian_date(since)}.", True, RED_LIST)
        return StepFound(Step.RED_LIST, Stance.DONE, (told,))
    waits = Reason(WAITING, False, RED_LIST)
    return found(Step.RED_LIST, (*of_red_list(behind), *((waits,) if behind.done.asks_listing else ())))


def _coming(behind: Behind, steps: tuple[StepFound, ...]) -> tuple[StepFound, ...]:
    """The first step that was not taken; to whom a claim goes is the choice of a person."""
    if behind.done.handed_over is not None:
        return ()
    for one in steps:
        if one.step in _COLLECTORS:
            break
        if one.stance is not Stance.DONE:
            return (one,)
    return tuple(one for one in steps if one.step in _COLLECTORS and one.stance is not Stance.BARRED)


def _told(behind: Behind, coming: tuple[StepFound, ...]) -> str:
    given = behind.done.handed_over
    if given is not None:
        return f"Penagihannya ada pada {given.to.label} sejak {indonesian_date(given.on)}; menunggu hasilnya."
    first, names = coming[0], " atau ".join(one.step.label for one in coming)
    if first.stance is Stance.READY:
        return f"{names}: dapat dilakukan."
    day = first.from_day
    return f"{names}: mulai {indonesian_date(day)}." if day else f"{names}: {first.stance.label.lower()}."
