"""Both conditions of the red list: over twelve months behind without a break, and no report (IX.3, O-13)."""

from datetime import date

import pytest

from domain.sampang.servicing.collecting import NOTHING_DONE, Collected
from domain.sampang.servicing.reasons import Stance, Step, StepFound
from domain.sampang.servicing.time_behind import TimeBehind, time_behind
from tests.domain.sampang.servicing.collection_cases import EACH, UNTIL_JULY, course, seen


def listing(today: date, done: Collected = NOTHING_DONE, paid=(UNTIL_JULY,)) -> StepFound:
    found = seen(today, until=today, done=done, paid=paid).of(Step.RED_LIST)
    assert found is not None
    return found


def test_twelve_months_since_the_due_day_are_not_over_twelve():
    # Behind since the due day of 29 August 2026.
    on_the_day, after = listing(date(2027, 8, 29)), listing(date(2027, 8, 30))
    assert (on_the_day.stance, on_the_day.from_day) == (Stance.NOT_YET, date(2027, 8, 30))
    assert after.stance is Stance.READY


def test_an_old_instalment_is_not_needed_if_something_was_always_behind():
    # One instalment a month is paid a month late: the oldest one is never older than two months.
    late = tuple((date(2026 + (8 + n) // 12, (8 + n) % 12 + 1, 29), EACH) for n in range(1, 5))
    found = listing(date(2027, 8, 30), paid=(UNTIL_JULY, *late))
    assert found.stance is Stance.READY


def test_one_day_with_nothing_behind_begins_the_time_anew():
    caught_up = (UNTIL_JULY, (date(2027, 1, 29), 5 * EACH))
    found = listing(date(2027, 8, 30), paid=caught_up)
    # The last instalment of 29 January 2027 was not paid: behind since then.
    assert (found.stance, found.from_day) == (Stance.NOT_YET, date(2028, 1, 30))


@pytest.mark.parametrize(
    ("report", "stance"),
    [
        (date(2026, 8, 29), Stance.READY),  # a day before it began
        (date(2026, 8, 30), Stance.NOT_YET),
        (date(2027, 8, 30), Stance.NOT_YET),
    ],
)
def test_a_report_since_it_began_blocks(report, stance):
    assert listing(date(2027, 8, 30), Collected(reports=(report,))).stance is stance


def test_who_is_listed_stays_so_and_who_waits_is_not_asked_twice():
    day = date(2027, 8, 30)
    assert listing(day, Collected(listed_since=date(2027, 8, 30))).stance is Stance.DONE
    assert listing(day, Collected(asks_listing=True)).stance is Stance.NOT_YET


def test_the_red_list_can_be_ready_beside_a_letter():
    found = seen(date(2027, 8, 30), until=date(2027, 8, 30))
    assert [one.step for one in found.ready] == [Step.WARNING_1, Step.RED_LIST]


def test_the_time_begins_the_day_after_the_due_day_or_with_money_that_is_taken_back():
    assert time_behind(course(UNTIL_JULY), date(2026, 8, 29)) is None
    assert time_behind(course(UNTIL_JULY), date(2026, 8, 30)) == TimeBehind(date(2026, 8, 30))
    back = course(UNTIL_JULY, (date(2026, 8, 10), -EACH))
    assert time_behind(back, date(2026, 8, 30)) == TimeBehind(date(2026, 8, 10))


def test_what_is_paid_on_the_next_due_day_leaves_a_day_with_nothing_behind():
    # August is paid on 29 September, the day on which September is due but not yet behind.
    paid = course(UNTIL_JULY, (date(2026, 9, 29), EACH))
    assert time_behind(paid, date(2026, 9, 30)) == TimeBehind(date(2026, 9, 30))
    paid = course(UNTIL_JULY, (date(2026, 9, 30), EACH))
    assert time_behind(paid, date(2026, 9, 30)) == TimeBehind(date(2026, 8, 30))
