"""What the legal-basis screen lists, as it stands today, and how a search narrows it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from domain.regulation.clause_coverage import CodedClause, Coverage, coverage
from domain.regulation.described import Coding, Described
from domain.regulation.interpretations import Interpretation, Weight
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Parameter
from domain.regulation.rules import ItemRule, Regulation, Rule
from domain.regulation.sources import Citation, Instrument
from domain.regulation.trees import Resolver
from domain.regulation.wording import describe, parameter_value
from pages.parts.books import Book


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RuleEntry:
    """One provision as it reads today, shown once for all kinds of applicants that share it.

    One that is only described asks nothing of anybody.
    """

    id: str
    title: str
    kind: str
    applies_to: tuple[str, ...]
    sentence: str
    explanation: str
    citations: tuple[Citation, ...]
    readings: tuple[Interpretation, ...]
    chapter: str = ""
    haystack: str = ""
    is_described: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ClauseEntry:
    """One clause of the text, with what it is coded as."""

    clause: CodedClause
    haystack: str


@dataclass(frozen=True, slots=True, eq=False)
class NumberEntry:
    """One number of the law, or one that the office sets."""

    parameter: Parameter
    haystack: str


@dataclass(frozen=True, slots=True, eq=False)
class ReadingEntry:
    """One place that can be read in more than one way."""

    reading: Interpretation
    haystack: str


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """Everything that the screen lists, or what a search leaves of it."""

    rules: tuple[RuleEntry, ...]
    numbers: tuple[NumberEntry, ...]
    readings: tuple[ReadingEntry, ...]
    clauses: tuple[ClauseEntry, ...]
    coverage: Coverage
    instruments: tuple[Instrument, ...]
    book: Book

    def matching(self, wanted: str) -> "Listing":
        """Only what holds every word; a place such as "IV.2.d" is found with all that it contains."""
        words = [_pattern(word, self.book) for word in wanted.casefold().split()]

        def holds(haystack: str) -> bool:
            return all(word.search(haystack) for word in words)

        return replace(
            self,
            rules=tuple(entry for entry in self.rules if holds(entry.haystack)),
            numbers=tuple(entry for entry in self.numbers if holds(entry.haystack)),
            readings=tuple(entry for entry in self.readings if holds(entry.haystack)),
            clauses=tuple(entry for entry in self.clauses if holds(entry.haystack)),
        )


@lru_cache(maxsize=8)
def listing(law: LawInForce, newest: Regulation, book: Book) -> Listing:
    """Everything of a programme as it stands on the law's day; what changes a verdict comes first.

    `newest` is the regulation with all that is approved, also what begins later: numbers and instruments
    of a day to come stand beside those of today.
    """
    to_come = LawInForce(newest, law.day, law.practice)
    readings = sorted(law.interpretations.values(), key=lambda entry: entry.weight is Weight.PROCEDURE)
    covered = coverage(law.regulation)
    rules = [*_shared(_rules(law, book)), *_described(law, book)]
    return Listing(
        rules=tuple(sorted(rules, key=lambda entry: book.in_order(entry.id))),
        numbers=tuple(NumberEntry(each, _of_number(each)) for each in to_come.parameters.values()),
        readings=tuple(ReadingEntry(entry, _of_reading(entry)) for entry in readings),
        clauses=tuple(ClauseEntry(clause, _of_clause(clause)) for clause in covered.clauses),
        coverage=covered,
        instruments=newest.instruments or (newest.instrument,),
        book=book,
    )


def _rules(law: LawInForce, book: Book) -> Iterable[RuleEntry]:
    read = Resolver()
    for kind, rules in law.regulation.rules_by_kind.items():
        for rule in rules:
            entry = _entry(law, read, rule, rule.kind.value, (book.kind_label(kind),))
            yield replace(entry, chapter=book.chapter_of(rule.id))
    for item in law.regulation.item_rules:
        yield replace(_entry(law, read, item, book.item, ()), chapter=book.chapter_of(item.id))


def _described(law: LawInForce, book: Book) -> Iterable[RuleEntry]:
    """What is only described; title, considerations and headings stand with the text alone."""
    for each in law.regulation.described:
        if each.coding is not Coding.CONTEXT:
            entry = _described_entry(law, each)
            yield replace(entry, chapter=book.chapter_of(entry.id), haystack=_of_rule(entry))


def _described_entry(law: LawInForce, each: Described) -> RuleEntry:
    place = each.citation
    asked = (one for one in law.interpretations.values() if place.short in [at.short for at in one.places])
    return RuleEntry(
        id=place.short,
        title=each.title,
        kind=each.coding.label,
        applies_to=(),
        sentence="",
        explanation=each.explanation,
        citations=(place,),
        readings=tuple(asked),
        is_described=True,
    )


def _entry(
    law: LawInForce, read: Resolver, rule: Rule | ItemRule, kind: str, applies_to: tuple[str, ...]
) -> RuleEntry:
    in_use = {name: entry.in_use for name, entry in law.interpretations.items()}
    return RuleEntry(
        id=rule.id,
        title=rule.title,
        kind=kind,
        applies_to=applies_to,
        sentence=describe(read.resolve(rule.condition, in_use)) if rule.condition else "",
        explanation=rule.explanation if isinstance(rule, Rule) else "",
        citations=rule.citations,
        readings=tuple(law.interpretations[entry.id] for entry in rule.interpretations),
    )


def _shared(entries: Iterable[RuleEntry]) -> list[RuleEntry]:
    """Each provision once, with every kind of applicant for whom it reads the same."""
    found: dict[tuple[str, ...], RuleEntry] = {}
    for entry in entries:
        key = (entry.id, entry.title, entry.kind, entry.sentence, entry.explanation)
        if other := found.get(key):
            readings = {reading.id: reading for reading in other.readings + entry.readings}
            entry = replace(
                entry,
                applies_to=other.applies_to + entry.applies_to,
                readings=tuple(readings[name] for name in sorted(readings)),
            )
        found[key] = entry
    return [replace(entry, haystack=_of_rule(entry)) for entry in found.values()]


def _pattern(word: str, book: Book) -> re.Pattern[str]:
    # "III.6" is not asked for by somebody who finds "VIII.6", so a place must begin where it begins.
    begin = r"(?<![\w.])" if book.place.fullmatch(word) else ""
    return re.compile(begin + re.escape(word))


def _of_rule(entry: RuleEntry) -> str:
    asked = (f"{reading.id} {reading.question}" for reading in entry.readings)
    return _haystack(
        entry.id, entry.title, entry.kind, entry.sentence, entry.explanation,
        *entry.applies_to, *_of_places(entry.citations), *asked,
    )  # fmt: skip


def _of_clause(clause: CodedClause) -> str:
    named = (f"{use.coding.label} {use.name}" for use in clause.uses)
    return _haystack(clause.place, *named, *_of_places(use.citation for use in clause.uses))


def _of_number(parameter: Parameter) -> str:
    told: list[str] = []
    for entry in parameter.history:
        told.append(parameter_value(parameter, entry.value))
        told += _of_places([entry.source]) if isinstance(entry.source, Citation) else [str(entry.source)]
    state = ("setelan kantor",) if parameter.office_setting else ()
    return _haystack(parameter.label, *state, *told)


def _of_reading(entry: Interpretation) -> str:
    return _haystack(
        entry.id, entry.question, entry.reason, entry.recorded_because,
        *entry.rules, *(sentence for _, sentence in entry.readings), *_of_places(entry.places),
    )  # fmt: skip


def _of_places(places: Iterable[Citation]) -> list[str]:
    return [f"{place.short} {place} {place.words}" for place in places]


def _haystack(*texts: str) -> str:
    return " \n".join(texts).casefold()
