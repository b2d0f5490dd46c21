"""What a binaan and a visit cost: shared by hand, and never zero where nothing was entered."""

from datetime import date

import pytest

from domain.blitar.costs import Costs, Entered, budget_on, spent_on
from domain.blitar.law import law_on
from domain.blitar.parameters import DPA_SPENT
from domain.regulation.law_in_force import NO_PRACTICE, Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import OfficeDecision

TODAY = date(2026, 11, 30)


def entered(since, amount):
    decided = DatedValue(since, amount, OfficeDecision("realisasi", decided_by="Yuni"))
    return law_on(TODAY, Practice(settings=((DPA_SPENT.key, decided),)))


@pytest.mark.parametrize(
    ("spent", "clients", "visits", "per_client", "per_visit"),
    [
        (1_000_000, 3, 8, 333_333, 125_000),  # 333,333.33 and 125,000
        (5, 2, 2, 3, 3),  # 2.5 is rounded half up
        (0, 4, 4, 0, 0),
    ],
)
def test_spending_is_shared_in_whole_rupiah_half_up(spent, clients, visits, per_client, per_visit):
    found = Costs(budget=None, spent=Entered(spent, TODAY), clients=clients, visits=visits)
    assert (found.per_client, found.per_visit) == (per_client, per_visit)


def test_what_was_not_entered_is_not_known():
    law = law_on(TODAY, NO_PRACTICE)
    assert budget_on(law) is None
    assert spent_on(law) is None
    assert Costs(budget=None, spent=None, clients=5, visits=5).per_client is None


def test_without_a_visit_there_is_no_cost_of_one():
    assert Costs(budget=None, spent=Entered(9, TODAY), clients=1, visits=0).per_visit is None


def test_the_spending_is_told_up_to_the_day_that_the_office_gave():
    assert spent_on(entered(date(2026, 10, 31), 412_000_000)) == Entered(412_000_000, date(2026, 10, 31))


def test_last_years_spending_says_nothing_about_this_year():
    assert spent_on(entered(date(2025, 12, 31), 412_000_000)) is None
