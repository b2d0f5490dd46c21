"""The demo files beyond the counter: who they are, how far they came, and how their loans are repaid."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from demo.chance import days_before, office_day
from demo.sampang import courses
from demo.sampang.borrowers import (
    Draw,
    Settled,
    again,
    named,
    over,
    short_of_collateral,
    spouse_of,
    with_store,
)
from demo.sampang.courses import Course
from demo.sampang.usual import Sampang
from demo.sampang.ways import BODY, CHARACTER, POSTPONED, TOO_LITTLE, USUAL, DemoFile, Way
from domain.dates import add_months
from domain.sampang.origination.records import DecisionKind

_Plan = tuple[Draw, Way]

# One row for each quarter, the oldest first. The first loans of two rows come back in `demo_files`.
_LENT: Final[tuple[tuple[_Plan, ...], ...]] = (
    (
        (over(12, Sampang.small), USUAL),
        (over(36, Sampang.small), USUAL),
        (over(36, named("Koperasi Simpan Pinjam Kerapan Emas", Sampang.cooperative)), BODY),
    ),
    (
        (over(12, Sampang.small), USUAL),
        (over(24, Sampang.small), USUAL),
        (over(36, Sampang.small), USUAL),
        (over(36, named("LKM Pantai Camplong", Sampang.microfinance)), BODY),
    ),
    (
        (over(36, Sampang.small), USUAL),
        (over(36, Sampang.small), Way(behind=7)),
        (over(24, Sampang.micro), USUAL),
    ),
    (
        (over(36, Sampang.small), USUAL),
        (over(36, named("Koperasi Wanita Jati Ombul", Sampang.cooperative)), BODY),
        (over(24, Sampang.small), Way(behind=3)),
    ),
    (
        (over(36, Sampang.small_of_a_couple), USUAL),
        (over(36, Sampang.small), USUAL),
        (over(36, Sampang.micro), USUAL),
    ),
    (
        (over(36, Sampang.small), USUAL),
        (over(36, named("Sentra UKM Batik Jrengik", Sampang.cluster)), BODY),
        (over(24, Sampang.small), Way(behind=1)),
    ),
    (
        (over(36, Sampang.small), Way(paid_twice=True)),
        (over(36, Sampang.medium), USUAL),
        (Sampang.small, CHARACTER),
    ),
    (
        (over(36, Sampang.small), USUAL),
        (over(24, named("Koperasi Serba Usaha Banyu Ayu", Sampang.cooperative)), BODY),
        (over(24, Sampang.micro), USUAL),
        (over(36, Sampang.small), USUAL),
    ),
)
_REPEATER, _RETURNING, _COUPLE, _SECOND_LOAN = "lent-1-1", "lent-2-1", "lent-5-1", 6


def demo_files(today: date, sampang: Sampang) -> tuple[DemoFile, ...]:
    """Draw every file beyond the counter, by the same hand that drew the register."""
    lent = {each.key: each for each in _lent(today, sampang)}
    meetings = courses.quarterly_meetings(today)
    second = courses.around(meetings[_SECOND_LOAN], 3)
    repeat = _drawn("lent-again", again(settled(lent[_REPEATER])), second, USUAL, sampang)
    return (*lent.values(), repeat, *_on_their_way(today, sampang), *_waiting(today, sampang, lent))


def settled(file: DemoFile) -> Settled:
    """The loan of a file as its borrower has repaid it, on the last due day."""
    amount, months = file.application.amount, file.application.term_months
    if amount is None or months is None or file.course.paid_on is None:
        raise ValueError("only a loan that was paid out is repaid")
    last_due = add_months(file.course.paid_on, months)
    return Settled(file.application, amount, months, office_day(last_due))


def _lent(today: date, sampang: Sampang) -> Iterator[DemoFile]:
    for row, (met_on, plans) in enumerate(zip(courses.quarterly_meetings(today), _LENT, strict=True), 1):
        for place, (draw, way) in enumerate(plans, 1):
            paid = way.kind is DecisionKind.APPROVE
            course = courses.around(met_on, place) if paid else courses.decided(met_on, place)
            yield _drawn(f"lent-{row}-{place}", draw, course, way, sampang)


def _on_their_way(today: date, sampang: Sampang) -> Iterator[DemoFile]:
    body = named("Koperasi Simpan Pinjam Bersama Trunojoyo", Sampang.cooperative)
    plans: tuple[tuple[str, Draw, Course, Way], ...] = (
        ("approved-1", Sampang.small, courses.recent(today, 1), USUAL),
        ("approved-2", over(36, body), courses.recent(today, 2), USUAL),
        ("agreed", Sampang.small, courses.recent(today, 3, signed=15), USUAL),
        ("requested", Sampang.small, courses.recent(today, 4, signed=15, requested=6), USUAL),
        (
            "returned",
            Sampang.small,
            courses.recent(today, 5, signed=15, requested=6, returned=5),
            USUAL,
        ),
        ("postponed", Sampang.small, courses.recent(today, 6), POSTPONED),
        ("refused", short_of_collateral, courses.recent(today, 7), TOO_LITTLE),
        ("withdrawn", Sampang.small, _withdrawn(today), USUAL),
    )
    for key, draw, course, way in plans:
        yield _drawn(key, draw, course, way, sampang)


def _withdrawn(today: date) -> Course:
    course = courses.checked(today, 0)
    return replace(course, withdrawn_on=days_before(today, 9))


def _waiting(today: date, sampang: Sampang, lent: Mapping[str, DemoFile]) -> Iterator[DemoFile]:
    draws: tuple[Draw, ...] = (
        over(36, Sampang.small),
        again(settled(lent[_RETURNING])),
        with_store(named("Koperasi Wanita Sekar Trunojoyo", Sampang.cooperative)),
        spouse_of(lent[_COUPLE].application),
        Sampang.medium,
        Sampang.micro,
        named("Sentra UKM Genteng Karang Penang", Sampang.cluster),
        Sampang.small,
    )
    for place, draw in enumerate(draws, 1):
        way = Way(surveyors_differ=place == 1)
        yield _drawn(f"ready-{place}", draw, courses.ready(today, place), way, sampang)
    for place, draw in enumerate((Sampang.small, named("LKM Amanah Omben", Sampang.microfinance)), 1):
        yield _drawn(f"checked-{place}", draw, courses.checked(today, place), USUAL, sampang)


def _drawn(key: str, draw: Draw, course: Course, way: Way, sampang: Sampang) -> DemoFile:
    return DemoFile(key, draw(sampang, course.filed_on), course, way)
