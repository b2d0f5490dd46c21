"""What could run over, or be read as something else: sums, products, quotients, figures of elsewhere."""

from typing import Any

import pytest
from sqlalchemy import BigInteger, Column, Integer, MetaData, Table, Text, create_engine, insert, select

from db.law_in_sql.amounts_in_sql import LARGEST_TOTAL, RunsOverError, exactly, scaled
from db.law_in_sql.item_totals import Items
from db.law_in_sql.statement import law_in_sql
from db.law_in_sql.whole_numbers import by, whole
from domain.regulation.largest_numbers import largest_of
from domain.regulation.parameter import Unit
from tests.domain.regulation.made_up import shed_law

# The shed lends against a deposit: 100 × (deposit + things) >= 50 × price, at most twice the deposit.
REGISTER = MetaData()
PEOPLE = Table(
    "people",
    REGISTER,
    Column("id", Integer),
    Column("deposit", BigInteger),
    Column("price", BigInteger),
    Column("colour", Text),
)
THINGS = Table(
    "things", REGISTER, Column("of", Integer), Column("worth", BigInteger), Column("sound", Integer)
)
COVERED = "rule_1"


def told(people: dict[str, Any], *things: dict[str, Any]) -> dict[str, Any]:
    statement = law_in_sql(shed_law(), "person", PEOPLE, "id", Items(THINGS, "of")).statement
    with create_engine("sqlite://").begin() as connection:
        REGISTER.create_all(connection)
        connection.execute(insert(PEOPLE), [{"id": 1, **people}])
        for thing in things:
            connection.execute(insert(THINGS), [{"of": 1, **thing}])
        return dict(connection.execute(statement).mappings().one())


@pytest.mark.parametrize("wrong", [-1, largest_of(Unit.RUPIAH) + 1, 2**62])
def test_a_figure_that_cannot_be_is_not_known_rather_than_a_no(wrong: int) -> None:
    found = told({"deposit": wrong, "price": 10})
    assert (found[COVERED], found["amount"], found["could_be"]) == (None, 0, None)


def test_the_largest_figure_that_a_form_takes_is_multiplied_exactly() -> None:
    # 10^11 of 50 % cover: twice the deposit.
    assert told({"deposit": 10**11, "price": 1})["amount"] == 2 * 10**11


def test_a_fact_without_a_column_is_not_known() -> None:
    found = told({"deposit": 1, "price": 1})
    assert (found["rule_0"], found["verdict_in_use"]) == (None, "incomplete")


def test_a_choice_that_the_rules_do_not_name_is_not_known() -> None:
    assert told({"deposit": 1, "price": 1, "colour": "ungu"})["rule_3"] is None


def test_things_beyond_any_total_are_only_known_to_be_at_least_that_much() -> None:
    # Eleven times 10^11 is more than 10^12: whoever asks for less is covered, nobody is refused.
    many = [{"worth": 10**11, "sound": 1}] * 11
    assert told({"deposit": 0, "price": 10**11}, *many)[COVERED] is True
    assert 11 * 10**11 > LARGEST_TOTAL


def test_an_amount_that_64_bits_might_not_hold_is_refused_while_the_statement_is_written() -> None:
    with pytest.raises(RunsOverError, match="beyond 64 bits"):
        scaled(exactly(10**11), exactly(10**8), exactly(10**8))


def test_a_quotient_is_rounded_down_and_nothing_by_nothing_is_not_known() -> None:
    # 700 by 130 is 5,38.
    quotients = select(by(whole(700), 130), by(whole(700), whole(0)))
    with create_engine("sqlite://").connect() as connection:
        assert tuple(connection.execute(quotients).one()) == (5, None)
