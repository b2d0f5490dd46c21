"""The agency as its papers name it on a day, by the settings of the office: the same in every programme."""

from dataclasses import dataclass

from domain.regulation.law_in_force import LawInForce
from domain.regulation.office_texts import text_set
from domain.regulation.parameter import Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencySettings:
    """The settings of a programme in which its office tells of itself."""

    name: Parameter
    address: Parameter
    phone: Parameter
    logo: Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyHead:
    """The agency with its address and telephone; blank is not yet set.

    `logo_key` is the digest of the logo, `logo` its bytes once a page has fetched them.
    """

    agency: str = ""
    address: str = ""
    phone: str = ""
    logo_key: str = ""
    logo: bytes = b""


def head_of(rules: LawInForce, told_by: AgencySettings) -> AgencyHead:
    """The head of papers under the office's settings of a day, its logo not fetched yet."""
    return AgencyHead(
        agency=text_set(rules, told_by.name),
        address=text_set(rules, told_by.address),
        phone=text_set(rules, told_by.phone),
        logo_key=text_set(rules, told_by.logo),
    )
