"""The law in SQL against one at a time, on every engine: each provision, the verdict, the rupiah."""

from datetime import date

import pytest
from sqlalchemy import create_engine

from domain.blitar.law import BLITAR_MENTORING
from domain.regulation.assessment import assess
from domain.regulation.case import Case
from domain.regulation.law_in_force import LawInForce
from domain.regulation.most import most_for
from domain.regulation.truth import UNBOUNDED
from domain.sampang.law import SAMPANG_LOANS
from tests.db.law_in_sql.registers import RandomCases, Register
from tests.examples import BY_NIGHT

DAY = date(2026, 3, 2)
LAWS = [LawInForce(regulation, DAY) for regulation in (SAMPANG_LOANS, BLITAR_MENTORING)]
KINDS = [(law, str(kind)) for law in LAWS for kind in law.regulation.rules_by_kind]
MANY = 20_000 // len(KINDS) if BY_NIGHT else 30
ENGINES = ("sqlite", "postgresql", "duckdb")
ANSWERS = {0: False, 1: None, 2: True}


def expected(law: LawInForce, kind: str, case: Case) -> dict[str, object]:
    """What one-at-a-time evaluation says of a case, by the columns of the statement."""
    found = assess(law, kind, case)
    told: dict[str, object] = {f"rule_{at}": ANSWERS[one.truth] for at, one in enumerate(found.findings)}
    told |= {"verdict": str(found.verdict), "verdict_in_use": str(found.verdict_in_use)}
    told |= {"deciding_readings": len(found.deciding_readings)}
    rules = law.rules_for(kind)
    if rules.limits:
        most = most_for(rules, case)
        told |= {"amount": most.amount, "could_be": most.could_be}
        told |= {"binding": most.limits.index(most.binding)}
        for at, figure in enumerate(most.limits):
            told[f"limit_{at}_least"] = figure.least
            told[f"limit_{at}_most"] = None if figure.most >= UNBOUNDED else figure.most
    return told


def told_by(engine: str, register: Register, request: pytest.FixtureRequest) -> list[dict[str, object]]:
    if engine == "duckdb":
        return register.told_by_duckdb()
    url = "sqlite://"
    if engine == "postgresql":
        url = request.getfixturevalue("postgres_server").get_uri(driver="psycopg")
    database = create_engine(url)
    try:
        return register.told_by(database)
    finally:
        database.dispose()


@pytest.mark.parametrize(("law", "kind"), KINDS, ids=[kind for _, kind in KINDS])
def test_every_engine_tells_what_one_at_a_time_tells(
    law: LawInForce, kind: str, request: pytest.FixtureRequest
) -> None:
    made = RandomCases(law, kind, seed=19)
    cases = [made.one() for _ in range(MANY)]
    register = Register(law, kind, cases)
    wanted = [{"key_": place, **expected(law, kind, case)} for place, case in enumerate(cases)]
    for engine in ENGINES:
        found = told_by(engine, register, request)
        wrong = [(one, other) for one, other in zip(found, wanted, strict=True) if one != other]
        assert [_differing(*pair) for pair in wrong[:3]] == [], engine


def _differing(found: dict[str, object], wanted: dict[str, object]) -> dict[str, object]:
    return {name: (found.get(name), value) for name, value in wanted.items() if found.get(name) != value}
