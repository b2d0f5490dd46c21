"""What waits is kept by the verbs, and is at every moment what a count over the rows gives."""

from collections import Counter, defaultdict
from dataclasses import replace
from random import Random

import pytest
from sqlalchemy import select

from db.blitar.caseload.attention import attention_counts, attention_rows
from db.blitar.caseload.clients import end_client, read_client, save_client
from db.blitar.caseload.ladders import ladder_of
from db.blitar.caseload.load import left_behind
from db.blitar.caseload.standing import choose_anew
from db.blitar.caseload.story import story
from db.blitar.reporting.letter_pages import bundles
from db.blitar.reporting.queue import mentoring_queue
from db.blitar.reporting.recommendations import one_bundle
from db.blitar.reporting.waiting_recommendations import waiting
from db.blitar.staffing.staff import staff
from db.blitar.visiting.recommending import recommend_anew
from db.tables import (
    ClientIndicatorRow,
    ClientRow,
    RecommendationItemRow,
    RecommendationRow,
    VisitRow,
    VisitStepRow,
)
from domain.blitar.caseload.attention import AttentionKind
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.consent import Consent
from domain.blitar.kinds import Sector, SubjectKind
from domain.blitar.law import law_on
from domain.blitar.leadership import story_of
from domain.blitar.reporting.recommendations import BundleState
from domain.regulation.law_in_force import NO_PRACTICE
from tests.db.blitar.mentoring import TODAY, UNTIL, days
from tests.db.blitar.random_walk import Walk
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, a_nonce, an_office

STEPS = 120


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Caseload(office)


@pytest.fixture(scope="module")
def walked(shared_database_url):
    """Give a caseload in which a hundred things happened, the last of them visits and letters."""
    with an_office(shared_database_url) as office:
        walk = Walk(Caseload(office), Random(11))
        for _ in range(STEPS):
            walk.step()
        assert walk.done > STEPS / 3
        for verb in (walk.visit, walk.verify, walk.visit, walk.letter, walk.visit, walk.send_back) * 6:
            walk.step(verb)
        yield walk.caseload


def read(caseload, person, verb, *told, **more):
    with caseload.office.database.read() as session:
        return verb(session, person, *told, **more)


def rows_of(session, table):
    return session.scalars(select(table)).all()


def people_of(caseload):
    """Each person with the Pendamping whose work alone they see, None for who sees all."""
    return [(caseload.facilitator, None), (caseload.other_facilitator, None), (caseload.mentor, caseload.sri)]


def test_visits_wait_as_their_rows_tell_and_ones_own_for_another(walked):
    with walked.office.database.read() as session:
        visits, steps = rows_of(session, VisitRow), rows_of(session, VisitStepRow)
    senders = defaultdict(set)
    for step in steps:
        if step.state == "sent":
            senders[step.visit_id].add(step.by_person_id)
    for person, own in people_of(walked):
        states = Counter(row.state for row in visits if own in (None, row.mentor_id))
        sent = [row for row in visits if row.state == "sent"]
        whose = [row for row in sent if person.id in {row.entered_by_id} | senders[row.id]]
        for_others = 0 if own else len(whose)
        queue = read(walked, person, mentoring_queue, TODAY)
        assert queue.for_others == for_others
        assert queue.visits.get("sent", 0) == states["sent"] - for_others
        assert [queue.visits.get(one, 0) for one in ("draft", "returned", "verified")] == [
            states[one] for one in ("draft", "returned", "verified")
        ]
    assert len(sent) > 1


def test_recommendations_wait_as_visits_and_letters_tell(walked):
    with walked.office.database.read() as session:
        visits, items = rows_of(session, VisitRow), rows_of(session, RecommendationItemRow)
        carer = {row.id: row.mentor_id for row in rows_of(session, ClientRow)}
    client = {row.id: row.client_id for row in visits}
    bundled = {item.visit_id for item in items}
    wait = [row for row in visits if row.state == "verified" and row.agency.strip() and row.id not in bundled]
    assert wait
    assert bundled
    for person, own in people_of(walked):
        seen = [row for row in wait if own in (None, carer[row.client_id])]
        days = defaultdict(list)
        for row in seen:
            days[row.agency.strip()].append(row.on)
        found = read(walked, person, waiting)
        assert [(one.agency, one.count, one.oldest_on) for one in found.agencies] == [
            (agency, len(on), min(on)) for agency, on in sorted(days.items())
        ]
        letters = {item.bundle_id for item in items if own in (None, carer[client[item.visit_id]])}
        assert sum(found.letters.values()) == len(letters)
        assert {one.id for one in read(walked, person, bundles, list(BundleState))} == letters


