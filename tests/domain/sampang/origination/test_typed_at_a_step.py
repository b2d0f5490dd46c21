"""What people type at a step is refused beside its field when it cannot be right."""

from datetime import date

import pytest

from domain.sampang.step_checks import required, too_long, wrong_amounts, yet_to_come

TODAY = date(2026, 3, 2)


def fields(problems):
    return [problem.field for problem in problems]


@pytest.mark.parametrize(
    ("value", "is_blank"),
    [(None, True), ("", True), ("  \n", True), ("PK/1", False), (0, False), (False, False), (TODAY, False)],
)
def test_blank_is_refused_and_zero_and_no_are_answers(value, is_blank):
    assert bool(fields(required({"number": value}, {"number": "nomornya"}))) is is_blank


def test_only_what_is_named_is_required():
    assert [one.sentence for one in required({}, {"number": "nomor perjanjian"})] == ["Isi nomor perjanjian."]
    assert fields(required({"note": ""}, {})) == []


@pytest.mark.parametrize(
    ("length", "is_long", "refused"),
    [(200, False, False), (201, False, True), (2_000, True, False), (2_001, True, True)],
)
def test_a_text_is_as_long_as_its_field_allows(length, is_long, refused):
    wide = ["note"] if is_long else []
    assert fields(too_long({"note": "a" * length}, wide)) == (["note"] if refused else [])


@pytest.mark.parametrize(
    ("amount", "least", "refused"),
    [
        (0, 1, True),
        (1, 1, False),
        (0, 0, False),
        (None, 1, False),
        (10**11, 1, False),
        (10**11 + 1, 1, True),
    ],
)
def test_an_amount_lies_between_the_least_and_the_largest(amount, least, refused):
    assert fields(wrong_amounts({"amount": amount}, least)) == (["amount"] if refused else [])


@pytest.mark.parametrize(
    ("on", "refused"), [(TODAY, False), (date(2026, 3, 3), True), (date(2026, 3, 1), False), (None, False)]
)
def test_a_day_that_is_yet_to_come_is_refused(on, refused):
    assert fields(yet_to_come("on", on, TODAY)) == (["on"] if refused else [])
