"""The revolving loan fund of Sampang as everything else of the house knows it."""

from datetime import date
from typing import Final

from domain.programme import Programme
from domain.regions.regions import SAMPANG_REGENCY
from domain.regulation.law_in_force import LawInForce, Practice
from domain.sampang.roles import GRANTS, SampangRole


def _law_on(day: date, practice: Practice) -> LawInForce:
    # Only who asks for the law pays for reading all its rules in.
    from domain.sampang.law import law_on

    return law_on(day, practice)


SAMPANG: Final = Programme(
    key="sampang",
    name="Dana bergulir Sampang",
    regency=SAMPANG_REGENCY,
    law_on=_law_on,
    own_roles=SampangRole,
    grants=GRANTS,
)
