"""The letterhead of Sampang's papers under the office's settings of a day, with its logo."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from domain.again import same_sign
from domain.regulation.law_in_force import LawInForce
from domain.sampang.origination.letterhead import Letterhead, letterhead
from domain.sampang.origination.team_register import Registered, team_lead_on
from pages.parts.office_logo import office_logo


def paper_head(law: LawInForce) -> Letterhead:
    """The letterhead as it is printed."""
    head = letterhead(law)
    return replace(head, logo=office_logo(head.logo_key))


def head_of_team(law: LawInForce, register: Iterable[Registered], on: date) -> Letterhead:
    """The letterhead of the papers of a meeting: the Ketua Harian is who serves by the register on their day.

    Rank and NIP of another than the office has set are left to write.
    """
    head, name = paper_head(law), team_lead_on(register, on)
    if not name or same_sign(name, head.lead_name):
        return head
    return replace(head, lead_name=name, lead_rank="", lead_nip="")
