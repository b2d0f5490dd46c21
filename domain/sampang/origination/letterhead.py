"""The office as its letters name it on a day: settings of the office, blank where nobody has set them."""

from dataclasses import dataclass

from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Parameter
from domain.sampang import parameters as law


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the agency and its address, and the Ketua Harian who signs; blank is not yet set."""

    agency: str
    address: str
    lead_name: str
    lead_rank: str
    lead_nip: str


def letterhead(rules: LawInForce) -> Letterhead:
    """The letterhead under the office's settings of a day."""

    def told(parameter: Parameter) -> str:
        value = rules.values.get(parameter.key)
        return value if isinstance(value, str) else ""

    return Letterhead(
        agency=told(law.AGENCY_NAME),
        address=told(law.AGENCY_ADDRESS),
        lead_name=told(law.TEAM_LEAD_NAME),
        lead_rank=told(law.TEAM_LEAD_RANK),
        lead_nip=told(law.TEAM_LEAD_NIP),
    )
