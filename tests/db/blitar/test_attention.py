"""What needs attention is found on the day on which it begins to, and for whom it concerns."""

from datetime import timedelta

import pytest

from db.blitar.caseload.attention import attention_counts, attention_rows
from db.blitar.caseload.follow_ups import close_follow_up
from db.blitar.caseload.kinds_of_attention import ClientToVisit, FollowUpToClose, IdleMentor
from db.blitar.caseload.load import loads
from db.blitar.staffing.staff import end_service, service_of
from db.tables import StaffRow
from domain.blitar.caseload.attention import AttentionKind, needs_visit
from domain.blitar.ending import Ending, ends_soon
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.kinds import SubjectKind
from domain.blitar.law import law_on
from domain.blitar.parameters import DAYS_BEFORE_CONTRACT_END, DAYS_WITHOUT_VISIT
from domain.blitar.visiting.visit import Doer, FollowUpClosed, FollowUpState, VisitState
from domain.regulation.law_in_force import NO_PRACTICE, Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import OfficeDecision
from tests.db.blitar.caseload import VariedCaseload
from tests.db.blitar.mentoring import START, TODAY, UNTIL, WONODADI, days
from tests.db.people import NOW, an_office

LAW = law_on(TODAY, NO_PRACTICE)
NO_VISIT, FOLLOW_UPS, IDLE, NOT_SENT, CONTRACTS, DUTIES = AttentionKind


@pytest.fixture(scope="module")
def caseload(shared_database_url):
    with an_office(shared_database_url) as office:
        yield VariedCaseload(office)


@pytest.fixture
def own_caseload(database_url):
    with an_office(database_url) as office:
        yield VariedCaseload(office)


def rows(caseload, kind, actor=None, law=LAW, **more):
    with caseload.office.database.read() as session:
        return attention_rows(session, actor or caseload.facilitator, kind, law, **more)


def counts(caseload, actor=None, law=LAW):
    with caseload.office.database.read() as session:
        return attention_counts(session, actor or caseload.facilitator, law)


def on(day, **settings):
    decided = OfficeDecision("rapat", decided_by="Kepala Dinas")
    told = tuple((key, DatedValue(START, value, decided)) for key, value in settings.items())
    return law_on(day, Practice(settings=told))


@pytest.mark.parametrize(
    ("last_visit", "since", "needed"),
    [(30, 60, False), (31, 60, True), (None, 30, False), (None, 31, True), (0, 0, False)],
)
def test_thirty_days_may_pass_and_who_was_never_visited_waits_since_the_mentoring_began(
    last_visit, since, needed
):
    last_visit_on = None if last_visit is None else TODAY - days(last_visit)
    assert needs_visit(TODAY - days(since), last_visit_on, LAW) is needed


def test_the_binaan_that_wait_longest_stand_first(caseload):
    gita, cipta, eka = rows(caseload, NO_VISIT)
    assert isinstance(gita, ClientToVisit)
    assert (gita.name, gita.mentor, gita.district_code, gita.last_visit_on) == ("Gita", "", WONODADI, None)
    assert (cipta.name, cipta.mentor, cipta.last_visit_on) == ("Cipta", "Sri", TODAY - days(31))
    assert (eka.name, eka.since) == ("Eka 10%", TODAY - days(31))


def test_the_office_sets_after_how_many_days(caseload):
    patient = on(TODAY, **{DAYS_WITHOUT_VISIT.key: 31})
    assert [row.name for row in rows(caseload, NO_VISIT, law=patient)] == ["Gita"]
    strict = on(TODAY, **{DAYS_WITHOUT_VISIT.key: 29})
    found = [row.name for row in rows(caseload, NO_VISIT, law=strict)]
    assert found == ["Gita", "Cipta", "Eka 10%", "Bakti", "Dewi"][: len(found)]
    assert counts(caseload, law=strict)[NO_VISIT] == 4  # Dewi was visited today


def test_what_was_agreed_is_late_from_the_day_after(caseload):
    (late,) = rows(caseload, FOLLOW_UPS)
    assert isinstance(late, FollowUpToClose)
    assert (late.told, late.name, late.due_on, late.doer) == (
        "Daftar NIB",
        "Ani",
        TODAY - days(1),
        Doer.CLIENT,
    )
    # The next day also those of Ani and Bakti that end today; that of a draft is agreed with nobody yet.
    tomorrow = on(TODAY + days(1))
    assert sorted(row.name for row in rows(caseload, FOLLOW_UPS, law=tomorrow)) == ["Ani", "Ani", "Bakti"]


def test_a_pendamping_in_service_is_idle_until_the_first_visit_of_the_month(caseload):
    (idle,) = rows(caseload, IDLE)
    # Sri's newest visit lies in February; Budi sent one today.
    assert idle == IdleMentor(caseload.sri, "Sri", 3, TODAY - days(2))
    february = on(TODAY - days(2))
    assert [row.mentor for row in rows(caseload, IDLE, law=february)] == ["Budi"]
    gone = on(UNTIL + days(1))
    assert rows(caseload, IDLE, law=gone) == ()


