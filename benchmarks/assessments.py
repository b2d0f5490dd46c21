"""How fast applications are assessed: one at a time with reasons, and many at once over columns.

Run `python benchmarks/assessments.py`; `--help` lists the sizes. Best and median of several runs.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from domain.regulation.assessment import assess
from domain.regulation.case import Case
from domain.regulation.columns import Table, joint_truths
from domain.regulation.columns_in_doubt import case_of_row, verdicts_in_doubt
from domain.regulation.expressions import AmountFact, TruthFact
from domain.regulation.fact import Fact
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Unit
from domain.regulation.trees import facts_in
from domain.regulation.truth import MET, UNBOUNDED
from domain.sampang.application import (
    Applicant,
    BusinessAnswers,
    Collateral,
    EarlierLoan,
    Judgement,
    LoanApplication,
)
from domain.sampang.case_of import case_of
from domain.sampang.eligibility import examine
from domain.sampang.facts import OPINIONS
from domain.sampang.kinds import (
    ApplicantKind,
    CollateralKind,
    CreditHistory,
    LandSituation,
    MaritalStatus,
    Plate,
    Premises,
    PriceLetter,
    Purpose,
)
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.papers import PAPERS

DAY = date(2026, 3, 2)
KIND = ApplicantKind.BUSINESS
JUTA = 1_000_000
COMBINED = 10_000


# ---- applications one at a time ------------------------------------------------------------------
def applications(count: int, chance: random.Random) -> list[LoanApplication]:
    """A caseload: three in five complete, the others with blanks here and there."""
    return [_application(chance, chance.random() < 0.6) for _ in range(count)]


def _application(chance: random.Random, complete: bool) -> LoanApplication:
    def told(value: object) -> object:
        return value if complete or chance.random() < 0.7 else None

    opinion = Judgement(chance.random() < 0.95, "Siti", DAY, "hasil survei")
    return LoanApplication(
        applicant=Applicant(kind=KIND, name="Contoh", marital_status=told(chance.choice([*MaritalStatus]))),
        amount=told(chance.randrange(1, 120) * JUTA),
        term_months=told(chance.choice([12, 24, 36])),
        purpose=told(chance.choice([Purpose.WORKING_CAPITAL] * 9 + [Purpose.MIXED])),
        filed_on=told(DAY),
        credit_history=told(chance.choice([*CreditHistory])),
        on_red_list=told(chance.random() < 0.03),
        business=BusinessAnswers(
            founded_on=told(date(chance.randrange(2010, 2026), 3, 1)),
            active_since=told(date(chance.randrange(2010, 2026), 3, 1)),
            net_assets=told(chance.randrange(10, 600) * JUTA),
            annual_sales=told(chance.randrange(50, 4_000) * JUTA),
            has_licence=told(chance.random() < 0.8),
            premises=told(chance.choice([*Premises])),
            lease_from=told(date(2025, 1, 1)),
            lease_until=told(date(chance.randrange(2026, 2030), 12, 31)),
            business_arrears=told(chance.random() < 0.05),
            owner_arrears=told(chance.random() < 0.05),
            spouse_arrears=told(chance.random() < 0.05),
        ),
        earlier=EarlierLoan(borrowed_before=told(False)),
        collateral=tuple(_thing(chance, told) for _ in range(chance.randrange(1, 3))),
        collateral_complete=told(True),
        papers={paper.code: complete or chance.random() < 0.7 for paper in PAPERS},
        judgements={fact.key: opinion for fact in OPINIONS if complete or chance.random() < 0.7},
    )


def _thing(chance: random.Random, told: Callable[[object], object]) -> Collateral:
    kind = chance.choice([CollateralKind.LAND, CollateralKind.VEHICLE])
    return Collateral(
        kind=kind,
        value=told(chance.randrange(5, 160) * JUTA),
        assessed_by="Rahmat" if told(True) else "",
        owned_by_applicant=told(chance.random() < 0.8),
        power_of_attorney=told(chance.random() < 0.7),
        situation=told(chance.choice([*LandSituation])),
        price_letter=told(chance.choice([*PriceLetter])),
        wheels=told(chance.choice([2, 4])),
        year=told(chance.randrange(2003, 2020)),
        title_year=told(2020),
        plate=told(chance.choice([*Plate])),
        sale_receipt=told(chance.random() < 0.7),
    )


def with_reasons(law: LawInForce, cases: list[Case], *, combining: bool = True) -> int:
    """Assess each case and read why, for every provision that is not met or not known.

    `combining` looks at every combination of readings for the verdict, else only at those in use.
    """
    read = 0
    for case in cases:
        found = assess(law, KIND, case)
        read += len(found.verdict if combining else found.verdict_in_use)
        for finding in found.findings:
            if finding.truth is not MET:
                read += len(finding.reasons)
    return read


# ---- applicants as columns -----------------------------------------------------------------------
_RANGES = {"principal": 120 * JUTA, "value": 160 * JUTA, "last_loan": 100 * JUTA}
_BY_UNIT = {Unit.MONTHS: (0, 48), Unit.YEAR: (2002, 2020), Unit.WHEELS: (2, 5)}


def columns(size: int, facts: list[Fact], chance: np.random.Generator) -> Table:
    """A register of applicants with 30 % unknown facts and one or two pledged things each."""
    starts = np.concatenate(([0], np.cumsum(chance.integers(1, 3, size))))
    items = _table(int(starts[-1]), [fact for fact in facts if fact.of_item], chance)
    whole = _table(size, [fact for fact in facts if not fact.of_item], chance)
    return Table(size, whole.truths, whole.choices, whole.amounts, items, starts)


def _table(size: int, facts: list[Fact], chance: np.random.Generator) -> Table:
    truths, choices, amounts = {}, {}, {}
    for fact in facts:
        unknown = chance.random(size) < 0.3
        if isinstance(fact, TruthFact):
            truths[fact.key] = np.where(unknown, 1, 2 * chance.integers(0, 2, size)).astype(np.int8)
        elif isinstance(fact, AmountFact):
            low, high = _BY_UNIT.get(fact.unit, (0, _RANGES.get(fact.key, 50 * JUTA)))
            value = chance.integers(low, high, size)
            amounts[fact.key] = (np.where(unknown, 0, value), np.where(unknown, UNBOUNDED, value))
        else:
            code = chance.integers(0, len(fact.choices), size)  # type: ignore[attr-defined]
            choices[fact.key] = np.where(unknown, -1, code).astype(np.int8)
    return Table(size, truths, choices, amounts)


# ---- measuring -----------------------------------------------------------------------------------
def speeds(work: Callable[[], object], units: int, runs: int) -> tuple[float, float]:
    """Units a second: the best and the median of several runs."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return units / min(taken), units / statistics.median(taken)


