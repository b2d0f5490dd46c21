"""The team's ruling on one pledged thing, recorded like every other opinion."""

import pytest

from domain.sampang.application import Collateral
from domain.sampang.case_of import ruling_key
from domain.sampang.kinds import CollateralKind, LandSituation
from tests.db.people import a_form, an_office

FAR_LAND = Collateral(kind=CollateralKind.LAND, value=90_000_000, situation=LandSituation.OUTSIDE)


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def test_a_ruling_is_recorded_for_a_thing_that_the_application_pledges(office):
    saved = office.save(a_form(collateral=(FAR_LAND,)))
    office.judge(saved.id, ruling_key(FAR_LAND))
    assert office.opened(saved.id).application.judgements[ruling_key(FAR_LAND)].answer is True


def test_a_ruling_on_a_thing_that_is_not_pledged_is_refused(office):
    saved = office.save(a_form(collateral=(FAR_LAND,)))
    other = Collateral(kind=CollateralKind.LAND, value=1, situation=LandSituation.OUTSIDE)
    with pytest.raises(ValueError, match="question"):
        office.judge(saved.id, ruling_key(other))
