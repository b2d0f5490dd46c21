"""The kept numbers of the months are at every moment what the ground gives, also after a refused verb."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import select

from db.blitar.caseload.month_counts import count_anew
from db.blitar.headlines import blitar_summary
from db.blitar.visiting.visits import save_visit
from db.tables import ClientIndicatorRow, ClientRow, MonthCountRow, VisitRow
from domain.blitar.indicators import Indicator
from tests.db.blitar.mentoring import TODAY
from tests.db.blitar.random_walk import Walk
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, a_nonce, an_office

STEPS = 100


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Caseload(office)


def kept(session):
    query = select(
        MonthCountRow.what, MonthCountRow.month, MonthCountRow.key, MonthCountRow.place, MonthCountRow.n
    )
    return {tuple(row[:4]): row.n for row in session.execute(query) if row.n}


def goals_of(session, client_id):
    """Where the indicators of each goal of a binaan went."""
    found = defaultdict(set)
    for row in session.scalars(select(ClientIndicatorRow).where(ClientIndicatorRow.client_id == client_id)):
        found[Indicator(row.indicator).goal].add(row.movement)
    return found.values()


def kept_and_anew(caseload):
    with caseload.office.database.write() as session:
        before = kept(session)
        count_anew(session)
        return before, kept(session)


def rise(walk):
    """Let an indicator of the first binaan go up."""
    risen = a_visit(walk.caseload.sri, walk.clients[0], changes=(change(value=1),))
    walk.caseload.verify(walk.caseload.save(risen), actor=walk.caseload.other_facilitator)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_verbs_in_any_order_the_kept_numbers_are_those_made_anew(caseload, seed):
    walk = Walk(caseload, Random(seed))
    rise(walk)
    for _ in range(STEPS):
        walk.step()
    assert walk.done > STEPS / 3
    before, anew = kept_and_anew(caseload)
    assert before == anew
    assert {"goal", "overdue", "part", "carer", "last"} <= {what for what, *_ in before}


class BrokenError(Exception):
    pass


def test_a_verb_that_is_undone_leaves_the_kept_numbers_as_they_were(caseload):
    client = caseload.binaan()
    with caseload.office.database.read() as session:
        before = kept(session)

    def broken(session):
        save_visit(
            session, caseload.facilitator, a_visit(caseload.sri, client), send=True, nonce=a_nonce(), at=NOW
        )
        raise BrokenError

    with pytest.raises(BrokenError), caseload.office.database.write() as session:
        broken(session)
    with caseload.office.database.read() as session:
        assert kept(session) == before


def test_the_leadership_sees_what_a_count_over_the_rows_gives(caseload):
    walk = Walk(caseload, Random(7))
    rise(walk)
    for _ in range(2 * STEPS):
        walk.step()
    with caseload.office.database.read() as session:
        clients = session.scalars(select(ClientRow)).all()
        visits = [row for row in session.scalars(select(VisitRow)) if row.state in ("sent", "verified")]
        moves = {row.id: goals_of(session, row.id) for row in clients}
        found = blitar_summary(session, caseload.head, TODAY, days=14)
    for day, told in ((TODAY, found.now), (date(2026, 2, 28), found.before)):
        there = {row.id for row in clients if row.since <= day and (row.ended_on or day) >= day}
        first = day - timedelta(days=14)
        assert told.clients == len(there)
        assert told.visited == len({row.client_id for row in visits if first <= row.on <= day} & there)
        assert told.visits == sum(day.replace(day=1) <= row.on <= day for row in visits)
    there = [row for row in clients if row.ended_on is None or row.ended_on >= TODAY]
    assert found.clients_by_district == Counter(row.district_code for row in there)
    rose = {
        client for client, went in moves.items() if any("up" in one and "down" not in one for one in went)
    }
    assert found.parts.risen == Counter(row.district_code for row in there if row.id in rose)
    assert found.now.risen > 0
    assert found.without_mentor == Counter(row.district_code for row in there if row.mentor_id is None)
    assert found.visits_before == sum(date(2026, 2, 1) <= row.on <= date(2026, 2, 2) for row in visits)
    assert sum(found.visits_by_month.values()) == len(visits)
    sent = [row for row in visits if row.state == "sent"]
    unverified = [(one.count, one.since) for one in found.waits if one.key == "kunjungan"]
    assert unverified == ([(len(sent), min(row.on for row in sent))] if sent else [])