def told(name: str, found: tuple[float, float], against: float | None = None) -> float:
    best, median = found
    ratio = f"{best / against:9.1f}x" if against else ""
    print(f"{name:<44}{best:>13,.0f}{median:>13,.0f}{ratio}")
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000, 1_000_000])
    parser.add_argument("--one-at-a-time", type=int, default=4_000)
    parser.add_argument("--sample", type=int, default=1_000, help="rows compared one at a time")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()

    law = LawInForce(SAMPANG_LOANS, DAY)
    caseload = applications(asked.one_at_a_time, random.Random(20))
    cases = [case_of(application, law) for application in caseload]
    print(f"{'assessments a second':<44}{'best':>13}{'median':>13}{'ratio':>10}")
    single = told(
        "one at a time, as in use, with reasons",
        speeds(lambda: with_reasons(law, cases, combining=False), len(cases), asked.runs),
    )
    told(
        "the same, with every combination of readings",
        speeds(lambda: with_reasons(law, cases), len(cases), asked.runs),
        single,
    )
    some = caseload[: max(1, len(caseload) // 20)]
    told(
        "whole examination from the application",
        speeds(lambda: [examine(application, law) for application in some], len(some), asked.runs),
    )
    for size in asked.sizes:
        over_columns(law, size, asked, single)
    print(f"exact on {asked.sample:,} rows of each size")


def over_columns(law: LawInForce, size: int, asked: argparse.Namespace, single: float) -> None:
    """Time a register of one size, after comparing some of its rows with assessing them one at a time."""
    rules = law.rules_for(KIND)
    conditions = [read.condition for read in rules.rules[: rules.deciding]]
    every = rules.in_doubt.readings.conditions
    facts = list(dict.fromkeys(fact for condition in every for fact in facts_in(condition)))
    table = columns(size, facts, np.random.default_rng(size))
    found = joint_truths(conditions, table, law.values)
    for row in np.random.default_rng(1).integers(0, size, asked.sample):
        outcomes = rules.outcomes(case_of_row(table, int(row), facts, law.values))[: rules.deciding]
        if min(outcomes) != found[row]:
            raise SystemExit(f"row {row}: columns {found[row]}, one at a time {min(outcomes)}")

    def read(part: Table) -> object:
        return joint_truths(conditions, part, law.values)

    told(f"columns, {size:,} applicants, one thread", speeds(lambda: read(table), size, asked.runs), single)
    half = [table.rows(0, size // 2), table.rows(size // 2, size)]
    with ThreadPoolExecutor(2) as pool:
        both = speeds(lambda: list(pool.map(read, half)), size, asked.runs)
    told(f"columns, {size:,} applicants, two threads", both, single)
    some = table.rows(0, min(size, COMBINED))
    combined = speeds(lambda: verdicts_in_doubt(rules, some, law.values), some.size, 1)
    told(f"columns, {some.size:,} applicants, every combination", combined, single)


if __name__ == "__main__":
    main()
