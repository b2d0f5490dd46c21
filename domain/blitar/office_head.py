"""The head of Blitar's papers on a day."""

from typing import Final

from domain.blitar import parameters as law
from domain.regulation.agency_head import AgencyHead, AgencySettings, head_of
from domain.regulation.law_in_force import LawInForce

_SETTINGS: Final = AgencySettings(
    name=law.AGENCY_NAME, address=law.AGENCY_ADDRESS, phone=law.AGENCY_PHONE, logo=law.AGENCY_LOGO
)
# As the agency is called where the office has set nothing.
UNSET: Final = AgencyHead(agency=law.AGENCY)


def agency_head(rules: LawInForce) -> AgencyHead:
    """The head of papers under the office's settings of a day, its logo not fetched yet."""
    return head_of(rules, _SETTINGS)
