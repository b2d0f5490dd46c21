"""The letterhead of Sampang's papers under the office's settings of a day, with its logo."""

from dataclasses import replace

from domain.regulation.law_in_force import LawInForce
from domain.sampang.origination.letterhead import Letterhead, letterhead
from pages.parts.office_logo import office_logo


def paper_head(law: LawInForce) -> Letterhead:
    """The letterhead as it is printed."""
    head = letterhead(law)
    return replace(head, logo=office_logo(head.logo_key))
