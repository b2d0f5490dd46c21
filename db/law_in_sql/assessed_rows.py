"""Every row under the readings in use, and whether any combination of readings could give another verdict."""

from collections.abc import Sequence
from enum import Enum, auto
from functools import cached_property, reduce
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    String,
    and_,
    case,
    cast,
    column,
    false,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    type_coerce,
)

from db.law_in_sql.amounts_in_sql import Span, Truth
from db.law_in_sql.base_rows import Codes, codes_in, columns_for, null_free_columns
from db.law_in_sql.item_totals import OWNER, Items, ItemTotals, item_columns
from db.law_in_sql.named import Named
from db.law_in_sql.plain_writer import PlainWriter, shared_in
from db.law_in_sql.tied_readings import tied_readings, turning_on
from db.law_in_sql.waiting_writer import WaitingWriter, waits_for_facts
from db.law_in_sql.whole_numbers import Code, not_far, smaller, whole
from domain.regulation.assessment import Verdict
from domain.regulation.expressions import Condition
from domain.regulation.fact import Fact
from domain.regulation.law_in_force import Alternative, KindRules, LawInForce
from domain.regulation.trees import facts_in

KEY: Final = "key_"
IN_USE: Final = "verdict_in_use"


class Depth(Enum):
    """How much is asked: the truth of the rules, the verdict in use and amounts, or over all readings."""

    TRUTH = auto()
    IN_USE = auto()
    OVER_READINGS = auto()


