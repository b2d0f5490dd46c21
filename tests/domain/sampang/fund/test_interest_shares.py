"""The interest by its three shares: the running total is split, so that odd rupiah never add up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.sampang.costs import InterestSplit
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.interest_shares import (
    NOTHING_YET,
    Share,
    holdings_of,
    received_shares,
    remitted_parts,
    rise_of_shares,
)
from tests.domain.sampang.builders import law

SIXTHS = (3, 2, 1)  # VIII.4: 3 % to PAD, 2 % to the Dinas, 1 % to the bank, of 6 %
DUE = (Account.DUE_TO_REVENUE, Account.DUE_TO_AGENCY, Account.DUE_TO_BANK)
REMITTED = (Account.REMITTED_REVENUE, Account.REMITTED_AGENCY, Account.REMITTED_BANK)


def numbers(split: InterestSplit) -> tuple[int, int, int]:
    return split.revenue, split.agency, split.bank


def all_of(amounts: list[int]) -> InterestSplit:
    """The shares after all of these, one after the other."""
    so_far = NOTHING_YET
    for amount in amounts:
        so_far += rise_of_shares(so_far, amount, law())
    return so_far


def by_hand(total: int) -> tuple[int, ...]:
    """Largest remainder, done again with fractions; a tie goes to the first."""
    exact = [Fraction(total * part, 6) for part in SIXTHS]
    parts = [whole.numerator // whole.denominator for whole in exact]
    order = sorted(range(3), key=lambda place: (parts[place] - exact[place], place))
    for place in order[: total - sum(parts)]:
        parts[place] += 1
    return tuple(parts)


def test_odd_payments_split_like_their_sum():
    # Rp2.700.000 in payments of Rp7.777 and a last one of the rest: 3/6, 2/6 and 1/6 of it.
    amounts = [7_777] * 347 + [1_381]
    assert sum(amounts) == 2_700_000
    assert numbers(all_of(amounts)) == (1_350_000, 900_000, 450_000)


def test_five_rupiah_twice_give_the_shares_of_ten():
    assert numbers(all_of([5, 5])) == (5, 3, 2)


@pytest.mark.parametrize(
    ("total", "shares"),
    [(1, (1, 0, 0)), (2, (1, 1, 0)), (3, (2, 1, 0)), (4, (2, 1, 1)), (5, (2, 2, 1)), (6, (3, 2, 1))],
)
def test_the_odd_rupiah_go_one_after_the_other_and_a_tie_goes_to_pad(total, shares):
    assert numbers(all_of([1] * total)) == shares


def test_a_share_that_had_too_much_before_is_put_right_by_the_next_payment():
    drifted = InterestSplit(revenue=1_350_003, agency=900_000, bank=449_997)
    rise = rise_of_shares(drifted, 6, law())
    assert numbers(rise) == (0, 2, 4)
    assert numbers(drifted + rise) == (1_350_003, 900_002, 450_001)


def test_no_interest_moves_no_share_even_where_they_drifted():
    drifted = InterestSplit(revenue=1_350_003, agency=900_000, bank=449_997)
    assert rise_of_shares(drifted, 0, law()) == NOTHING_YET


signed = st.lists(st.integers(-(10**6), 10**7), max_size=40)


@given(signed)
def test_whatever_comes_in_and_goes_back_the_shares_stay_within_one_rupiah(amounts):
    total, so_far = 0, NOTHING_YET
    for amount in amounts:
        if total + amount < 0:
            continue
        rise = rise_of_shares(so_far, amount, law())
        total, so_far = total + amount, so_far + rise
        assert rise.total == amount
        assert so_far.total == total
        assert numbers(so_far) == by_hand(total)
        assert all(
            abs(share - Fraction(total * part, 6)) < 1
            for share, part in zip(numbers(so_far), SIXTHS, strict=True)
        )


def moved(received=(0, 0, 0), remitted=(0, 0, 0), paid=(0, 0, 0), opening=(0, 0, 0)):
    """What the bookings moved: credits are below zero."""
    found = {}
    for place in range(3):
        found[DUE[place], EntryKind.PAYMENT] = -received[place]
        found[DUE[place], EntryKind.OPENING] = -opening[place]
        found[DUE[place], EntryKind.SHARE_PAYOUT] = paid[place]
        found[REMITTED[place], EntryKind.REMITTANCE] = remitted[place]
        found[REMITTED[place], EntryKind.SHARE_PAYOUT] = -paid[place]
    return found


def test_each_share_tells_what_came_in_was_remitted_and_paid_out_and_what_is_left():
    revenue, agency, bank = holdings_of(moved((300, 200, 100), (150, 100, 50), (150, 0, 20)))
    assert (revenue.share, agency.share, bank.share) == tuple(Share)
    assert (revenue.received, revenue.remitted, revenue.paid) == (300, 150, 150)
    assert (revenue.held, revenue.payable, revenue.left) == (150, 0, 150)
    assert (agency.held, agency.payable, agency.left) == (100, 100, 200)
    assert (bank.held, bank.payable, bank.left) == (50, 30, 80)


def test_a_payout_that_was_taken_back_is_not_paid_and_lies_in_the_treasury_again():
    found = moved((300, 200, 100), (300, 200, 100), (0, 0, 100))
    found[DUE[2], EntryKind.UNDONE] = -100
    found[REMITTED[2], EntryKind.UNDONE] = 100
    bank = holdings_of(found)[2]
    assert (bank.received, bank.remitted, bank.paid, bank.payable) == (100, 100, 0, 100)


def test_interest_taken_back_after_it_was_remitted_shows_a_holding_below_zero():
    found = moved((300, 200, 100), (300, 200, 100))
    for account, part in zip(DUE, (30, 20, 10), strict=True):
        found[account, EntryKind.REVERSAL] = part
    assert [one.held for one in holdings_of(found)] == [-30, -20, -10]


def test_shares_of_an_opening_are_kept_apart_from_the_total_that_is_split():
    found = moved((3, 2, 1), opening=(7, 7, 7))
    assert numbers(received_shares(found)) == (3, 2, 1)
    assert [one.held for one in holdings_of(found)] == [10, 9, 8]


def test_everything_remitted_is_every_share_exactly():
    lying = holdings_of(moved((301, 199, 100)))
    assert remitted_parts(lying, 600) == {Share.REVENUE: 301, Share.AGENCY: 199, Share.BANK: 100}


def test_a_part_remitted_is_of_each_share_in_proportion():
    lying = holdings_of(moved((300, 200, 100)))
    assert remitted_parts(lying, 60) == {Share.REVENUE: 30, Share.AGENCY: 20, Share.BANK: 10}
    assert remitted_parts(lying, 1) == {Share.REVENUE: 1}


@given(st.tuples(*[st.integers(-5, 10**6)] * 3), st.integers(1, 3 * 10**6))
def test_no_remittance_takes_more_of_a_share_than_lies_there(lie, amount):
    lying = holdings_of(moved(lie))
    there = sum(max(part, 0) for part in lie)
    if amount > there:
        with pytest.raises(ValueError, match="no more"):
            remitted_parts(lying, amount)
        return
    parts = remitted_parts(lying, amount)
    assert sum(parts.values()) == amount
    assert all(0 < part <= lie[list(Share).index(share)] for share, part in parts.items())
