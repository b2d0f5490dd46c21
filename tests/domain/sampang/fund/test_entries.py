"""The books of the fund: an entry balances or cannot be made, and a settlement goes one way."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.sampang.costs import InterestSplit, split_interest
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import (
    Entry,
    EntryKind,
    disbursement,
    opening,
    payment,
    settlement,
    surcharge,
)
from tests.domain.sampang.builders import JUTA, law

DAY = date(2026, 4, 20)
CASH, LOANS, CAPITAL = Account.FUND_CASH, Account.LOANS, Account.CAPITAL
rupiah = st.integers(0, 10**11)
posted = st.dictionaries(st.sampled_from(list(Account)), st.integers(-(10**11), 10**11))


def split(revenue: int, agency: int, bank: int) -> InterestSplit:
    """Interest received, by whom it is for."""
    return InterestSplit(revenue=revenue, agency=agency, bank=bank)


def pays_out(principal: int = 20 * JUTA, **costs: Any) -> Entry:
    return disbursement(principal, DAY, "uji", **{"insurance": 0, "notary": 0, "land_check": 0, **costs})


@given(posted)
def test_what_does_not_balance_cannot_be_booked(amounts: dict[Account, int]) -> None:
    sound = len(amounts) >= 2 and sum(amounts.values()) == 0 and 0 not in amounts.values()
    try:
        entry = Entry(EntryKind.PAYMENT, DAY, "uji", amounts)
    except ValueError:
        assert not sound
    else:
        assert sound
        assert entry.amounts == amounts


@pytest.mark.parametrize(
    "amounts",
    [{}, {CASH: 5}, {CASH: 0}, {CASH: 0, LOANS: 0}, {CASH: 5, LOANS: -4}, {CASH: 5, LOANS: -5, CAPITAL: 0}],
)
def test_an_entry_that_moves_nothing_or_not_evenly_is_refused(amounts: dict[Account, int]) -> None:
    with pytest.raises(ValueError, match="entry"):
        Entry(EntryKind.PAYMENT, DAY, "uji", amounts)


@given(st.lists(st.integers(-(10**11), 10**11).filter(bool), min_size=1, max_size=6, unique=True))
def test_one_rupiah_off_is_refused(amounts: list[int]) -> None:
    assume(sum(amounts) != 1)
    accounts = dict(zip(Account, amounts, strict=False))
    accounts[Account.LAND_CHECK_PAYABLE] = 1 - sum(amounts)
    with pytest.raises(ValueError, match="does not balance: 1 is left over"):
        Entry(EntryKind.PAYMENT, DAY, "uji", accounts)


def test_the_opening_balance_is_cash_of_the_fund_and_its_capital() -> None:
    assert opening(900 * JUTA, DAY, "SK 1").amounts == {CASH: 900 * JUTA, CAPITAL: -900 * JUTA}


def test_paying_out_moves_the_principal_out_of_the_fund_and_holds_the_costs_apart() -> None:
    found = pays_out(insurance=100_000, notary=200_000, land_check=50_000)
    assert found.amounts == {
        LOANS: 20 * JUTA,
        CASH: -20 * JUTA,
        Account.COSTS_CASH: 350_000,
        Account.INSURANCE_PAYABLE: -100_000,
        Account.NOTARY_PAYABLE: -200_000,
        Account.LAND_CHECK_PAYABLE: -50_000,
    }


def test_costs_that_nobody_paid_are_not_booked() -> None:
    assert pays_out().amounts == {LOANS: 20 * JUTA, CASH: -20 * JUTA}


def test_a_payment_returns_principal_to_the_fund_and_holds_interest_by_its_shares() -> None:
    # Interest of 100,000 by VIII.4: 3/6 PAD, 2/6 Dinas, 1/6 Bank Jatim.
    found = payment(600_000, split_interest(100_000, law()), DAY, "uji")
    assert found.amounts == {
        CASH: 600_000,
        LOANS: -600_000,
        Account.INTEREST_CASH: 100_000,
        Account.DUE_TO_REVENUE: -50_000,
        Account.DUE_TO_AGENCY: -33_333,
        Account.DUE_TO_BANK: -16_667,
    }


def test_in_the_grace_only_interest_is_booked() -> None:
    found = payment(0, split(3, 2, 1), DAY, "uji")
    assert CASH not in found.amounts
    assert LOANS not in found.amounts


@given(rupiah, rupiah, rupiah, rupiah)
def test_whatever_is_paid_out_balances(principal: int, insurance: int, notary: int, check: int) -> None:
    found = pays_out(principal + 1, insurance=insurance, notary=notary, land_check=check)
    assert sum(found.amounts.values()) == 0
    assert found.amounts[CASH] == -(principal + 1)


@given(rupiah, rupiah)
def test_whatever_comes_in_balances(principal: int, interest: int) -> None:
    found = payment(principal, split_interest(interest + 1, law()), DAY, "uji")
    assert sum(found.amounts.values()) == 0
    assert found.amounts[Account.INTEREST_CASH] == interest + 1


def test_a_settlement_taken_back_leaves_every_account_as_it_was() -> None:
    came = settlement(7_000_000, InterestSplit(50, 20, 30), 90, DAY, "uji")
    back = settlement(-7_000_000, InterestSplit(-50, -20, -30), -90, DAY, "uji")
    assert {account: came.amounts[account] + back.amounts[account] for account in came.amounts} == (
        dict.fromkeys(came.amounts, 0)
    )
    assert (came.kind, came.released + back.released) == (EntryKind.SETTLEMENT, 0)


@pytest.mark.parametrize(
    ("principal", "interest", "released"), [(0, 5, 0), (5, -5, 0), (5, 5, -1), (-5, 5, 0)]
)
def test_a_settlement_brings_principal_and_its_parts_go_one_way(
    principal: int, interest: int, released: int
) -> None:
    with pytest.raises(ValueError, match="one way"):
        settlement(principal, InterestSplit(interest, 0, 0), released, DAY, "uji")


def test_a_surcharge_is_shared_like_all_interest_and_touches_no_principal() -> None:
    # O-07: 360,000 are 180,000 for PAD, 120,000 for the Dinas and 60,000 for the bank (VIII.4).
    assert surcharge(split_interest(360_000, law()), DAY, "uji").amounts == {
        Account.INTEREST_CASH: 360_000,
        Account.DUE_TO_REVENUE: -180_000,
        Account.DUE_TO_AGENCY: -120_000,
        Account.DUE_TO_BANK: -60_000,
    }


def test_a_share_that_had_too_much_falls_while_all_interest_rises() -> None:
    entry = payment(10, split(2, 1, -1), DAY, "uji")
    assert (entry.amounts[Account.DUE_TO_BANK], entry.amounts[Account.INTEREST_CASH]) == (1, 2)


@pytest.mark.parametrize("amount", [0, -1])
def test_nothing_and_less_than_nothing_is_neither_opened_with_nor_paid_out(amount: int) -> None:
    with pytest.raises(ValueError, match="more than nothing"):
        opening(amount, DAY, "SK 1")
    with pytest.raises(ValueError, match="more than nothing"):
        pays_out(amount)


@pytest.mark.parametrize("cost", ["insurance", "notary", "land_check"])
def test_a_cost_is_never_negative(cost: str) -> None:
    with pytest.raises(ValueError, match="never negative"):
        pays_out(**{"insurance": 5, "notary": 5, "land_check": 5, cost: -1})


@pytest.mark.parametrize(
    ("principal", "interest", "words"),
    [
        (0, split(0, 0, 0), "more than nothing"),
        (-1, split(3, 2, 1), "never negative"),
        (10, split(-1, 0, 0), "never negative"),
        (10, split(3, -4, 0), "never negative"),
        (10, split(3, 2, -6), "never negative"),
    ],
)
def test_a_payment_is_more_than_nothing_in_every_part(
    principal: int, interest: InterestSplit, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        payment(principal, interest, DAY, "uji")


@pytest.mark.parametrize(
    ("account", "place"),
    [
        (CASH, "VIII.5.b"),
        (Account.DUE_TO_REVENUE, "VIII.4.a"),
        (Account.DUE_TO_BANK, "VIII.4.b"),
        (Account.DUE_TO_AGENCY, "VIII.4.c"),
        (Account.INSURANCE_PAYABLE, "VIII.5.d"),
        (Account.COSTS_CASH, "VII.10"),
    ],
)
def test_an_account_names_the_provision_that_it_rests_on(account: Account, place: str) -> None:
    assert account.place.short == place


def test_every_account_rests_on_some_provision() -> None:
    assert all(account.place.words == "" and account.place.short for account in Account)
