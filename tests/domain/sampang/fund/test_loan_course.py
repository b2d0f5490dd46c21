"""How far a loan is paid back, and what it adds to each month's figures; all amounts by hand."""

from datetime import date, timedelta
from random import Random

from domain.sampang.fund.loan_course import NO_LENDING, Course, Lending, Progress, Received
from domain.sampang.loan import Row

# Rp300.000 in three instalments of Rp100.000 with Rp5.000 interest each.
DUE = (date(2026, 2, 10), date(2026, 3, 10), date(2026, 4, 10))
ROWS = [Row(number, on, 100_000, 5_000, 0, False) for number, on in enumerate(DUE, 1)]
LENT = date(2026, 1, 10)


def course(*received, rows=ROWS):
    return Course(
        300_000, LENT, rows, [Received(on, principal, interest) for on, principal, interest in received]
    )


def standing(found, until):
    return sum((change for month, change in found.months().items() if month <= until), NO_LENDING)


def test_nothing_paid_leaves_the_first_instalment_next():
    assert course().progress() == Progress(0, 0, 0, DUE[0])


def test_an_instalment_is_paid_to_the_last_rupiah_or_it_is_still_the_next():
    one_short = course((DUE[0], 99_999, 5_000)).progress()
    assert (one_short.instalments_paid, one_short.next_due, one_short.paid) == (0, DUE[0], 104_999)
    assert course((DUE[0], 100_000, 5_000)).progress() == Progress(100_000, 5_000, 1, DUE[1])


def test_a_loan_that_is_paid_back_has_no_next_instalment():
    assert course((DUE[2], 300_000, 15_000)).progress() == Progress(300_000, 15_000, 3, None, 0, DUE[2])


def test_what_was_taken_back_counts_nothing():
    assert course((DUE[0], 100_000, 5_000), (DUE[1], -100_000, -5_000)).progress() == Progress(
        0, 0, 0, DUE[0]
    )


def test_while_nobody_pays_one_instalment_after_the_other_falls_behind():
    assert course().months() == {
        date(2026, 1, 1): Lending(running=1, lent=300_000, owed=300_000),
        date(2026, 2, 1): Lending(behind=1, loans_behind=1),
        date(2026, 3, 1): Lending(behind=1),
        date(2026, 4, 1): Lending(behind=1),
    }


def test_a_payment_moves_the_day_on_which_the_loan_falls_behind_and_the_last_one_settles_it():
    paid = course((DUE[0], 100_000, 5_000), (date(2026, 5, 2), 200_000, 10_000))
    assert paid.months() == {
        date(2026, 1, 1): Lending(running=1, lent=300_000, owed=300_000),
        date(2026, 2, 1): Lending(owed=-100_000),
        date(2026, 3, 1): Lending(behind=1, loans_behind=1),
        date(2026, 4, 1): Lending(behind=1),
        date(2026, 5, 1): Lending(running=-1, settled=1, owed=-200_000, behind=-2, loans_behind=-1),
    }


def test_an_instalment_of_a_months_last_day_falls_behind_in_the_next_month():
    rows = [Row(1, date(2026, 2, 28), 300_000, 0, 0, False)]
    assert date(2026, 2, 1) not in course(rows=rows).months()
    assert course(rows=rows).months()[date(2026, 3, 1)] == Lending(behind=1, loans_behind=1)


def test_months_come_to_what_each_months_end_shows_whatever_was_paid_and_taken_back():
    chance = Random(15)
    for _ in range(60):
        booked = [
            (LENT + timedelta(chance.randrange(150)), chance.choice((-50_000, 1, 100_000, 120_000)), 5_000)
            for _ in range(chance.randrange(5))
        ]
        for month, after in zip(range(1, 8), range(2, 9), strict=True):
            end = date(2026, after, 1) - timedelta(days=1)
            assert standing(course(*booked), date(2026, month, 1)) == _counted(booked, end)


def _counted(booked, day):
    """The same by counting instalment for instalment, as the map of a day does."""
    known = [one for one in booked if one[0] <= day]
    paid = sum(principal + interest for _, principal, interest in known)
    behind = [number for number, on in enumerate(DUE, 1) if on < day and number * 105_000 > paid]
    is_settled = paid >= 315_000
    return Lending(
        running=int(not is_settled),
        settled=int(is_settled),
        lent=300_000,
        owed=300_000 - sum(principal for _, principal, _ in known),
        behind=len(behind),
        loans_behind=int(bool(behind)),
    )


def settled(on, taken_back=None):
    """After the first instalment: 200,000 and nothing due, 10,000 of coming interest fall."""
    money = [Received(DUE[0], 100_000, 5_000), Received(on, 200_000, 0, 10_000)]
    if taken_back:
        money.append(Received(taken_back, -200_000, 0, -10_000))
    return Course(300_000, LENT, ROWS, money)


def test_a_settled_loan_has_nothing_left_from_that_day_and_no_next_instalment():
    found = settled(date(2026, 2, 20))
    assert found.progress() == Progress(300_000, 5_000, 3, None, 10_000, date(2026, 2, 20))
    assert found.left == 0
    assert standing(found, date(2026, 2, 1)) == Lending(settled=1, lent=300_000)
    assert standing(found, date(2027, 1, 1)) == Lending(settled=1, lent=300_000)


def test_after_its_settlement_is_taken_back_a_loan_runs_and_falls_behind_again():
    found = settled(date(2026, 2, 20), date(2026, 3, 20))
    assert found.progress() == Progress(100_000, 5_000, 1, DUE[1])
    assert found.left == 210_000
    assert standing(found, date(2026, 2, 1)) == Lending(settled=1, lent=300_000)
    # On 31 March the instalment of 10 March is behind.
    assert standing(found, date(2026, 3, 1)) == Lending(
        running=1, lent=300_000, owed=200_000, behind=1, loans_behind=1
    )


def test_a_loan_ended_on_the_day_of_its_last_money_though_it_came_before_the_last_due_day():
    paid = course((DUE[0], 100_000, 5_000), (DUE[1], 200_000, 10_000))
    assert paid.progress().ended_on == DUE[1]


def test_a_loan_whose_last_money_was_taken_back_and_came_again_ended_when_it_came_again():
    rest = (200_000, 10_000)
    money = [(DUE[0], 100_000, 5_000), (DUE[1], *rest), (date(2026, 3, 12), -200_000, -10_000)]
    assert course(*money).progress().ended_on is None
    assert course(*money, (date(2026, 3, 15), *rest)).progress().ended_on == date(2026, 3, 15)