def test_drafts_and_returned_visits_wait_to_be_sent(own_caseload):
    (draft,) = rows(own_caseload, NOT_SENT)
    assert (draft.name, draft.on, draft.state, draft.mentor) == ("Fajar", TODAY, VisitState.DRAFT, "Budi")
    own_caseload.send_back(own_caseload._met("Gita", TODAY - days(3)))
    returned, _ = rows(own_caseload, NOT_SENT)
    assert (returned.name, returned.state) == ("Gita", VisitState.RETURNED)
    # A returned visit is none, so Gita still waits for one.
    assert "Gita" in [row.name for row in rows(own_caseload, NO_VISIT)]


@pytest.mark.parametrize("before", [0, 1, 59, 60, 61, -1])
def test_a_contract_is_announced_from_its_day_on_as_the_domain_says(caseload, before):
    law = on(UNTIL - timedelta(days=before))
    with caseload.office.database.read() as session:
        service = service_of(session.get_one(StaffRow, caseload.sri))
    found = rows(caseload, CONTRACTS, law=law)
    assert (caseload.sri in [row.mentor_id for row in found]) is ends_soon(service.last_day, law)
    assert [row.last_day for row in found] == [UNTIL] * len(found)
    assert ends_soon(service.last_day, law) is (0 <= before <= 60)


def test_the_office_sets_how_early_a_contract_is_announced(caseload):
    law = on(UNTIL - days(5), **{DAYS_BEFORE_CONTRACT_END.key: 4})
    assert rows(caseload, CONTRACTS, law=law) == ()


def test_the_counts_are_those_of_the_rows_also_over_pages(caseload):
    law = on(UNTIL)
    told = counts(caseload, law=law)
    assert set(told) == set(AttentionKind)
    for kind in AttentionKind:
        assert told[kind] == len(rows(caseload, kind, law=law, page_size=200))
    assert told[CONTRACTS] == 2
    pages = [rows(caseload, CONTRACTS, law=law, page=page, page_size=1) for page in (1, 2, 3)]
    assert [[row.mentor for row in page] for page in pages] == [["Budi"], ["Sri"], []]


def test_a_pendamping_is_told_of_their_own_work_alone(caseload):
    told = counts(caseload, caseload.mentor, on(UNTIL))
    assert told[CONTRACTS] == 1
    assert {row.mentor for row in rows(caseload, NO_VISIT, caseload.mentor)} == {"Sri"}
    assert rows(caseload, NOT_SENT, caseload.mentor) == ()
    assert [row.mentor for row in rows(caseload, IDLE, caseload.mentor)] == ["Sri"]


def test_what_was_mended_waits_no_more(own_caseload):
    caseload = own_caseload
    assert counts(caseload)[FOLLOW_UPS] == 1
    (late,) = rows(caseload, FOLLOW_UPS)
    caseload.do(
        close_follow_up, caseload.mentor, 1, FollowUpClosed(state=FollowUpState.DONE, on=TODAY), at=NOW
    )
    assert late.told == "Daftar NIB"
    caseload._met("Gita", TODAY - days(1))  # the first of the month is of the month
    told = counts(caseload)
    assert (told[FOLLOW_UPS], told[NO_VISIT], told[IDLE]) == (0, 2, 0)


def test_who_resigns_is_announced_by_the_last_day_and_then_serves_no_more(own_caseload):
    caseload, last = own_caseload, TODAY + days(3)
    ending = Ending(ground=EndingGround.RESIGNATION, last_day=last)
    caseload.do(end_service, caseload.facilitator, caseload.sri, ending, expected_version=1, at=NOW)
    (found,) = rows(caseload, CONTRACTS)
    assert (found.mentor, found.last_day, found.clients) == ("Sri", last, 3)
    assert [row.mentor for row in rows(caseload, IDLE, law=on(last))] == ["Sri"]
    assert rows(caseload, IDLE, law=on(last + days(1))) == ()
    with caseload.office.database.read() as session:
        serving = {one.name: one.is_serving for one in loads(session, caseload.head, on(last + days(1)))}
    assert serving == {"Budi": True, "Sri": False}  # her binaan still wait to be handed over


def test_a_fasilitator_whose_contract_ends_is_named_too(own_caseload):
    facilitator = own_caseload.appoint(
        "Fajar", kind=SubjectKind.FACILITATOR, until=TODAY + days(10), appointed_on=START
    )
    (found,) = rows(own_caseload, CONTRACTS)
    assert (found.mentor_id, found.kind, found.clients) == (facilitator, SubjectKind.FACILITATOR, 0)
    assert counts(own_caseload)[IDLE] == 1