class AssessedRows:
    """What a statement over one register needs to know of the rules of one kind."""

    def __init__(
        self,
        law: LawInForce,
        rules: KindRules,
        register: FromClause,
        key: str,
        items: Items | None,
        *,
        is_null_free: bool = False,
        codes: bool = False,
    ) -> None:
        self.is_null_free, self.codes = is_null_free, codes
        self.values, self.rules = law.values, rules
        self.register, self.key, self.items = register, register.c[key], items
        self.in_use = [read.condition for read in rules.rules]
        self.deciding = self.in_use[: rules.deciding]
        self.open = rules.in_doubt.readings.conditions[: rules.deciding]
        self.others = [one for one in rules.alternatives if _decides(one, rules)]
        changed = [condition for one in self.others for _, condition in one.changed]
        self.roots = [*self.in_use, *self.open, *changed, *(amount for _, amount in rules.limits)]
        self.asked = shared_in(self.roots)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact that is asked for, once."""
        return tuple({fact.key: fact for root in self.roots for fact in facts_in(root)}.values())

    @cached_property
    def tied(self) -> tuple[str, ...]:
        """The open readings that have to be held to look at the rules part by part."""
        return tied_readings(self.open, tuple(self.rules.in_doubt.readings.letters))

    def statement(self, depth: Depth) -> Select[Any]:
        """The rows with their outcomes, amounts and verdict in use."""
        return _Statement(self).select(depth)

    def own_facts(self) -> list[ColumnElement[Any]]:
        """The columns of the register that the rules read."""
        own = [fact for fact in self.facts if not fact.of_item]
        return (null_free_columns if self.is_null_free else columns_for)(own, self.register)

    def choice_codes(self, of_item: bool) -> Codes | None:
        """By which numbers choices are told, where nothing may be NULL."""
        if not self.is_null_free:
            return None
        rows = self.items.rows if of_item and self.items else self.register
        return codes_in([fact for fact in self.facts if fact.of_item is of_item], rows)

    def item_columns(self, items: Items) -> list[ColumnElement[Any]]:
        """The items with what is asked of them."""
        return item_columns(items, self.facts, self.is_null_free)


def _decides(other: Alternative, rules: KindRules) -> bool:
    return any(place < rules.deciding for place, _ in other.changed)


class _Statement:
    def __init__(self, rows: AssessedRows) -> None:
        self._rows, self._rules = rows, rows.rules
        self.named = Named("c_", rows.choice_codes(False))
        self.totals = ItemTotals(rows.asked, rows.values, rows.choice_codes(True)) if rows.items else None
        self.plain = PlainWriter(self.named, rows.asked, rows.values, self.totals)

    def select(self, depth: Depth) -> Select[Any]:
        outcomes = [self.plain.column_of(condition) for condition in self._rows.in_use]
        together = self.named.put(and_(*outcomes[: self._rules.deciding]))
        wanted: dict[str, ColumnElement[Any]] = {KEY: column(KEY)}
        if depth is Depth.TRUTH:
            return self._over({**wanted, "truth_": Code(together)})
        told: list[Any] = [Code(found) for found in outcomes] if self._rows.codes else [*outcomes]
        wanted |= {f"rule_{place}": found for place, found in enumerate(told)}
        wanted |= self._limits()
        if depth is Depth.OVER_READINGS:  # the verdict is told where other readings are asked, too
            wanted |= {"truth_": Code(together), "is_firm_": self._firm()}
        else:
            wanted[IN_USE] = verdict_in_use(self.plain, self.totals, self._rows.deciding, together)
        return self._over(wanted)

    def _over(self, wanted: dict[str, ColumnElement[Any]]) -> Select[Any]:
        if self.totals:
            self.named.closed |= self.totals.closed
        return self.named.over(self._base(), wanted)

    def _base(self) -> Select[Any]:
        rows = self._rows
        columns = [rows.key.label(KEY), *rows.own_facts()]
        if self.totals is None or rows.items is None or not self.totals.are_asked:
            return select(*columns)
        totals = self.totals.over(select(*rows.item_columns(rows.items)), ()).subquery("totals_")
        joined = rows.register.outerjoin(totals, totals.c[OWNER] == rows.key)
        return select(*columns, *self.totals.joined(totals)).select_from(joined)

    def _limits(self) -> dict[str, ColumnElement[Any]]:
        spans = [self.plain.columns_of(amount) for _, amount in self._rules.limits]
        if not spans:
            return {}
        told: dict[str, ColumnElement[Any]] = {}
        for place, span in enumerate(spans):
            told[f"limit_{place}_least"] = whole(span.low)
            told[f"limit_{place}_most"] = _or_open(span)
        least = reduce(smaller, (span.low for span in spans))
        told["amount"] = amount = self.named.put(whole(least))
        most = not_far(reduce(smaller, (span.far for span in spans)))
        told["could_be"] = cast(literal(None), amount.type) if most is None else whole(most)
        binding: list[Any] = [(whole(span.low) == amount, number(place)) for place, span in enumerate(spans)]
        told["binding"] = type_coerce(case(*binding), Integer)
        return told

    def _firm(self) -> Truth:
        """Whether a provision is not met on which no open reading turns: then no reading helps."""
        turns = turning_on(tuple(self._rules.in_doubt.readings.letters))
        still = [one for one in self._rows.open if not turns(one)]
        failed = [not_(self.plain.column_of(one)) for one in still]
        return func.coalesce(or_(*failed), false(), type_=Boolean) if failed else false()


def verdict_in_use(
    plain: PlainWriter, totals: ItemTotals | None, deciding: Sequence[Condition], together: Truth
) -> ColumnElement[str]:
    """The verdict under the readings in use; an open one waits for facts, or for an opinion alone."""
    any_open, fact_open = (WaitingWriter(plain, totals, opinions) for opinions in (True, False))
    waits = [waits_for_facts(one, plain, any_open, fact_open) for one in deciding]
    waiting = or_(*(one for one in waits if not isinstance(one, bool)))
    return type_coerce(
        case(
            (together, str(Verdict.QUALIFIES)),
            (not_(together), str(Verdict.NOT_QUALIFIED)),
            (waiting, str(Verdict.INCOMPLETE)),
            else_=str(Verdict.NEEDS_JUDGEMENT),
        ),
        String,
    )


def number(value: int) -> ColumnElement[int]:
    """A small number as it stands in the text of the statement."""
    return literal_column(str(value), Integer())


def _or_open(span: Span) -> ColumnElement[int]:
    return cast(literal(None), whole(0).type) if span.high is None else whole(span.high)
