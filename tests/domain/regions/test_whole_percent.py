"""A share is coloured by the whole percent that is printed beside it."""

import pytest

from domain.regions.classes import classes_of, whole_percent


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(0, 7, 0), (6, 17, 35), (1, 8, 13), (3, 8, 38), (1, 400, 1), (399, 400, 99), (7, 7, 100)],
)
def test_half_goes_up_and_only_nothing_is_nought_and_only_all_is_a_hundred(part, whole, percent):
    assert whole_percent(part, whole) == percent


def test_a_share_printed_as_35_is_coloured_below_what_lies_above_35():
    shares = [whole_percent(part, 17) for part in (4, 6, 7)]  # 23.5, 35.3 and 41.2 of a hundred
    (home,) = [one for one in classes_of(shares) if one.holds(shares[1])]
    assert (shares[1], home.up_to) == (35, 35)