def test_a_line_of_the_letters_tells_what_the_letter_itself_does(walked):
    for person, _ in people_of(walked):
        for one in read(walked, person, bundles, list(BundleState)):
            whole = read(walked, person, one_bundle, one.id)
            assert (one.size, one.seen) == (whole.size, len(whole.lines))
            assert one.shaken == sum(not line.stands for line in whole.lines)
            assert set(one.clients) == {line.said.client_name for line in whole.lines}


def test_each_kind_of_attention_counts_its_rows(walked):
    law = law_on(TODAY, NO_PRACTICE)
    for person, _ in people_of(walked):
        counts = read(walked, person, attention_counts, law)
        for kind in AttentionKind:
            assert counts[kind] == len(read(walked, person, attention_rows, kind, law, page_size=200)), kind


def test_binaan_are_left_behind_by_everybody_whose_service_is_over(walked):
    with walked.office.database.read() as session:
        cared_for = [row for row in rows_of(session, ClientRow) if row.status == "open" and row.mentor_id]
        for day in (TODAY, UNTIL, UNTIL + days(1)):
            gone = sum(one.clients for one in staff(session, walked.head) if one.service.last_day < day)
            assert left_behind(session, walked.head, day) == gone
    assert gone == len(cared_for) > 0


def test_the_story_is_of_who_shares_it_and_rose_most_with_evidence(walked):
    with walked.office.database.read() as session:
        risen = Counter(
            row.client_id
            for row in rows_of(session, ClientIndicatorRow)
            if row.movement == "up" and row.latest_evidence.strip()
        )
        clients = {row.id: row for row in rows_of(session, ClientRow)}
        visits = Counter(
            row.client_id for row in rows_of(session, VisitRow) if row.state in ("sent", "verified")
        )
        told = [
            (-count, number)
            for number, count in risen.items()
            if clients[number].status == "open" and clients[number].body["consent"]["shares_story"]
        ]
        found = story(session, walked.head)
        if not told:
            assert found is None
            return
        best = clients[min(told)[1]]
        sector = None if best.sector is None else Sector(best.sector)
        assert found == story_of(
            SubjectKind(best.kind), sector, best.district_code,
            since=best.since, visits=visits[best.id], steps=ladder_of(session, best),
        )  # fmt: skip


def test_what_is_kept_is_what_is_made_anew(walked):
    def kept(session):
        recommended = {
            row.visit_id: (row.client_id, row.agency, row.on, row.bundle_id)
            for row in rows_of(session, RecommendationRow)
        }
        return recommended, {row.id: row.shown for row in rows_of(session, ClientRow)}

    with walked.office.database.write() as session:
        before = kept(session)
        recommend_anew(session, None)
        choose_anew(session, None)
        session.expire_all()
        assert kept(session) == before
    assert before[0]


def share(caseload, client_id):
    consent = Consent(shares_story=True, notice_on=TODAY, notice_by="Sri")
    with caseload.office.database.read() as session:
        row = session.get_one(ClientRow, client_id)
        client = replace(read_client(row), consent=consent, nik=None)
    more = {"expected_version": row.version, "nonce": a_nonce(), "at": NOW}
    caseload.do(save_client, caseload.facilitator, client_id, client, **more)


def test_of_equal_stories_the_first_is_told_until_its_binaan_leaves(caseload):
    clients = [caseload.binaan("Warung"), caseload.binaan("Keripik"), caseload.binaan("Jahit")]
    for client in clients:
        caseload.baseline(client, change(value=0), on=TODAY - days(9))
        seen = a_visit(caseload.sri, client, changes=(change(value=1),))
        caseload.verify(caseload.save(seen, actor=caseload.facilitator), actor=caseload.other_facilitator)
    with caseload.office.database.read() as session:
        assert story(session, caseload.head) is None
    for client in (clients[2], clients[1]):
        share(caseload, client)
    assert shown(caseload) == {clients[1]: 1, clients[2]: 1}
    leaving = Leaving(ground=LeavingGround.CLOSED, on=TODAY, reason="Usaha tutup")
    caseload.do(end_client, caseload.facilitator, clients[1], leaving, expected_version=2, at=NOW)
    assert shown(caseload) == {clients[2]: 1}


def shown(caseload):
    with caseload.office.database.read() as session:
        return {row.id: row.shown for row in rows_of(session, ClientRow) if row.shown}
