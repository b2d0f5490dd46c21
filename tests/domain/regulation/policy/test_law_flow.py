"""The picture of the law: every provision once, and its numbers are those of one assessment at a time."""

import random
from functools import lru_cache

import pytest

from domain.regulation.assessment import assess
from domain.regulation.case import Case
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.judged import judged
from domain.regulation.policy.law_flow import law_flow
from domain.regulation.policy.register import Subject
from tests.domain.regulation.policy.test_what_if import DAY, OF, _case, _register

KINDS = [(name, str(kind)) for name, (_, kinds) in OF.items() for kind in kinds]
of_each = pytest.mark.parametrize(("programme", "kind"), KINDS)
SUBJECTS = 60


def law_of(programme):
    return LawInForce(OF[programme][0], DAY)


@lru_cache
def subjects(programme, kind):
    chance = random.Random(f"{programme}{kind}")
    return [
        Subject(id=n, number=f"{n}", case=_case(programme, kind, chance), groups=(kind,))
        for n in range(SUBJECTS)
    ]


@of_each
def test_every_provision_of_a_kind_stands_in_it_once_and_those_that_decide_in_the_order_of_judging(
    programme, kind
):
    law = law_of(programme)
    flow, regulation = law_flow(law, kind), law.regulation
    limits = [one.id for one in regulation.limits_by_kind.get(kind, ())]
    assert sorted(one.id for one in flow.nodes) == sorted(
        [*(one.id for one in regulation.rules_by_kind[kind]), *limits]
    )
    asked = [one.id for one in regulation.rules_by_kind[kind] if one.kind.decides]
    assert [one.id for one in flow.deciding] == asked
    assert [one.number for one in flow.nodes] == list(range(1, len(flow.nodes) + 1))


@of_each
def test_the_numbers_at_the_nodes_are_those_of_one_assessment_at_a_time(programme, kind):
    law, of_kind = law_of(programme), subjects(programme, kind)
    register = _register(law.regulation, {kind: of_kind})
    flow = law_flow(law, kind, judged(register, law).kinds[0])
    values = law.values
    found = [
        assess(law, kind, Case(one.case.facts, [item.facts for item in one.case.items], values))
        for one in of_kind
    ]
    order = [node.id for node in flow.deciding]
    truths = [{each.rule.id: int(each.truth) for each in one.findings} for one in found]
    first_no = [next((name for name in order if one[name] == 0), None) for one in truths]
    for node in flow.deciding:
        counted = node.counted
        at = [one[node.id] for one in truths]
        assert (counted.not_met, counted.unknown, counted.met) == tuple(map(at.count, (0, 1, 2))), node.id
        assert counted.out == first_no.count(node.id), node.id
    answers = [one.verdict.answer for one in found]
    assert dict(flow.answers) == {name: answers.count(name) for name, _ in flow.answers}
    assert flow.size == SUBJECTS


def test_what_can_be_read_in_two_ways_is_marked_until_somebody_settles_it():
    flow = law_flow(law_of("sampang"), "business")
    marked = {one.place: one.readings for one in flow.nodes if one.readings}
    # S-10: principal with or without interest (IV.2.g).
    assert "S-10" in marked["IV.2.g"]
