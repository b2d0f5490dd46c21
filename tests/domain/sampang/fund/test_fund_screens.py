"""What the screen Kas dana tells: sums that add up, months in a row, two columns, and a sound opening."""

from datetime import date

import pytest

from domain.dates import indonesian_month
from domain.declared import check_whole
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.fund_figures import capital_of, cash_of, figures_of
from domain.sampang.fund.money_in import OpeningBalance
from domain.sampang.fund.months import MonthEnd, Moved, month_ends
from domain.sampang.fund.opening_checks import problems_of_opening_day
from domain.sampang.fund.trial_balance import trial_balance
from tests.domain.sampang.origination.made_up import position

TODAY = date(2026, 3, 31)
FUND = position(capital=900, cash=520, committed=120, paid_out=500, returned=120)


def test_the_four_figures_are_told_with_their_provisions() -> None:
    told = {one.title: (one.amount, one.place.short) for one in figures_of(FUND)}
    assert told == {
        "Bebas": (400, "VIII.5.b"),
        "Terikat": (120, "VI.2.b"),
        "Beredar": (380, "VIII.1.c"),
        "Sudah kembali": (120, "VIII.5.a"),
    }


def test_every_sum_that_is_shown_adds_up() -> None:
    shown = [one for one in (*figures_of(FUND), cash_of(FUND)) if one.parts]
    assert [one.title for one in shown] == ["Bebas", "Beredar", "Kas"]
    for one in shown:
        assert sum(-part.amount if part.is_taken_off else part.amount for part in one.parts) == one.amount


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"capital": 850}, ["Saldo awal 850"]),
        ({"capital": 1_000}, ["Saldo awal 850", "+ ditambah menurut keputusan 150"]),
        (
            {"capital": 3_121, "taken_over": 4_856, "written_off": 26, "recovered": 1},
            [
                "Saldo awal 850", "+ diambil alih 4856", "- ditarik menurut keputusan 2560",
                "- dihapusbukukan 26", "+ masuk atas tagihan hapus buku 1",
            ],
        ),
    ],
)  # fmt: skip
def test_the_capital_is_told_from_the_opening_balance_on(changes, told) -> None:
    figure = capital_of(position(opened_with=850, **changes))
    signs = ("- " if part.is_taken_off else "+ " if place else "" for place, part in enumerate(figure.parts))
    assert [
        f"{sign}{part.label} {part.amount}" for sign, part in zip(signs, figure.parts, strict=True)
    ] == told


def test_months_are_added_up_and_quiet_months_are_not_left_out() -> None:
    moved = {date(2025, 12, 1): Moved(900, 0), date(2026, 2, 1): Moved(-300, 300)}
    assert month_ends(moved, TODAY) == (
        MonthEnd(date(2025, 12, 1), 900, 0),
        MonthEnd(date(2026, 1, 1), 900, 0),
        MonthEnd(date(2026, 2, 1), 600, 300),
        MonthEnd(date(2026, 3, 1), 600, 300),
    )


def test_a_booking_after_today_is_still_shown_and_no_booking_gives_no_month() -> None:
    moved = {date(2026, 3, 1): Moved(1, 0), date(2026, 4, 1): Moved(1, 0)}
    assert [one.month.month for one in month_ends(moved, TODAY)] == [3, 4]
    assert month_ends({}, TODAY) == ()


def test_debits_come_before_credits_and_both_columns_are_summed() -> None:
    found = trial_balance({Account.CAPITAL: -900, Account.FUND_CASH: 600, Account.LOANS: 300})
    assert [(line.account, line.debit, line.credit) for line in found.lines] == [
        (Account.FUND_CASH, 600, None),
        (Account.LOANS, 300, None),
        (Account.CAPITAL, None, 900),
    ]
    assert (found.debit, found.credit, found.agrees) == (900, 900, True)
    assert not trial_balance({Account.CAPITAL: -900, Account.FUND_CASH: 899}).agrees


@pytest.mark.parametrize(
    ("amount", "decree", "wrong"),
    [
        (1, "SK 1", []),
        (10**12, "x" * 300, []),
        (0, "SK 1", ["amount"]),
        (10**12 + 1, "SK 1", ["amount"]),
        (1, " ", ["decree"]),
        (1, "x" * 301, ["decree"]),
    ],
)
def test_what_cannot_be_an_opening_balance_is_said_beside_its_field(
    amount: int, decree: str, wrong: list[str]
) -> None:
    balance = OpeningBalance(amount=amount, on=TODAY, decree=decree)
    assert [problem.field for problem in check_whole(balance)] == wrong


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        (TODAY, False),
        (date(2015, 12, 31), False),
        (None, False),
        (date(2026, 4, 1), True),
        (date(2014, 12, 31), True),
    ],
)
def test_the_fund_opens_within_the_time_of_the_regulation(on: date | None, refused: bool) -> None:
    assert bool(list(problems_of_opening_day(on, TODAY))) is refused


def test_a_month_is_named_in_indonesian() -> None:
    assert indonesian_month(date(2026, 8, 1)) == "Agustus 2026"
    assert indonesian_month(date(2026, 8, 1), short=True) == "Agu 26"
