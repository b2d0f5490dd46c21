"""What each clause of a regulation is coded as, and how many of them have an entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from domain.regulation.described import Coding
from domain.regulation.rules import Regulation, RuleKind
from domain.regulation.sources import Citation

_OF_RULE: Final[Mapping[RuleKind, Coding]] = {
    RuleKind.REQUIREMENT: Coding.RULE,
    RuleKind.JUDGEMENT: Coding.RULE,
    RuleKind.PRIORITY: Coding.RULE,
    RuleKind.RIGHT_OR_DUTY: Coding.RIGHT_OR_DUTY,
    RuleKind.PROCEDURE: Coding.STEP,
}


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that names a clause: what it is, its name, and the place as it quotes it."""

    coding: Coding
    name: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class CodedClause:
    """A clause of the regulation with everything that names it; `uses` is empty where nothing does."""

    place: str
    uses: tuple[Use, ...]

    @property
    def codings(self) -> tuple[Coding, ...]:
        """What the clause is coded as, each once, in the order of `Coding`."""
        found = {use.coding for use in self.uses}
        return tuple(coding for coding in Coding if coding in found)

    @property
    def citation(self) -> Citation | None:
        """The place with a fragment of its words, where one is quoted."""
        quoted = (use.citation for use in self.uses if use.citation.words)
        return next(quoted, self.uses[0].citation if self.uses else None)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The clauses of a regulation in the order of its text, each with what it is coded as."""

    clauses: tuple[CodedClause, ...]

    @property
    def covered(self) -> int:
        """How many clauses have an entry."""
        return sum(1 for clause in self.clauses if clause.uses)

    @property
    def missing(self) -> tuple[str, ...]:
        """The places of the clauses that nothing names."""
        return tuple(clause.place for clause in self.clauses if not clause.uses)

    @property
    def sentence(self) -> str:
        """How many of how many, as the legal basis says it."""
        return f"{self.covered} dari {len(self.clauses)} ketentuan"


def coverage(regulation: Regulation) -> Coverage:
    """What every clause of a regulation is coded as, by the citations of what the program holds."""
    found: dict[str, list[Use]] = {place: [] for place in regulation.clauses}
    for use in uses(regulation):
        if use.citation.instrument is regulation.instrument and use.citation.short in found:
            found[use.citation.short].append(use)
    return Coverage(tuple(CodedClause(place, tuple(named)) for place, named in found.items()))


def uses(regulation: Regulation) -> Iterator[Use]:
    """Everything of a programme that names a place, with the place."""
    for rule in regulation.rules:
        yield from (Use(_OF_RULE[rule.kind], rule.id, one) for one in rule.citations)
    for item in regulation.item_rules:
        yield from (Use(Coding.RULE, item.id, one) for one in item.citations)
    for limits in regulation.limits_by_kind.values():
        yield from (Use(Coding.RULE, limit.title, one) for limit in limits for one in limit.citations)
    for parameter in regulation.parameters.values():
        for value in parameter.history:
            if isinstance(value.source, Citation):
                yield Use(Coding.PARAMETER, parameter.label, value.source)
    for each in regulation.described:
        yield Use(each.coding, each.title, each.citation)
    for reading in regulation.interpretations.values():
        yield from (Use(Coding.READING, reading.id, one) for one in reading.places)
