"""What the borrower is asked to pay beside the office's rates: another amount needs a reason (VIII.5.d)."""

import pytest

from domain.sampang import parameters as law
from domain.sampang.costs import UpfrontCost
from domain.sampang.origination.asked_costs import asked_costs, unexplained

RATES = (
    UpfrontCost(law.INSURANCE_RATE, 160_000),
    UpfrontCost(law.NOTARY_FEE, 250_000),
    UpfrontCost(law.LAND_CHECK_FEE, None),
)
BY_THE_RATES = {"insurance": 160_000, "notary": 250_000, "land_check": 50_000}


@pytest.mark.parametrize(
    ("typed", "differing"),
    [
        ({}, []),
        ({"notary": 250_001}, ["notaris"]),
        ({"notary": 249_999}, ["notaris"]),
        ({"insurance": 0}, ["asuransi"]),
        ({"land_check": 90_000_000}, []),  # nobody has set this rate
        ({"insurance": 1, "notary": 1}, ["asuransi", "notaris"]),
    ],
)
def test_a_cost_differs_from_its_rate_by_one_rupiah_already(typed, differing):
    costs = asked_costs(BY_THE_RATES | typed, RATES)
    assert [cost.name for cost in costs if cost.differs] == differing


def test_a_blank_cost_is_not_compared():
    costs = asked_costs(BY_THE_RATES | {"notary": None}, RATES)
    assert [cost.field for cost in costs] == ["insurance", "land_check"]


@pytest.mark.parametrize(("note", "problems"), [("", 1), ("  ", 1), ("dua akta", 0)])
def test_a_difference_is_explained_in_words(note, problems):
    costs = asked_costs(BY_THE_RATES | {"notary": 90_000_000}, RATES)
    found = list(unexplained(costs, note))
    assert [one.field for one in found] == ["note"] * problems
    assert all("notaris menurut ketetapan Rp250.000" in one.sentence for one in found)


def test_costs_by_the_rates_need_no_words():
    assert not list(unexplained(asked_costs(BY_THE_RATES, RATES), ""))
