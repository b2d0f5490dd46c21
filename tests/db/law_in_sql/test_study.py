"""A register of elsewhere, studied in memory: every row as one at a time, and the counts of them."""

from collections import Counter

from db.law_in_sql.study import study
from domain.regulation.assessment import assess
from domain.regulation.case import Case
from domain.regulation.law_in_force import LawInForce
from domain.regulation.most import most_for
from domain.regulation.policy.study_columns import MoneyUnit, fields_of, told_columns
from domain.sampang.kinds import ApplicantKind
from domain.sampang.law import SAMPANG_LOANS
from tests.db.law_in_sql.registers import RandomCases
from tests.db.law_in_sql.test_same_as_one_at_a_time import ANSWERS, DAY

LAW, KIND = LawInForce(SAMPANG_LOANS, DAY), ApplicantKind.BUSINESS


def _cell(value):
    return "ya" if value is True else "tidak" if value is False else value


def test_a_study_is_one_assessment_for_every_row():
    fields = fields_of(SAMPANG_LOANS, KIND)
    made = RandomCases(LAW, KIND, seed=5)
    cases = [made.one() for _ in range(40)]
    cases = [Case(case.facts, [item.facts for item in case.items[:1]], case.values) for case in cases]
    rows = [
        [
            _cell((case.items[0].facts if case.items else {}).get(one.fact.key))
            if one.fact.of_item
            else _cell(case.facts[one.fact.key])
            for one in fields
        ]
        for case in cases
    ]
    found = study(LAW, KIND, fields, told_columns(rows, dict(enumerate(fields)), MoneyUnit.RUPIAH))
    one_by_one = [assess(LAW, KIND, case) for case in cases]
    amounts = [most_for(LAW.rules_for(KIND), case).amount for case in cases]
    wanted = [
        (at, str(one.verdict), amounts[at], *(ANSWERS[finding.truth] for finding in one.findings))
        for at, one in enumerate(one_by_one)
    ]
    assert list(found.rows) == wanted
    counted = {verdict: count for verdict, count in found.verdicts.items() if count}
    assert counted == Counter(one.verdict for one in one_by_one)
    assert (found.amounts.added, found.amounts.largest) == (sum(amounts), max(amounts))
    for at, one in enumerate(found.provisions):
        outcomes = Counter(each.findings[at].truth for each in one_by_one)
        assert (one.not_met, one.unknown, one.met) == (outcomes[0], outcomes[1], outcomes[2])


def test_a_register_with_one_column_leaves_all_else_unknown():
    fields = {one.fact.key: one for one in fields_of(SAMPANG_LOANS, KIND)}
    told = told_columns([[1_000_000]], {0: fields["principal"]}, MoneyUnit.RUPIAH)
    found = study(LAW, KIND, list(fields.values()), told)
    assert all(
        one.not_met == 0 for one in found.provisions if one.decides and one.rule.id != "VIII.1.b/minimal"
    )
    assert found.amounts.some == 0
