"""What a draft changes, in words: each with its place, the value in force, and the value of the draft."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from domain.regulation.interpretations import Interpretation
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Parameter, Value
from domain.regulation.policy.draft import LONGEST_NAME, Draft
from domain.regulation.policy.judged import BY_READING, NO, OPEN, YES
from domain.regulation.rules import Regulation
from domain.regulation.sources import Citation
from domain.regulation.trees import parameters_in
from domain.regulation.wording import parameter_value

ANSWER_LABELS = {
    YES: "Memenuhi",
    NO: "Tidak memenuhi",
    OPEN: "Belum diketahui",
    BY_READING: "Bergantung tafsir",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a draft changes: its place, what it is, what is in force, and what the draft says."""

    place: str
    what: str
    before: str
    after: str


def changes_told(draft: Draft, law: LawInForce) -> tuple[Change, ...]:
    """Everything that a draft changes of the law in force."""
    values: list[tuple[str, Value]] = [(one.key, one.value) for one in draft.values]
    values += [(one.key, one.choice) for one in draft.choices]
    found = []
    for key, value in values:
        number = law.parameters[key]
        told = value_in_force(number, law), parameter_value(number, value)
        found.append(Change(place_of(number, law.day), number.label, *told))
    titles = {rule.id: rule.title for rule in law.regulation.rules}
    found += [Change(name, titles[name], "berlaku", "dihapus") for name in draft.off]
    for reading in draft.readings:
        entry = law.interpretations[reading.name]
        state = "" if entry.settlement else " (belum ditetapkan)"
        places = ", ".join(one.short for one in entry.places)
        read = f"{entry.in_use}{state}", reading_told(entry, reading.letter)
        found.append(Change(places, f"Tafsir {entry.id}", *read))
    return tuple(found)


def name_told(draft: Draft, law: LawInForce) -> str:
    """A name for a draft by the first thing that it changes, and how many others there are."""
    changes = changes_told(draft, law)
    if not changes:
        return draft.name
    first, others = changes[0], len(changes) - 1
    more = f" dan {others} lainnya" if others else ""
    told = f"{first.what} {first.after}"
    room = LONGEST_NAME - len(more)
    return (told if len(told) <= room else f"{told[: room - 1]}…") + more


def place_of(parameter: Parameter, day: date) -> str:
    """The short place that sets a number on a day; for an office setting that it is one."""
    entry = parameter.entry_on(day)
    if entry is not None and isinstance(entry.source, Citation):
        return entry.source.short
    return "ketetapan kantor"


def value_in_force(parameter: Parameter, law: LawInForce) -> str:
    """The value on the day, as people read it."""
    return parameter_value(parameter, law.values[parameter.key])


def number_told(parameter: Parameter, law: LawInForce) -> str:
    """A number in a list to choose from: its place, name and value, and whether verdicts do not ask it."""
    aside = "" if parameter.key in asked_in_verdicts(law) else " · tidak memengaruhi putusan"
    return f"{place_of(parameter, law.day)} · {parameter.label} ({value_in_force(parameter, law)}){aside}"


def asked_in_verdicts(law: LawInForce) -> frozenset[str]:
    """The numbers that some provision or ceiling reckons with."""
    return _asked_in_verdicts(law.regulation)


# A list to choose from asks for each of its numbers.
@lru_cache(maxsize=64)
def _asked_in_verdicts(regulation: Regulation) -> frozenset[str]:
    rules = [rule.condition for rule in regulation.rules if rule.condition]
    limits = [one.amount for several in regulation.limits_by_kind.values() for one in several]
    return frozenset(one.key for tree in [*rules, *limits] for one in parameters_in(tree))


def reading_told(entry: Interpretation, letter: str) -> str:
    """One reading by its letter and what it says."""
    return f"{letter}: {entry.wording(letter)}"
