"""The whole programme of Perbup Blitar 3/2023, put together from its parts."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from domain.blitar.candidate_points import THIRTEEN_POINTS
from domain.blitar.clauses import CLAUSES
from domain.blitar.client_targets import COOPERATIVE_TARGETS, MICRO_TARGETS
from domain.blitar.definitions import DEFINITIONS
from domain.blitar.instruments import PERBUP_3_2023, PP_7_2021, UU_30_2014
from domain.blitar.kinds import SubjectKind
from domain.blitar.listed_clauses import LISTED_CLAUSES
from domain.blitar.other_laws import OTHER_LAWS
from domain.blitar.parameters import PARAMETERS
from domain.blitar.preamble import PREAMBLE
from domain.blitar.provisions import ENDING, OVERSIGHT, PURPOSE, USE_AND_COST, WORK
from domain.blitar.readings import READINGS
from domain.blitar.selecting.selection_rules import SELECTION
from domain.blitar.staff_status import FACILITATOR_STATUS, MENTOR_STATUS
from domain.regulation.amending import version_with
from domain.regulation.editions import kept
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.rules import Regulation, Rule

RULES_BY_KIND: dict[str, tuple[Rule, ...]] = {
    SubjectKind.CANDIDATE: (*THIRTEEN_POINTS, *SELECTION),
    SubjectKind.CLIENT_COOPERATIVE: (*COOPERATIVE_TARGETS, *PURPOSE, *USE_AND_COST),
    SubjectKind.CLIENT_MICRO: (*MICRO_TARGETS, *PURPOSE, *USE_AND_COST),
    SubjectKind.MENTOR: (*MENTOR_STATUS, *WORK, *ENDING),
    SubjectKind.FACILITATOR: (*FACILITATOR_STATUS, *OVERSIGHT, *ENDING),
}

BLITAR_MENTORING = Regulation(
    key="blitar-pendampingan",
    name="Pendampingan Blitar",
    instrument=PERBUP_3_2023,
    rules_by_kind=RULES_BY_KIND,
    limits_by_kind=dict.fromkeys(RULES_BY_KIND, ()),
    item_rules=(),
    parameters=PARAMETERS,
    interpretations=READINGS,
    instruments=(PERBUP_3_2023, PP_7_2021, UU_30_2014),
    clauses=CLAUSES,
    described=(*PREAMBLE, *DEFINITIONS, *LISTED_CLAUSES),
    other_law=OTHER_LAWS,
)

# The rules as each release read them; scripts/keep_edition.py adds one when a rule changes.
EDITIONS: Final = Path(__file__).resolve().parent / "editions"
# From the oldest to the newest; docs/contributing.md says how the next one is added.
VERSIONS = (BLITAR_MENTORING,)


@lru_cache(maxsize=32)
def law_on(day: date, practice: Practice) -> LawInForce:
    """The regulation in force on a day with every approved instrument, as the office practises it."""
    return LawInForce(version_with(VERSIONS, practice.instruments, day), day, practice)


def edition(fingerprint: str) -> Regulation | None:
    """The rules by which a kept receipt was worked out, by fingerprint; None where they are not kept."""
    return kept(EDITIONS, VERSIONS, fingerprint)
