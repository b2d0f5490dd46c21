"""The agency of Blitar as its papers name it on a day, by the settings of the office."""

from dataclasses import dataclass

from domain.blitar import parameters as law
from domain.regulation.law_in_force import LawInForce
from domain.regulation.office_texts import text_set


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyHead:
    """The name, address and telephone of the agency, the key of its logo, and the logo itself."""

    agency: str = law.AGENCY
    address: str = ""
    phone: str = ""
    logo_key: str = ""
    logo: bytes = b""


def agency_head(rules: LawInForce) -> AgencyHead:
    """The head of papers under the office's settings of a day, its logo not fetched yet."""
    return AgencyHead(
        agency=text_set(rules, law.AGENCY_NAME),
        address=text_set(rules, law.AGENCY_ADDRESS),
        phone=text_set(rules, law.AGENCY_PHONE),
        logo_key=text_set(rules, law.AGENCY_LOGO),
    )
