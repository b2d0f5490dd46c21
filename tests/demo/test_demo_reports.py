"""What became of the visits of Blitar's demo: proposals, letters, monthly reports, reviews."""

from collections import Counter
from datetime import date

import pytest
from sqlalchemy import select

from db.office.people import personas
from db.tables import (
    ClientRow,
    FacilitatorReviewRow,
    MonthlyReportRow,
    RecommendationBundleRow,
    UpgradeProposalRow,
    VisitRow,
)
from demo.blitar.personas import PERSONAS
from domain.blitar.reporting.recommendations import BundleState
from domain.blitar.reporting.report import ReportState
from tests.demo.loaded_demo import demo_on

TODAY = date(2026, 11, 20)


@pytest.fixture
def session():
    with demo_on(TODAY).read() as session:
        yield session


def _id_of(session, key):
    name = next(persona.name for persona in PERSONAS if persona.key == key)
    return next(person.id for person in personas(session) if person.name == name)


def test_proposals_were_decided_both_ways_and_some_wait(session):
    rows = session.scalars(select(UpgradeProposalRow)).all()
    assert Counter(row.outcome for row in rows) == {"confirmed": 5, "declined": 2, None: 4}
    head = _id_of(session, "agency_head")
    assert {row.decided_by_id for row in rows if row.outcome} == {head}
    assert head not in {row.proposed_by_id for row in rows}
    assert all(row.decided_on >= row.proposed_on for row in rows if row.outcome)
    stage = {row.id: row.stage for row in session.scalars(select(ClientRow))}
    assert all(stage[row.client_id] == "confirmed" for row in rows if row.outcome == "confirmed")
    assert all(stage[row.client_id] == "proposed" for row in rows if row.outcome is None)


def test_letters_of_recommendation_stand_in_every_state_but_returned(session):
    letters = session.scalars(select(RecommendationBundleRow)).all()
    assert {one.state for one in letters} == {*BundleState} - {BundleState.RETURNED}
    assert all("CONTOH" in one.number for one in letters if one.state != BundleState.DRAFT)
    assert all(one.number is None for one in letters if one.state == BundleState.DRAFT)
    for one in letters:
        visits = [session.get_one(VisitRow, item.visit_id) for item in one.items]
        assert visits
        assert {visit.agency for visit in visits} == {one.agency}
        assert not one.set_on or max(visit.on for visit in visits) <= one.set_on <= TODAY


def test_every_month_but_the_last_was_reported_and_one_report_corrected(session):
    told = session.scalars(select(MonthlyReportRow).order_by(MonthlyReportRow.month)).all()
    months = {row.month: row for row in told if row.version == 1}
    assert [*months] == [date(2026, month, 1) for month in range(2, 11)]
    assert [row.state for row in months.values()] == [ReportState.SENT] * 8 + [ReportState.DRAFT]
    (second,) = [row for row in told if row.version == 2]
    assert (second.state, bool(second.correction)) == (ReportState.SENT, True)
    assert months[second.month].narrative != second.narrative
    assert all(row.sent_at.date() > row.month for row in told if row.sent_at)


def test_the_two_empty_months_stand_in_their_reports_with_a_reason(session):
    sent = session.scalars(select(MonthlyReportRow).where(MonthlyReportRow.state == ReportState.SENT)).all()
    reasons = Counter(gap["reason"] for row in sent for gap in row.narrative["gaps"])
    assert reasons == {"sick": 1, "not_reported": 1, "disaster": 1}


def test_the_kepala_dinas_reviewed_both_fasilitator_in_some_months(session):
    rows = session.scalars(select(FacilitatorReviewRow)).all()
    assert len(rows) == 8
    assert len({row.staff_id for row in rows}) == 2
    assert {row.by_person_id for row in rows} == {_id_of(session, "agency_head")}
    assert all(any(told["result"] == "partly" for told in row.body["tasks"].values()) for row in rows)
