"""What a click on a bar of Ringkasan opens is what the bar counts."""

import pytest

from db.blitar.caseload.client_filters import ClientFilter
from db.blitar.caseload.explorer import explore
from db.blitar.headlines import blitar_summary
from db.office.practice import law_of
from db.sampang.headlines import sampang_summary
from db.sampang.servicing.behind import running_loans
from domain.blitar.caseload.progress import Movement
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.sampang.roles import SampangRole
from domain.sampang.servicing.ageing import AGES
from pages.parts.store import today


def test_each_bar_of_arrears_opens_as_many_loans_as_it_counts(office):
    lead = office.by_role[SampangRole.TEAM_LEAD]
    with office.database.read() as session:
        counted = sampang_summary(session, lead, today()).late
        opened = {age: running_loans(session, lead, today(), age=age) for age in AGES if age.first}
    assert {age: total for age, (_, total) in opened.items()} == {
        age: one.loans for age, one in counted.items()
    }
    assert sum(one.loans for one in counted.values()) > 0
    for age, (rows, _) in opened.items():
        assert all(age.holds(max(one.months, 1)) for one in rows)


@pytest.mark.parametrize("movement", [Movement.UP, Movement.SAME, Movement.DOWN])
def test_each_part_of_a_goals_bar_opens_as_many_binaan_as_it_counts(office, movement):
    head = office.by_role[BlitarRole.AGENCY_HEAD]
    with office.database.read() as session:
        law = law_of(session, BLITAR, today())
        goals = blitar_summary(session, head, today(), days=30).goals
        for one in goals:
            wanted = ClientFilter(goal=one.goal, movement=movement)
            found = explore(session, head, wanted, law)
            assert found.counts.fitting == one.by_movement[movement], one.goal
