"""The office as its letters name it on a day, and who signs them; blank where nobody has set it."""

from dataclasses import dataclass
from typing import Final

from domain.regulation.agency_head import AgencyHead, AgencySettings, head_of
from domain.regulation.law_in_force import LawInForce
from domain.regulation.office_texts import text_set
from domain.sampang import parameters as law

_SETTINGS: Final = AgencySettings(
    name=law.AGENCY_NAME, address=law.AGENCY_ADDRESS, phone=law.AGENCY_PHONE, logo=law.AGENCY_LOGO
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead(AgencyHead):
    """Who writes: the agency, and the Ketua Harian who signs."""

    lead_name: str = ""
    lead_rank: str = ""
    lead_nip: str = ""


def letterhead(rules: LawInForce) -> Letterhead:
    """The letterhead under the office's settings of a day, its logo not fetched yet."""
    head = head_of(rules, _SETTINGS)
    return Letterhead(
        agency=head.agency,
        address=head.address,
        phone=head.phone,
        logo_key=head.logo_key,
        lead_name=text_set(rules, law.TEAM_LEAD_NAME),
        lead_rank=text_set(rules, law.TEAM_LEAD_RANK),
        lead_nip=text_set(rules, law.TEAM_LEAD_NIP),
    )
