"""A number as people write it is called by its digits with the country, or not at all."""

import pytest

from domain.phones import international


@pytest.mark.parametrize(
    "told", ["081234567890", "0812-3456-7890", "+62 812 3456 7890", "6281234567890", "81234567890"]
)
def test_however_it_is_written_it_is_the_same_number(told):
    assert international(told) == "6281234567890"


@pytest.mark.parametrize(
    "told", ["", "tidak ada", "0342 801234", "08", "0812345678901234567", "+1 202 555 0100"]
)
def test_what_is_no_mobile_number_of_indonesia_is_called_by_nothing(told):
    assert international(told) == ""
