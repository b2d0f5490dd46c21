"""The same statement under another law: readings settled, numbers changed, provisions taken out."""

import random
from datetime import date

import pytest
from sqlalchemy import create_engine

from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.rules import Regulation
from domain.regulation.sources import Citation, Instrument
from domain.regulation.versions import amended
from domain.sampang.law import SAMPANG_LOANS
from tests.db.law_in_sql.registers import RandomCases, Register
from tests.db.law_in_sql.test_same_as_one_at_a_time import DAY, expected
from tests.examples import BY_NIGHT

DRAFT = Instrument(key="draft", name="Rancangan 1/2026", title="Perubahan", in_force_since=date(2026, 1, 1))
DRAFTS = range(30 if BY_NIGHT else 4)
KINDS = [str(kind) for kind in SAMPANG_LOANS.rules_by_kind]


def random_law(chance: random.Random) -> LawInForce:
    """A draft with some numbers halved or doubled, some provisions out, and some readings settled."""
    place = Citation(DRAFT, "Pasal 1", "Ps 1")
    numbers = [
        (key, one.on(DAY))
        for key, one in SAMPANG_LOANS.parameters.items()
        if not one.office_setting and type(one.on(DAY)) is int
    ]
    changed = {
        key: DatedValue(date(2026, 1, 1), max(1, int(value) * chance.choice([1, 2, 4]) // 2), place)
        for key, value in chance.sample(numbers, 6)
        if isinstance(value, int)
    }
    kinds = SAMPANG_LOANS.rules_by_kind.values()
    out = {chance.choice([rule.id for rule in rules if rule.condition]): None for rules in kinds}
    draft = _amended(changed, out)
    settled = tuple(
        (name, Settlement(chance.choice(entry.computed), DAY, "Kepala Dinas", "188/1"))
        for name, entry in draft.interpretations.items()
        if entry.computed and chance.random() < 0.3
    )
    return LawInForce(draft, DAY, Practice(settlements=settled))


def _amended(values: dict[str, DatedValue], rules: dict[str, None]) -> Regulation:
    return amended(SAMPANG_LOANS, DRAFT, values=values, rules=rules, spares_earlier_files=False)


@pytest.mark.parametrize("seed", DRAFTS)
def test_a_draft_is_told_alike(seed: int) -> None:
    law, kind = random_law(random.Random(seed)), KINDS[seed % len(KINDS)]
    made = RandomCases(law, kind, seed)
    cases = [made.one() for _ in range(60)]
    found = Register(law, kind, cases).told_by(create_engine("sqlite://"))
    for row, case in zip(found, cases, strict=True):
        wanted = expected(law, kind, case)
        assert {name: row.get(name, 0) for name in wanted} == wanted
