"""The Monday digest counts as the screens do, and last week's visits by hand."""

import pytest

from db.blitar.caseload.attention import attention_counts
from db.blitar.reporting.monday import monday_digest
from db.blitar.staffing.week_plans import save_week_plan
from domain.blitar.caseload.attention import AttentionKind
from domain.blitar.law import law_on
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where
from domain.regulation.law_in_force import NO_PRACTICE
from tests.db.blitar.caseload import VariedCaseload
from tests.db.blitar.mentoring import TODAY, days
from tests.db.blitar.visiting import a_visit
from tests.db.people import NOW, a_nonce, an_office

LAW = law_on(TODAY, NO_PRACTICE)  # 2 March 2026, a Monday


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield VariedCaseload(office)


def digest(caseload, actor=None, law=LAW):
    with caseload.office.database.read() as session:
        return monday_digest(session, actor or caseload.facilitator, law)


def of(caseload, name, **more):
    return next(one for one in digest(caseload, **more).mentors if one.name == name)


def test_every_kind_is_counted_as_on_binaan(caseload):
    with caseload.office.database.read() as session:
        counts = attention_counts(session, caseload.facilitator, LAW)
    told = {part.label: part.count for part in digest(caseload).parts}
    assert told == {kind.label: counts[kind] for kind in AttentionKind}


def test_the_first_of_a_kind_are_told_in_words(caseload):
    (visits, *_) = digest(caseload).parts
    assert visits.first[1] == "Cipta: 31 hari lalu, 30 Januari 2026 (Sri)"


def test_what_a_fasilitator_sent_waits_for_another_and_not_for_them(caseload):
    # The first Fasilitator sent Dewi's visit for Budi; only the other one can verify it.
    assert (digest(caseload).to_verify, digest(caseload, caseload.other_facilitator).to_verify) == (0, 1)


def test_last_week_runs_from_monday_to_sunday(caseload):
    # Ani was visited on Saturday 28 February, Dewi on Monday 2 March: this week.
    assert (of(caseload, "Sri").visits_last_week, of(caseload, "Budi").visits_last_week) == (1, 0)


def test_a_draft_is_no_visit_of_last_week(caseload):
    met = a_visit(caseload.sri, caseload.ids["Bakti"], TODAY - days(3))
    caseload.save(met, send=False, actor=caseload.mentor)
    assert of(caseload, "Sri").visits_last_week == 1


def test_only_a_plan_with_something_in_it_is_a_plan(caseload):
    for slots in ((), (Slot(day=TODAY, where=Where.OFFICE),)):
        plan = WeekPlan(mentor_id=caseload.sri, monday=TODAY, slots=slots)
        more = {"expected_version": 1} if slots else {}
        caseload.do(save_week_plan, caseload.mentor, plan, nonce=a_nonce(), at=NOW, **more)
        assert of(caseload, "Sri").is_planned is bool(slots)


def test_who_has_most_to_visit_stands_first_and_by_name_after_that(caseload):
    assert [one.name for one in digest(caseload).mentors] == ["Budi", "Sri"]
