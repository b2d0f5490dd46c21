"""What a draft changes of a law, and which provision is to blame, by hand."""

from datetime import date

import numpy as np

from domain.regulation.columns import Table
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.comparing import KindChange, Turn
from domain.regulation.policy.draft import Draft, DraftReading, DraftValue, drafted
from domain.regulation.policy.draft_checks import problems_of_draft
from domain.regulation.policy.judged import BY_READING, NO, OPEN, YES, JudgedKind
from domain.regulation.policy.register import OfKind
from domain.sampang.law import SAMPANG_LOANS

LAW = LawInForce(SAMPANG_LOANS, date(2026, 12, 1))
DRAFT = Draft(
    name="Coba",
    since=date(2026, 11, 1),
    values=(DraftValue(key="land_ceiling", value=150_000_000), DraftValue(key="yearly_interest", value=3)),
    off=("IV.2.a", "IV.2.g"),
    readings=(DraftReading(name="S-02", letter="B"),),
)


def test_a_draft_changes_all_that_it_names_and_the_law_in_force_stays():
    then = drafted(LAW, DRAFT)
    assert (then.values["land_ceiling"], then.values["yearly_interest"]) == (150_000_000, 3)
    assert {"IV.2.a", "IV.2.g"}.isdisjoint(rule.id for rule in then.regulation.rules)
    assert then.interpretations["S-02"].alternatives == ()
    assert then.readings["S-02"] == "B"
    assert LAW.values["land_ceiling"] == 100_000_000


def test_a_number_beyond_all_sense_and_a_day_before_the_law_are_refused():
    wrong = Draft(name="", since=date(2010, 1, 1), values=(DraftValue(key="yearly_interest", value=5_000),))
    assert {one.field for one in problems_of_draft(wrong, LAW)} == {"name", "since", "yearly_interest"}


def _judged(answers, **outcomes):
    columns = {name: np.array(told, np.int8) for name, told in outcomes.items()}
    lowest = np.minimum.reduce(list(columns.values()))
    size, none = len(answers), np.zeros(len(answers), np.int64)
    of = OfKind(
        kind="x",
        label="x",
        ids=none,
        numbers=("",) * size,
        filed=none,
        groups={},
        principal=none,
        months=none,
        table=Table(size, {}, {}, {}),
    )
    return JudgedKind(of, np.array(answers, np.int8), lowest, columns, None)


def test_to_blame_is_what_brought_the_verdict_down_or_held_it_there():
    # In turn: A refuses while B only becomes open; A no longer holds back; only a reading turns it.
    before = _judged([YES, NO, BY_READING], A=[2, 0, 1], B=[2, 2, 2])
    after = _judged([NO, YES, OPEN], A=[0, 2, 1], B=[1, 2, 2])
    change = KindChange(before, after)
    assert change.blames("A").tolist() == [True, True, False]
    assert change.blames("B").tolist() == [False, False, False]
    assert [change.turns(turn).tolist() for turn in Turn] == [
        [False, True, False],
        [True, False, False],
        [False, False, True],
    ]
