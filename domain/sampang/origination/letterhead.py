"""The office as its letters name it on a day: settings of the office, blank where nobody has set them."""

from dataclasses import dataclass

from domain.regulation.law_in_force import LawInForce
from domain.regulation.office_texts import text_set
from domain.sampang import parameters as law


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the agency with its address, and the Ketua Harian who signs; blank is not yet set.

    `logo_key` is the digest of the logo, `logo` its bytes once a page has fetched them.
    """

    agency: str
    address: str
    lead_name: str
    lead_rank: str
    lead_nip: str
    phone: str = ""
    logo_key: str = ""
    logo: bytes = b""


def letterhead(rules: LawInForce) -> Letterhead:
    """The letterhead under the office's settings of a day."""
    return Letterhead(
        agency=text_set(rules, law.AGENCY_NAME),
        address=text_set(rules, law.AGENCY_ADDRESS),
        lead_name=text_set(rules, law.TEAM_LEAD_NAME),
        lead_rank=text_set(rules, law.TEAM_LEAD_RANK),
        lead_nip=text_set(rules, law.TEAM_LEAD_NIP),
        phone=text_set(rules, law.AGENCY_PHONE),
        logo_key=text_set(rules, law.AGENCY_LOGO),
    )
