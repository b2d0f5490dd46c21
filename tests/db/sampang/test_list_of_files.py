"""The list of files counts by stage and gives the approved amounts, for those who may read applications."""

from collections import Counter

import pytest

from db.sampang.applications.application_list import Filter, counts_by_stage, list_applications
from db.sampang.origination.approved import approved_amounts
from domain.blitar.roles import BlitarRole
from domain.programme import NotAllowed
from domain.roles import OfficeRole
from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import a_lending_office

STAGES = [Stage.DRAFT, Stage.FILED, Stage.FILED, Stage.APPROVED, Stage.REFUSED]


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url) as lending:
        lending.files = [lending.file_at(stage) for stage in STAGES]
        yield lending


def test_every_stage_is_counted_and_one_that_none_has_is_left_out(lending):
    assert lending.ask(counts_by_stage, lending.member) == Counter(STAGES)


@pytest.mark.parametrize("stages", [(), (Stage.FILED,), (Stage.FILED, Stage.APPROVED), (Stage.POSTPONED,)])
def test_several_stages_let_any_of_them_through_and_none_lets_all(lending, stages):
    wanted = Filter(stages=stages)
    expected = Counter(stage for stage in STAGES if not stages or stage in stages)
    assert lending.ask(counts_by_stage, lending.member, wanted) == expected
    rows = lending.ask(list_applications, lending.member, wanted).rows
    assert Counter(row.status for row in rows) == expected


def test_one_stage_among_several_narrows_further(lending):
    wanted = Filter(stages=(Stage.FILED, Stage.APPROVED), status=Stage.APPROVED)
    assert lending.ask(counts_by_stage, lending.member, wanted) == {Stage.APPROVED: 1}


def test_only_approved_files_have_an_approved_amount(lending):
    approved = lending.files[STAGES.index(Stage.APPROVED)]
    found = lending.ask(approved_amounts, lending.member, lending.files)
    assert found == {approved: 20_000_000}
    assert lending.ask(approved_amounts, lending.member, []) == {}


@pytest.mark.parametrize("role", [BlitarRole.MENTOR, OfficeRole.LEADERSHIP, OfficeRole.ADMINISTRATOR])
def test_who_may_not_read_applications_learns_neither_counts_nor_amounts(lending, role):
    with pytest.raises(NotAllowed):
        lending.ask(counts_by_stage, lending.people[role])
    with pytest.raises(NotAllowed):
        lending.ask(approved_amounts, lending.people[role], lending.files)
