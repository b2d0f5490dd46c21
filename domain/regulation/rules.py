"""Rules, and the regulation that they make up."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from domain.regulation.described import Described
from domain.regulation.expressions import Amount, Condition
from domain.regulation.fact import Fact
from domain.regulation.interpretations import Interpretation
from domain.regulation.other_law import OtherLaw
from domain.regulation.parameter import Parameter
from domain.regulation.sources import Citation, Instrument
from domain.regulation.trees import facts_in, interpretations_in


class RuleKind(StrEnum):
    """What a provision does; only requirements and judgements enter the verdict."""

    REQUIREMENT = "syarat"
    JUDGEMENT = "penilaian"
    PRIORITY = "prioritas"
    RIGHT_OR_DUTY = "hak atau kewajiban"
    PROCEDURE = "tata cara"

    @property
    def decides(self) -> bool:
        """Whether a rule of this kind enters the verdict."""
        return self in (RuleKind.REQUIREMENT, RuleKind.JUDGEMENT)


def _all_readings(
    condition: Condition | None, rests_on: tuple[Interpretation, ...]
) -> tuple[Interpretation, ...]:
    computed = interpretations_in(condition) if condition else ()
    found = {entry.id: entry for entry in (*computed, *rests_on)}
    return tuple(found[name] for name in sorted(found))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Rule:
    """One provision: its title, its exact places, what it does, and what it asks.

    `id` is the short place ("IV.2.d"), with the subject added where one place holds several rules.
    `explanation` says in plain words what the provision means for the people concerned. `exempts` are
    the facts that take somebody out of it: met by them alone, the provision does not apply.
    """

    id: str
    title: str
    citations: tuple[Citation, ...]
    kind: RuleKind = RuleKind.REQUIREMENT
    condition: Condition | None = None
    explanation: str = ""
    rests_on: tuple[Interpretation, ...] = ()
    exempts: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError(f"{self.id}: a rule names the provision that it rests on")
        if self.kind.decides and self.condition is None:
            raise ValueError(f"{self.id}: a rule that decides needs a condition")

    @property
    def interpretations(self) -> tuple[Interpretation, ...]:
        """Every reading that the rule rests on, computed or only recorded."""
        return _all_readings(self.condition, self.rests_on)

    @property
    def place(self) -> str:
        """The short place of the first citation."""
        return self.citations[0].short


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Limit:
    """One ceiling on an amount, with the provision that sets it.

    `titles` gives the title under a reading that is not the usual one: id, letter, title.
    """

    id: str
    title: str
    citations: tuple[Citation, ...]
    amount: Amount
    titles: tuple[tuple[str, str, str], ...] = ()

    def read(self, readings: Mapping[str, str]) -> "Limit":
        """The limit with its title under the readings in use."""
        fitting = [title for name, letter, title in self.titles if readings.get(name) == letter]
        return replace(self, title=fitting[0]) if fitting else self


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ItemRule:
    """When an item of the applicant (a piece of collateral) counts, and by which provision."""

    id: str
    title: str
    citations: tuple[Citation, ...]
    condition: Condition
    concerns: Condition
    rests_on: tuple[Interpretation, ...] = ()

    @property
    def interpretations(self) -> tuple[Interpretation, ...]:
        """Every reading that the rule rests on, computed or only recorded."""
        return _all_readings(self.condition, self.rests_on)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Regulation:
    """Everything that one regulation says about one programme, by kind of applicant.

    `clauses` are the short places of all that the instrument says, `described` those that ask nothing,
    and `other_law` what stands beside it and decides nothing.
    `before` is what still counts for files that were handed in before a day, where a later instrument
    spares them.
    """

    key: str
    name: str
    instrument: Instrument
    rules_by_kind: Mapping[str, tuple[Rule, ...]]
    limits_by_kind: Mapping[str, tuple[Limit, ...]]
    item_rules: tuple[ItemRule, ...]
    parameters: Mapping[str, Parameter]
    interpretations: Mapping[str, Interpretation]
    instruments: tuple[Instrument, ...] = field(default=())
    clauses: tuple[str, ...] = ()
    described: tuple[Described, ...] = ()
    other_law: tuple[OtherLaw, ...] = ()
    before: "tuple[date, Regulation] | None" = None

    def for_filed(self, filed_on: date | None) -> "Regulation":
        """What counts for a file by the day on which it was handed in; without a day, the whole as it is."""
        if self.before is None or filed_on is None or filed_on >= self.before[0]:
            return self
        return self.before[1].for_filed(filed_on)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule of the regulation once, in the order of the kinds."""
        listed = [rule for rules in self.rules_by_kind.values() for rule in rules]
        return tuple(dict.fromkeys(listed))

    @property
    def questions(self) -> dict[str, str]:
        """The question behind every fact that the rules ask for, by the fact's key."""
        conditions = [rule.condition for rule in self.rules if rule.condition]
        return {fact.key: fact.question for one in conditions for fact in facts_in(one)}
