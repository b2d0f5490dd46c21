"""A register of elsewhere: which of its columns tells which fact, and what its cells say.

What has no column, is blank or cannot be read is not known, and is counted; it is never a "no".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from domain.labelled import Labelled
from domain.money import parse_rupiah
from domain.problems import Problem
from domain.regulation.case import FactValue
from domain.regulation.expressions import AmountFact, ChoiceFact, TruthFact
from domain.regulation.fact import Fact
from domain.regulation.largest_numbers import largest_of
from domain.regulation.parameter import Unit
from domain.regulation.policy.register import asked_by
from domain.regulation.rules import Regulation
from domain.regulation.trees import facts_in
from domain.same_letters import same_form
from domain.tabular.cell_readers import read_with, yes_no_of
from domain.tabular.sheet_cells import Cell, Unread, as_text
from domain.typed_numbers import parse_count


class MoneyUnit(Labelled):
    """In what the amounts of money of a file are written."""

    RUPIAH = "1", "rupiah"
    THOUSAND = "1000", "ribuan rupiah"
    MILLION = "1000000", "jutaan rupiah"


@dataclass(frozen=True, slots=True)
class StudyField:
    """A fact that the rules ask for, and how it is called where somebody chooses it."""

    fact: Fact
    name: str


def fields_of(regulation: Regulation, kind: str) -> tuple[StudyField, ...]:
    """Every fact that the rules and limits of a kind ask for, each with a name of its own."""
    facts = {fact.key: fact for tree in asked_by(regulation, kind) for fact in facts_in(tree)}
    found: dict[str, StudyField] = {}
    for fact in facts.values():
        name = f"Barang jaminan: {fact.question}" if fact.of_item else fact.question
        name = name if name not in found else f"{name} ({fact.key})"
        found[name] = StudyField(fact, name)
    return tuple(found.values())


def guessed(headings: Sequence[str], fields: Iterable[StudyField]) -> dict[int, StudyField]:
    """For the place of every heading that names a fact: which one; no fact twice."""
    known: dict[str, StudyField] = {}
    for one in fields:
        label = one.fact.label if isinstance(one.fact, AmountFact | ChoiceFact) else ""
        for told in (one.fact.key, label, one.name, one.fact.question):
            known.setdefault(same_form(told), one)
    found: dict[int, StudyField] = {}
    for place, heading in enumerate(headings):
        meant = known.get(same_form(heading)) if heading.strip() else None
        if meant is not None and meant not in found.values():
            found[place] = meant
    return found


@dataclass(slots=True)
class ToldColumns:
    """The facts as columns, and of each mapped fact how many cells were blank and how many unreadable."""

    size: int
    own: dict[str, list[FactValue]] = field(default_factory=dict)
    of_item: dict[str, list[FactValue]] = field(default_factory=dict)
    owners: list[int] = field(default_factory=list)
    blank: dict[str, int] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)
    examples: dict[str, str] = field(default_factory=dict)


def told_columns(
    rows: Sequence[Sequence[Cell]], places: Mapping[int, StudyField], money: MoneyUnit
) -> ToldColumns:
    """Read every mapped column; a row pledges one thing where one of its facts is told."""
    told = ToldColumns(len(rows))
    items: dict[str, list[FactValue]] = {}
    for place, one in places.items():
        column = _column(told, [row[place] if place < len(row) else None for row in rows], one, money)
        (items if one.fact.of_item else told.own)[one.fact.key] = column
    told.owners = [at for at in range(len(rows)) if any(column[at] is not None for column in items.values())]
    told.of_item = {key: [column[at] for at in told.owners] for key, column in items.items()}
    return told


def _column(told: ToldColumns, cells: Sequence[Cell], one: StudyField, money: MoneyUnit) -> list[FactValue]:
    found: list[FactValue] = []
    told.blank[one.name] = told.unread[one.name] = 0
    for cell in cells:
        value = read_cell(one.fact, cell, money)
        if isinstance(value, Unread):
            told.unread[one.name] += 1
            told.examples.setdefault(one.name, as_text(cell)[:40])
            value = None
        elif value is None:
            told.blank[one.name] += 1
        found.append(value)
    return found


def read_cell(fact: Fact, cell: Cell, money: MoneyUnit) -> FactValue | Unread:
    """What a cell says of a fact; None where it is blank."""
    value: FactValue | Unread = read_with(lambda this: _read(fact, this, money), cell)
    return value


def _read(fact: Fact, cell: Cell, money: MoneyUnit) -> FactValue | Unread:
    if isinstance(fact, TruthFact):
        answer: bool | Unread | None = yes_no_of(cell)
        return answer
    if isinstance(fact, ChoiceFact):
        return _choice(fact, cell)
    if not isinstance(fact, AmountFact):
        raise TypeError(f"{fact.key} is neither a truth, a choice nor an amount")
    unit = int(money) if fact.unit is Unit.RUPIAH else 1
    read = _amount(cell, unit, rupiah=fact.unit is Unit.RUPIAH)
    too_large = isinstance(read, int) and read > largest_of(fact.unit)
    return Unread("Lebih besar daripada yang mungkin ada di register.") if too_large else read


def _choice(fact: ChoiceFact, cell: Cell) -> FactValue | Unread:
    told = same_form(as_text(cell))
    if not told:
        return None
    for choice in fact.choices:
        if told in (same_form(choice.value), same_form(getattr(choice, "label", choice.value))):
            return choice.value
    return Unread("Tidak termasuk pilihan.")


def _amount(cell: Cell, unit: int, *, rupiah: bool) -> FactValue | Unread:
    if isinstance(cell, bool):
        return Unread("Bukan angka.")
    if isinstance(cell, int | float):
        return _whole(Fraction(str(cell)) * unit) if cell == cell and abs(cell) < 10**15 else Unread("?")
    text = as_text(cell)
    read = parse_rupiah(_with_unit(text, unit)) if rupiah else parse_count(text)
    return Unread(read.sentence) if isinstance(read, Problem) else read


def _with_unit(text: str, unit: int) -> str:
    """The text with the word of the unit; whoever writes one of their own means that."""
    word = {1: "", 10**3: " ribu", 10**6: " juta"}[unit]
    has_own = any(sign.isalpha() for sign in text.casefold().removeprefix("rp"))
    return text if has_own or not text else text + word


def _whole(amount: Fraction) -> FactValue | Unread:
    if amount.denominator != 1 or amount < 0:
        return Unread("Bukan bilangan bulat.")
    return int(amount)
