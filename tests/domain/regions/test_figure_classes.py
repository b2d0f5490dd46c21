"""Figures fall into at most five classes with round borders, each figure into exactly one."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.regions.classes import MOST_CLASSES, classes_of, first_telling


def borders(figures):
    return [(one.above, one.up_to) for one in classes_of(figures)]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([], []),
        ([0, 0], [(-1, 0)]),
        ([1, 1], [(0, 1)]),
        ([0, 1, 2], [(-1, 0), (0, 1), (1, 2)]),
        ([1, 5], [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]),
        ([0, 1, 5], [(-1, 0), (0, 2), (2, 4), (4, 6)]),
        ([8, 18], [(5, 10), (10, 15), (15, 20)]),
        ([Fraction(13, 2), Fraction(21, 2)], [(6, 7), (7, 8), (8, 9), (9, 10), (10, 11)]),
        ([0, 225_000_000, 14_000_000], [(-1, 0), (0, 10**8), (10**8, 2 * 10**8), (2 * 10**8, 3 * 10**8)]),
    ],
)
def test_zero_stands_alone_and_the_others_go_up_in_round_steps(figures, expected):
    assert borders(figures) == expected


@given(st.lists(st.integers(0, 10**12) | st.fractions(0, 10**4, max_denominator=30), max_size=22))
def test_every_figure_has_exactly_one_class_and_there_are_at_most_five(figures):
    classes = classes_of(figures)
    assert len(classes) <= MOST_CLASSES
    for figure in figures:
        assert sum(one.holds(figure) for one in classes) == 1


def test_a_map_opens_on_the_first_measure_that_tells_the_kecamatan_apart():
    assert first_telling({"same": [1, 1, 1], "apart": [3, 1, 2], "other": [1, 2, 3]}) == "apart"


def test_where_no_measure_tells_them_apart_it_opens_on_the_first():
    assert first_telling({"one": [1, 1], "other": [None, None]}) == "one"
