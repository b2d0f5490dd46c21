"""The ceiling of each kind of pledge (VIII.1.b), before a pledge is chosen and after."""

from dataclasses import replace
from datetime import date

import pytest

from documents.sampang.simulation_summary import ceilings_in_words
from domain.regulation.law_in_force import NO_PRACTICE
from domain.sampang.kinds import BorrowerKind
from domain.sampang.law import law_on
from domain.sampang.quote import Quote, Wish, quote

DAY = date(2026, 11, 30)
LAW = law_on(DAY, NO_PRACTICE)
NOTHING = Wish(50_000_000, 24, BorrowerKind.SMALL_OR_MEDIUM, DAY)


def of(wish: Wish) -> Quote:
    found = quote(wish, LAW)
    assert isinstance(found, Quote)
    return found


@pytest.mark.parametrize(
    "borrower", [BorrowerKind.SMALL_OR_MEDIUM, BorrowerKind.CLUSTER, BorrowerKind.MICROFINANCE]
)
def test_a_certificate_opens_100_million_and_a_bpkb_30(borrower: BorrowerKind) -> None:
    assert of(replace(NOTHING, borrower=borrower)).ceilings == (100_000_000, 30_000_000)


@pytest.mark.parametrize(
    "borrower", [BorrowerKind.MICRO, BorrowerKind.PRIMARY_COOP, BorrowerKind.SECONDARY_COOP]
)
def test_where_the_kind_of_pledge_makes_no_difference_nothing_is_said(borrower: BorrowerKind) -> None:
    assert ceilings_in_words(of(replace(NOTHING, borrower=borrower, principal=5_000_000))) == ""


@pytest.mark.parametrize("pledged", [{}, {"land": 65_000_000}, {"vehicles": 65_000_000}])
def test_both_are_told_before_a_pledge_is_chosen_and_after(pledged: dict[str, int]) -> None:
    told = ceilings_in_words(of(replace(NOTHING, **pledged)))
    assert "Rp100.000.000 dengan sertifikat tanah, Rp30.000.000 dengan BPKB (VIII.1.b)" in told


def test_a_pledge_that_is_not_told_yet_is_never_a_no() -> None:
    found = of(NOTHING)
    assert (found.is_above_limit, found.needs_land) == (False, True)
    above = of(replace(NOTHING, principal=100_000_001))
    assert (above.is_above_limit, above.needs_land) == (True, False)


def test_a_vehicle_alone_keeps_the_loan_at_30_million() -> None:
    found = of(replace(NOTHING, vehicles=200_000_000))
    assert (found.is_above_limit, found.limit.least) == (True, 30_000_000)
