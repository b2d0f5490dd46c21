"""The mentoring of Blitar as everything else of the house knows it."""

from datetime import date
from typing import Final

from domain.blitar.roles import GRANTS, BlitarRole
from domain.programme import Programme
from domain.regions.regions import BLITAR_REGENCY
from domain.regulation.law_in_force import LawInForce, Practice


def _law_on(day: date, practice: Practice) -> LawInForce:
    # Only who asks for the law pays for reading all its rules in.
    from domain.blitar.law import law_on

    return law_on(day, practice)


BLITAR: Final = Programme(
    key="blitar",
    name="Pendampingan Blitar",
    regency=BLITAR_REGENCY,
    law_on=_law_on,
    own_roles=BlitarRole,
    grants=GRANTS,
)
