"""The mentoring of Blitar as everything else of the house knows it."""

from datetime import date
from typing import Final

from domain.blitar.roles import GRANTS, BlitarRole
from domain.programme import Programme
from domain.regions.regions import BLITAR_REGENCY
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.rules import Regulation


def _law_on(day: date, practice: Practice) -> LawInForce:
    # Only who asks for the law pays for reading all its rules in.
    from domain.blitar.law import law_on

    return law_on(day, practice)


def _versions() -> tuple[Regulation, ...]:
    from domain.blitar.law import VERSIONS

    return VERSIONS


def _kept_rules() -> frozenset[str]:
    from domain.blitar.candidate_points import THIRTEEN_POINTS

    return frozenset(rule.id for rule in THIRTEEN_POINTS)


BLITAR: Final = Programme(
    key="blitar",
    name="Pendampingan Blitar",
    regency=BLITAR_REGENCY,
    law_on=_law_on,
    own_roles=BlitarRole,
    grants=GRANTS,
    versions=_versions,
    kept_rules=_kept_rules,
    heads=frozenset({BlitarRole.AGENCY_HEAD}),
)
