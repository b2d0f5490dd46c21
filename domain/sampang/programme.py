"""The revolving loan fund of Sampang as everything else of the house knows it."""

from datetime import date
from typing import Final

from domain.programme import Programme
from domain.regions.regions import SAMPANG_REGENCY
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.rules import Regulation
from domain.sampang.roles import ASKS_AGAIN, GRANTS, SampangRole


def _law_on(day: date, practice: Practice) -> LawInForce:
    # Only who asks for the law pays for reading all its rules in.
    from domain.sampang.law import law_on

    return law_on(day, practice)


def _versions() -> tuple[Regulation, ...]:
    from domain.sampang.law import VERSIONS

    return VERSIONS


def _kept_rules() -> frozenset[str]:
    from domain.sampang.law import SAMPANG_LOANS

    limits = (limit for limits in SAMPANG_LOANS.limits_by_kind.values() for limit in limits)
    return frozenset(place.short for limit in limits for place in limit.citations)


SAMPANG: Final = Programme(
    key="sampang",
    name="Dana bergulir Sampang",
    regency=SAMPANG_REGENCY,
    law_on=_law_on,
    own_roles=SampangRole,
    grants=GRANTS,
    versions=_versions,
    kept_rules=_kept_rules,
    heads=frozenset({SampangRole.TEAM_LEAD}),
    asks_again=ASKS_AGAIN,
)
