"""The regulation of Malang's stalls: one duty, and one number that it leaves to the office."""

from datetime import date
from enum import StrEnum
from typing import Final

from domain.malang.roles import PERDA, STALLS
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.parameter import DatedValue, Parameter, Unit
from domain.regulation.rules import Regulation, Rule, RuleKind
from domain.regulation.sources import OfficeDecision


class Trader(StrEnum):
    """Whom the rules are about."""

    TRADER = "trader"


MOST_STALLS: Final = Parameter(
    key="most_stalls",
    label="Kios paling banyak seorang pedagang",
    unit=Unit.TIMES,
    history=(DatedValue(date(2025, 1, 1), 2, OfficeDecision("bawaan program")),),
    office_setting=True,
)
_DUTY: Final = Rule(id="2", title="Menjaga kios", citations=(STALLS,), kind=RuleKind.RIGHT_OR_DUTY)
REGULATION: Final = Regulation(
    key="malang-kios",
    name="Kios pasar Malang",
    instrument=PERDA,
    rules_by_kind={Trader.TRADER: (_DUTY,)},
    limits_by_kind={Trader.TRADER: ()},
    item_rules=(),
    parameters={MOST_STALLS.key: MOST_STALLS},
    interpretations={},
)


def law_on(day: date, practice: Practice) -> LawInForce:
    """The regulation on a day, as the office practises it."""
    return LawInForce(REGULATION, day, practice)
