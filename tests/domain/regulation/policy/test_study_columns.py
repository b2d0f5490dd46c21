"""A register of elsewhere: headings that name facts, cells as offices write them, and what stays unknown."""

import pytest

from domain.regulation.policy.study_columns import MoneyUnit, fields_of, guessed, told_columns
from domain.sampang.kinds import ApplicantKind, CreditHistory
from domain.sampang.law import SAMPANG_LOANS

FIELDS = fields_of(SAMPANG_LOANS, ApplicantKind.BUSINESS)
BY_KEY = {one.fact.key: one for one in FIELDS}


def _read(key: str, *cells: object, money: MoneyUnit = MoneyUnit.RUPIAH) -> list[object]:
    return told_columns([(cell,) for cell in cells], {0: BY_KEY[key]}, money).own[key]


def test_every_fact_has_a_name_of_its_own() -> None:
    assert len({one.name for one in FIELDS}) == len(FIELDS) == len(BY_KEY)


def test_a_heading_is_known_by_key_question_or_label_and_no_fact_is_taken_twice() -> None:
    question = BY_KEY["has_licence"].fact.question
    found = guessed(["NIK", "principal", question.upper(), "", "Principal"], FIELDS)
    assert {place: one.fact.key for place, one in found.items()} == {1: "principal", 2: "has_licence"}


@pytest.mark.parametrize(
    ("money", "cells", "expected"),
    [
        (MoneyUnit.RUPIAH, ["Rp 5.000.000", 5_000_000, 5e6, "5 juta"], [5_000_000] * 4),
        (MoneyUnit.MILLION, ["7,5", 7.5, "7500 ribu", "Rp 7,5"], [7_500_000] * 4),
        (MoneyUnit.THOUSAND, ["250", 250], [250_000] * 2),
    ],
)
def test_money_is_read_in_the_unit_of_the_file_unless_a_cell_says_its_own(
    money: MoneyUnit, cells: list[object], expected: list[int]
) -> None:
    assert _read("principal", *cells, money=money) == expected


def test_months_have_no_unit_of_money() -> None:
    assert _read("term_months", "24", 12, money=MoneyUnit.MILLION) == [24, 12]


def test_yes_no_and_choices_are_read_as_offices_write_them() -> None:
    assert _read("has_licence", "Ya", "tdk", 1, True, "") == [True, False, True, True, None]
    first = next(iter(CreditHistory))
    assert _read("credit_history", first.label.upper(), first.value) == [first.value, first.value]


def test_what_cannot_be_read_is_counted_and_not_known() -> None:
    told = told_columns(
        [("mungkin", "-5"), (None, 0.5), ("Ya", "#N/A")],
        {0: BY_KEY["has_licence"], 1: BY_KEY["principal"]},
        MoneyUnit.RUPIAH,
    )
    assert told.own == {"has_licence": [None, None, True], "principal": [None, None, None]}
    licence, principal = BY_KEY["has_licence"].name, BY_KEY["principal"].name
    assert (told.unread[licence], told.blank[licence], told.examples[licence]) == (1, 1, "mungkin")
    assert (told.unread[principal], told.blank[principal]) == (3, 0)


def test_a_row_pledges_a_thing_only_where_something_of_it_is_told() -> None:
    told = told_columns(
        [("10 juta", "ya"), (None, None), (None, "tidak")],
        {0: BY_KEY["value"], 1: BY_KEY["owned_by_applicant"]},
        MoneyUnit.RUPIAH,
    )
    assert told.owners == [0, 2]
    assert told.of_item == {"value": [10_000_000, None], "owned_by_applicant": [True, False]}


def test_more_than_any_register_holds_is_told_to_be_unread_and_no_fault() -> None:
    cells = [(9 * 10**14, 10**16), (100_001, "99999999999999999999"), (100_000, 2400)]
    places = {0: BY_KEY["principal"], 1: BY_KEY["term_months"]}
    told = told_columns(cells, places, MoneyUnit.MILLION)
    assert told.own == {"principal": [None, None, 10**11], "term_months": [None, None, 2400]}
    assert set(told.unread.values()) == {2}
