"""Money counts in the order of its days, whenever it is booked; all amounts by hand."""

from collections import Counter
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.sampang.fund.in_order import interest_in, placed
from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.loan import Row
from tests.domain.sampang.fund.test_repayment import LOAN, START, loans

APRIL, MAY, JUNE, LATER = date(2026, 4, 2), date(2026, 5, 2), date(2026, 6, 2), date(2026, 6, 10)


def course(*received: tuple[date, int, int], rows: tuple[Row, ...] = LOAN) -> Course:
    """A loan paid out on 2 March, with (day, principal, interest) that came in."""
    return Course(20_000, START, rows, tuple(Received(*one) for one in received))


def told(received: Received) -> tuple[date, int, int]:
    return received.on, received.principal, received.interest


@pytest.mark.parametrize(
    ("before", "amount", "interest", "principal"),
    [
        (0, 500, 500, 0),
        (0, 11_000, 1_000, 10_000),
        (500, 10_500, 500, 10_000),
        (700, 300, 300, 0),
        (700, 400, 300, 100),
        (5_000, 7_000, 500, 6_500),
        (11_000, 10_500, 500, 10_000),
        (21_499, 1, 0, 1),
        (0, 21_500, 1_500, 20_000),
    ],
)
def test_a_payment_is_parted_by_what_was_paid_before(
    before: int, amount: int, interest: int, principal: int
) -> None:
    known = interest_in(LOAN, before)
    found = placed(course((APRIL, before - known, known)), amount, MAY)
    assert (told(found.money), found.moves) == ((MAY, principal, interest), ())


def test_money_booked_late_comes_before_what_is_there_and_moves_its_parts() -> None:
    # 600 came on 2 May and was taken for interest alone; 10,700 of 2 April is booked after it.
    found = placed(course((MAY, 0, 600)), 10_700, APRIL)
    assert told(found.money) == (APRIL, 9_700, 1_000)
    assert [told(move) for move in found.moves] == [(MAY, 300, -300)]
    assert found.principal == 10_000


def test_money_booked_late_that_changes_no_later_part_moves_nothing() -> None:
    assert placed(course((MAY, 0, 100)), 100, APRIL).moves == ()


@pytest.mark.parametrize(("taken", "principal", "interest"), [(500, -500, 0), (10_500, -10_000, -500)])
def test_what_is_taken_back_takes_the_newest_parts_whichever_payment_it_was(
    taken: int, principal: int, interest: int
) -> None:
    paid = course((APRIL, 0, 500), (MAY, 10_000, 500), (JUNE, 10_000, 500))
    found = placed(paid, -taken, LATER)
    assert (told(found.money), found.moves) == ((LATER, principal, interest), ())


def test_a_whole_loan_booked_on_a_wrong_day_and_taken_back_leaves_the_true_day_its_parts() -> None:
    found = placed(course((MAY, 20_000, 1_500), (LATER, -20_000, -1_500)), 21_500, APRIL)
    assert told(found.money) == (APRIL, 20_000, 1_500)
    # On 2 May the books held the loan twice, all of it principal; on 10 June it is taken back as it was.
    assert [told(move) for move in found.moves] == [(MAY, 1_500, -1_500), (LATER, -1_500, 1_500)]


def test_less_than_nothing_was_never_paid() -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        placed(course(), -1, APRIL)


@given(loans, st.data())
def test_any_order_of_booking_gives_each_day_the_parts_as_if_everything_had_come_in_order(
    rows: tuple[Row, ...], data: st.DataObject
) -> None:
    known = course(rows=rows)
    amounts: list[tuple[date, int]] = []
    for _ in range(data.draw(st.integers(1, 6))):
        on, amount = data.draw(_something(known, amounts))
        if not amount:
            continue
        amounts.append((on, amount))
        found = placed(known, amount, on)
        known = Course(20_000, START, rows, (*known.received, found.money, *found.moves))
    booked: Counter[tuple[date, str]] = Counter()
    for one in known.received:
        booked[one.on, "interest"] += one.interest
        booked[one.on, "principal"] += one.principal
    assert {key: part for key, part in booked.items() if part} == _filled_in_order(rows, amounts)


def _something(known: Course, amounts: list[tuple[date, int]]) -> Any:
    """A payment that has room, or the taking back of one on a later day."""

    room = sum(row.total for row in known.rows) - sum(amount for _, amount in amounts)
    pays = st.tuples(
        st.integers(1, 100).map(lambda after: START + timedelta(days=after)), st.integers(0, room)
    )
    last = max([START, *(on for on, _ in amounts)])
    standing = [amount for _, amount in amounts if amount > 0 and (last, -amount) not in amounts]
    total = sum(amount for _, amount in amounts)
    taken = [(last, -amount) for amount in standing if amount <= total]
    return st.one_of(pays, st.sampled_from(taken)) if taken else pays


def _filled_in_order(rows: tuple[Row, ...], amounts: list[tuple[date, int]]) -> dict[Any, int]:
    """Vessels filled and emptied day by day: an independent way to the same parts."""
    sizes = [
        (part, size)
        for row in rows
        for part, size in (("interest", row.interest), ("principal", row.principal))
    ]
    starts = [0, *accumulate(size for _, size in sizes)][:-1]
    found: Counter[tuple[date, str]] = Counter()
    held, paid = Counter[str](), 0
    for day in sorted({on for on, _ in amounts}):
        paid += sum(amount for on, amount in amounts if on == day)
        now = Counter[str]()
        for (part, size), start in zip(sizes, starts, strict=True):
            now[part] += max(0, min(size, paid - start))
        now["principal"] += max(0, paid - sum(size for _, size in sizes))
        for part in ("interest", "principal"):
            found[day, part] = now[part] - held[part]
        held = now
    return {key: amount for key, amount in found.items() if amount}


def test_a_settlement_that_was_taken_back_moves_no_part_of_later_money() -> None:
    # 20,000 of principal on 10 June, 1,500 of interest fall; taken back on 11 June. Then jasa comes.
    back = date(2026, 6, 11)
    settled = (Received(LATER, 20_000, 0, 1_500), Received(back, -20_000, 0, -1_500))
    found = placed(Course(20_000, START, LOAN, settled), 700, date(2026, 6, 12))
    assert (told(found.money), found.moves) == ((date(2026, 6, 12), 0, 700), ())
