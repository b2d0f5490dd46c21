"""The least further collateral is found in few steps, and is the least: one rupiah less does not reach."""

from hypothesis import given
from hypothesis import strategies as st

from domain.sampang.routes import least_reaching

FAR = 3_000


@given(
    rises=st.lists(st.integers(0, 4), min_size=1, max_size=40),
    begins=st.integers(0, 30),
    wanted=st.integers(1, 120),
)
def test_it_is_the_least_whatever_the_shape_of_the_figure(rises, begins, wanted):
    def figure(value):
        return begins + sum(rises[:value])

    least = next((value for value in range(1, FAR + 1) if figure(value) >= wanted), None)
    if figure(0) < wanted:
        assert least_reaching(figure, wanted, FAR) == least


def test_a_share_of_the_value_up_to_a_ceiling_is_found_within_ten_figures():
    asked = []

    def figure(value):
        asked.append(value)
        return min(100_000_000, value * 100 // 130)

    assert least_reaching(figure, 25_000_000, 10**12) == 32_500_000  # 130 % of what is asked (IV.2.g)
    assert len(asked) <= 10
