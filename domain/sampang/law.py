"""The whole programme of Perbup Sampang 20/2015, put together from its parts."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from domain.regulation.amending import version_with
from domain.regulation.editions import kept
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.rules import Regulation, Rule
from domain.sampang import amounts
from domain.sampang.business import BUSINESS_CRITERIA
from domain.sampang.clauses import CLAUSES
from domain.sampang.collateral import ITEM_RULES
from domain.sampang.conditions_of_loan import LOAN_CONDITIONS, PROPOSAL
from domain.sampang.cooperative import COOPERATIVE_CRITERIA
from domain.sampang.groups import CLUSTER_CRITERIA, MICROFINANCE_CRITERIA
from domain.sampang.instruments import PERBUP_20_2015, PP_7_2021, UU_20_2008, UU_30_2014
from domain.sampang.kinds import ApplicantKind
from domain.sampang.other_laws import OTHER_LAWS
from domain.sampang.papers import paper_rules
from domain.sampang.parameters import PARAMETERS
from domain.sampang.preamble import PREAMBLE
from domain.sampang.provision_parts import PROVISION_PARTS
from domain.sampang.readings import READINGS
from domain.sampang.rights_and_duties import RIGHTS_AND_DUTIES


def _whole(kind: ApplicantKind, criteria: tuple[Rule, ...], *amount_rules: Rule) -> tuple[Rule, ...]:
    # A koperasi's own list asks for the proposal (IV.1.g), so it is not asked twice.
    proposal = () if kind is ApplicantKind.COOPERATIVE else (PROPOSAL,)
    return (*criteria, *proposal, *amount_rules, *LOAN_CONDITIONS, *paper_rules(kind), *RIGHTS_AND_DUTIES)


_group_amounts = (
    amounts.GROUP_CEILING_RULE,
    amounts.GROUP_FLOOR_RULE,
    amounts.OTHERS_REVIEW_RULE,
)
RULES_BY_KIND: dict[str, tuple[Rule, ...]] = {
    ApplicantKind.COOPERATIVE: _whole(
        ApplicantKind.COOPERATIVE,
        COOPERATIVE_CRITERIA,
        amounts.COOP_CEILING_RULE,
        amounts.OTHERS_REVIEW_RULE,
    ),
    ApplicantKind.BUSINESS: _whole(
        ApplicantKind.BUSINESS,
        BUSINESS_CRITERIA,
        amounts.BUSINESS_CEILING_RULE,
        amounts.BUSINESS_FLOOR_RULE,
        amounts.BUSINESS_REVIEW_RULE,
    ),
    ApplicantKind.MICROFINANCE: _whole(ApplicantKind.MICROFINANCE, MICROFINANCE_CRITERIA, *_group_amounts),
    ApplicantKind.CLUSTER: _whole(ApplicantKind.CLUSTER, CLUSTER_CRITERIA, *_group_amounts),
}

SAMPANG_LOANS = Regulation(
    key="sampang-dana-bergulir",
    name="Dana bergulir Sampang",
    instrument=PERBUP_20_2015,
    rules_by_kind=RULES_BY_KIND,
    limits_by_kind={
        ApplicantKind.COOPERATIVE: amounts.COOP_LIMITS,
        ApplicantKind.BUSINESS: amounts.BUSINESS_LIMITS,
        ApplicantKind.MICROFINANCE: amounts.MICROFINANCE_LIMITS,
        ApplicantKind.CLUSTER: amounts.CLUSTER_LIMITS,
    },
    item_rules=ITEM_RULES,
    parameters=PARAMETERS,
    interpretations=READINGS,
    instruments=(PERBUP_20_2015, UU_20_2008, PP_7_2021, UU_30_2014),
    clauses=CLAUSES,
    described=(*PREAMBLE, *PROVISION_PARTS),
    other_law=OTHER_LAWS,
)

# The rules as each release read them; scripts/keep_edition.py adds one when a rule changes.
EDITIONS: Final = Path(__file__).resolve().parent / "editions"
# From the oldest to the newest; docs/contributing.md says how the next one is added.
VERSIONS = (SAMPANG_LOANS,)


@lru_cache(maxsize=32)
def law_on(day: date, practice: Practice) -> LawInForce:
    """The regulation in force on a day with every approved instrument, as the office practises it."""
    return LawInForce(version_with(VERSIONS, practice.instruments, day), day, practice)


def edition(fingerprint: str) -> Regulation | None:
    """The rules by which a kept receipt was worked out, by fingerprint; None where they are not kept."""
    return kept(EDITIONS, VERSIONS, fingerprint)
