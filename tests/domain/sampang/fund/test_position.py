"""What the fund can promise and pay (VIII.5.b)."""

import pytest

from domain.sampang.fund.position import CLOSED_FUND, Position, hindrances_to_paying, hindrances_to_promising
from tests.domain.sampang.origination.made_up import places, position, told


def of(cash: int, committed: int) -> Position:
    """A fund with this cash, of which so much is promised."""
    return position(cash=cash, committed=committed)


def test_the_free_balance_is_cash_less_what_was_promised() -> None:
    assert of(100, 30).free == 70
    assert of(100, 130).free == -30


def test_what_borrowers_owe_is_what_went_out_less_what_came_back() -> None:
    assert position(paid_out=500, returned=120).lent == 380


@pytest.mark.parametrize(("amount", "short"), [(69, 0), (70, 0), (71, 1), (100, 30)])
def test_only_what_nobody_was_promised_can_be_promised(amount: int, short: int) -> None:
    found = hindrances_to_promising(of(100, 30), amount)
    assert places(found) == (["VIII.5.b"] if short else [])
    assert not short or f"kurang Rp{short}: belum terikat Rp70, diperlukan Rp{amount}." in told(found)


@pytest.mark.parametrize(
    ("cash", "committed", "blocked"), [(30, 30, False), (29, 30, True), (100, 100, False), (99, 100, True)]
)
def test_a_promise_is_paid_from_what_was_set_aside_for_it(cash: int, committed: int, blocked: bool) -> None:
    assert bool(hindrances_to_paying(of(cash, committed), 30, 30)) is blocked


def test_a_fund_that_promised_too_much_is_said_to_have_nothing_and_not_less() -> None:
    # 10 of cash and 30 promised: a rupiah more is 21 too many, and there is Rp0.
    assert "kurang Rp21: belum terikat Rp0, diperlukan Rp1" in told(hindrances_to_promising(of(10, 30), 1))


def test_a_fund_without_its_opening_balance_promises_and_pays_nothing() -> None:
    for found in (hindrances_to_promising(CLOSED_FUND, 0), hindrances_to_paying(CLOSED_FUND, 0, 0)):
        assert "Saldo awal dana belum dicatat" in told(found)
