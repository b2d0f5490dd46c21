"""Random registers of a real programme: applicants near to qualifying, with facts changed and left out."""

import random
from collections.abc import Sequence
from functools import lru_cache

import pyarrow as pa
from sqlalchemy import BigInteger, Boolean, Column, Engine, Integer, MetaData, Table, Text, insert

from db.law_in_sql.duckdb_dialect import in_duckdb
from db.law_in_sql.item_totals import Items
from db.law_in_sql.statement import LawInSql, law_in_sql
from domain.regulation.case import Case, FactValue
from domain.regulation.expressions import AmountFact, ChoiceFact, TruthFact
from domain.regulation.fact import Fact
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Unit
from domain.regulation.trees import facts_in

JUTA = 1_000_000
_EDGES = [0, 1, 4_999_999, 5 * JUTA, 5 * JUTA + 1, 30 * JUTA, 30 * JUTA + 1, 100 * JUTA, 130 * JUTA]
_SOME = {
    Unit.MONTHS: [0, 5, 11, 12, 13, 24, 25, 36, 37, 60],
    Unit.YEAR: [2002, 2010, 2011, 2012, 2013, 2015, 2016, 2020],
    Unit.WHEELS: [2, 3, 4, 6],
    Unit.TIMES: [0, 1, 2, 3],
    Unit.PEOPLE: [1, 2, 9, 19, 20, 25, 300],
    Unit.YEARS: [16, 24, 25, 35, 39, 40, 41, 60],
}


@lru_cache
def facts_of(law: LawInForce, kind: str) -> tuple[Fact, ...]:
    """Every fact that the rules and limits of a kind ask for, under any reading."""
    regulation = law.regulation
    trees = [rule.condition for rule in regulation.rules_by_kind[kind] if rule.condition]
    trees += [limit.amount for limit in regulation.limits_by_kind[kind]]
    return tuple(dict.fromkeys(fact for tree in trees for fact in facts_in(tree)))


def _value(fact: Fact, chance: random.Random) -> FactValue:
    if isinstance(fact, TruthFact):
        return chance.random() < 0.5
    if isinstance(fact, ChoiceFact):
        return str(chance.choice([*fact.choices]))
    if fact.unit is Unit.RUPIAH:
        return chance.choice([*_EDGES, chance.randrange(200 * JUTA), chance.randrange(600 * JUTA)])
    return chance.choice(_SOME[fact.unit])


def _row(facts: Sequence[Fact], chance: random.Random) -> dict[str, FactValue]:
    return {fact.key: _value(fact, chance) for fact in facts}


class RandomCases:
    """Makes cases of one kind: each starts from somebody who nearly qualifies."""

    def __init__(self, law: LawInForce, kind: str, seed: int) -> None:
        self._law, self._rules, self._chance = law, law.rules_for(kind), random.Random(seed)
        facts = facts_of(law, kind)
        self._own = [fact for fact in facts if not fact.of_item]
        self._of_item = [fact for fact in facts if fact.of_item]
        self._models = [self._nearly_qualifying() for _ in range(8)]

    def _nearly_qualifying(self) -> Case:
        chance = self._chance
        best = Case(_row(self._own, chance), self._things(), self._law.values)
        for _ in range(3):
            for fact in chance.sample(self._own, len(self._own)):
                other = best.but(**{fact.key: _value(fact, chance)})
                best = max(best, Case(other.facts, self._facts_of_things(best), best.values), key=self._met)
            best = max(best, Case(best.facts, self._things(), best.values), key=self._met)
        return best

    def _met(self, case: Case) -> int:
        return sum(self._rules.outcomes(case)[: self._rules.deciding])

    def _things(self) -> list[dict[str, FactValue]]:
        count = self._chance.randrange(4) if self._of_item else 0
        return [_row(self._of_item, self._chance) for _ in range(count)]

    @staticmethod
    def _facts_of_things(case: Case) -> list[dict[str, FactValue]]:
        return [dict(item.facts) for item in case.items]

    def one(self) -> Case:
        """One more case: some facts changed, none to three in ten not known."""
        chance = self._chance
        model, unknown = chance.choice(self._models), chance.choice([0, 0.02, 0.1, 0.3])
        changed = chance.choice([0.02, 0.1])

        def told(facts: dict[str, FactValue], asked: Sequence[Fact]) -> dict[str, FactValue]:
            now = {
                fact.key: _value(fact, chance) if chance.random() < changed else facts[fact.key]
                for fact in asked
            }
            return {key: None if chance.random() < unknown else value for key, value in now.items()}

        things = self._facts_of_things(model) if chance.random() < 0.7 else self._things()
        own = told(dict(model.facts), self._own)
        return Case(own, [told(thing, self._of_item) for thing in things], self._law.values)


def _column_type(fact: Fact) -> type:
    return Boolean if isinstance(fact, TruthFact) else BigInteger if isinstance(fact, AmountFact) else Text


def _asked(case: Case, table: Table) -> dict[str, FactValue]:
    return {key: value for key, value in case.facts.items() if key in table.columns}


class Register:
    """The tables of a register of one kind, and the statement over them."""

    def __init__(self, law: LawInForce, kind: str, cases: Sequence[Case]) -> None:
        self._facts, self._cases, self._metadata = facts_of(law, kind), cases, MetaData()
        own = [Column(fact.key, _column_type(fact)) for fact in self._facts if not fact.of_item]
        of_item = [Column(fact.key, _column_type(fact)) for fact in self._facts if fact.of_item]
        self.people = Table("people_", self._metadata, Column("id", Integer, primary_key=True), *own)
        self.things = Table("things_", self._metadata, Column("of", Integer, index=True), *of_item)
        items = Items(self.things, "of")
        self.law: LawInSql = law_in_sql(law, kind, self.people, "id", items)
        self._null_free = law_in_sql(law, kind, self.people, "id", items, is_null_free=True)

    @property
    def _rows(self) -> tuple[list[dict[str, FactValue]], list[dict[str, FactValue]]]:
        cases = list(enumerate(self._cases))
        people = [{"id": place, **_asked(case, self.people)} for place, case in cases]
        things = [{"of": place, **_asked(item, self.things)} for place, case in cases for item in case.items]
        return people, things

    def told_by(self, engine: Engine) -> list[dict[str, object]]:
        """The assessment of every row by a database, in their order."""
        people, things = self._rows
        with engine.connect() as connection:
            self._metadata.drop_all(connection)  # of the register before
            self._metadata.create_all(connection)
            connection.execute(insert(self.people), people)
            if things:
                connection.execute(insert(self.things), things)
            found = [dict(row) for row in connection.execute(self.law.statement).mappings()]
            connection.rollback()
        return sorted(found, key=lambda row: row["key_"])  # type: ignore[arg-type,return-value]

    def told_by_duckdb(self) -> list[dict[str, object]]:
        """The same by DuckDB."""
        import duckdb

        kinds = {Boolean: pa.bool_(), BigInteger: pa.int64(), Text: pa.string(), Integer: pa.int64()}
        with duckdb.connect() as connection:
            for table, rows in zip((self.people, self.things), self._rows, strict=True):
                schema = pa.schema([(one.name, kinds[type(one.type)]) for one in table.columns])
                connection.register(table.name, pa.Table.from_pylist(rows, schema=schema))
            found = connection.execute(in_duckdb(self._null_free.statement))
            names = [one[0] for one in found.description]
            told = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        return sorted(told, key=lambda row: row["key_"])  # type: ignore[arg-type,return-value]
