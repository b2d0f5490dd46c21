"""Percents as offices write them in a workbook."""

from typing import Any

import pytest

from domain.sampang.takeover.workbook_cells import percent_of
from domain.tabular.sheet_cells import Unread


@pytest.mark.parametrize(("cell", "hundredths"), [("6,5%", 650), (12, 1_200), (6.5, 650), (None, None)])
def test_a_rate_is_read_in_hundredths_of_a_percent(cell: Any, hundredths: int | None) -> None:
    assert percent_of(cell) == hundredths


@pytest.mark.parametrize("cell", [float("inf"), float("nan"), True, 0.065, "banyak"])
def test_what_is_no_rate_is_sent_back(cell: Any) -> None:
    assert isinstance(percent_of(cell), Unread)
