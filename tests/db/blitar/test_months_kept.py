"""The kept numbers of the months are at every moment what the ground gives, also after a refused verb."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import select

from db.blitar.caseload.care import give_client
from db.blitar.caseload.clients import end_client, read_client, save_client
from db.blitar.caseload.follow_ups import close_follow_up
from db.blitar.caseload.handovers import hand_over
from db.blitar.caseload.month_counts import count_anew
from db.blitar.caseload.upgrades import decide_upgrade, propose_upgrade, withdraw_upgrade
from db.blitar.headlines import blitar_summary
from db.blitar.visiting.visits import save_visit
from db.blitar.visiting.withdrawing import withdraw_visit
from db.refusals import Refused
from db.tables import ClientIndicatorRow, ClientRow, FollowUpRow, MonthCountRow, UpgradeProposalRow, VisitRow
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.caseload.upgrade import UpgradeDecision, UpgradeOutcome, UpgradeProposed
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.place import Place
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.blitar.visiting.visit import (
    DayPart,
    FollowUp,
    FollowUpClosed,
    FollowUpState,
    VisitPlace,
    VisitState,
)
from domain.closings import ClosingReason
from tests.db.blitar.mentoring import TODAY, UDANAWU
from tests.db.blitar.visiting import NOBODY, Caseload, a_visit, change
from tests.db.people import NOW, a_nonce, an_office

STEPS = 60


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


class Walk:
    """Verbs in a random order on a few binaan, many of them refused, all on days up to today."""

    def __init__(self, caseload, chance):
        self.caseload, self.chance = caseload, chance
        self.staff = [caseload.sri, caseload.appoint("Budi"), caseload.appoint("Wati")]
        more = {"since": date(2026, 2, 2)}
        self.clients = [caseload.binaan(f"Usaha {n}", mentor_id=self.staff[n % 3], **more) for n in range(5)]
        self.clients.append(caseload.binaan("Tanpa Pendamping", mentor_id=NOBODY, **more))
        self.done = 0
        for client in self.clients[:3]:
            zero = [change(one, 0) for one in (Indicator.BUSINESS_NUMBER, Indicator.TAX_NUMBER)]
            caseload.baseline(client, *zero, on=date(2026, 2, 2), actor=caseload.facilitator)

    def step(self):
        verbs = [
            self.visit,
            self.visit,
            self.verify,
            self.verify,
            self.verify,
            self.send_back,
            self.take_back,
        ]
        verbs += [self.baseline, self.close, self.move, self.propose, self.hand_over, self.give, self.leave]
        try:
            self.chance.choice(verbs)()
        except (Refused, ValueError):
            return
        self.done += 1

    def do(self, verb, *told, actor=None, **more):
        return self.caseload.do(verb, actor or self.caseload.facilitator, *told, at=NOW, **more)

    def day(self):
        return TODAY - timedelta(days=self.chance.choice([0, 0, 1, 2, 3, 10, 20, 28]))

    def pick(self, table, *which):
        with self.caseload.office.database.read() as session:
            rows = session.scalars(select(table).where(*which).order_by(table.id)).all()
            return self.chance.choice(rows) if rows else self._refuse()

    def _refuse(self):
        raise ValueError("nothing there yet")

    def visit(self):
        chance, on = self.chance, self.day()
        row = self.pick(ClientRow)
        found = chance.sample([Indicator.BUSINESS_NUMBER, Indicator.TAX_NUMBER], chance.randrange(3))
        agreed = [
            FollowUp(told=f"Janji {n}", due_on=on + timedelta(days=n)) for n in range(chance.randrange(3))
        ]
        visit = a_visit(
            row.mentor_id or self.staff[0], row.id, on,
            place=chance.choice(list(VisitPlace)), day_part=chance.choice(list(DayPart)),
            tasks=tuple(chance.sample(list(MentorTask), 2)), parts=tuple(chance.sample(list(ReportPart), 2)),
            problem="Belum ada izin", recommendation=chance.choice(["", "Fasilitasi izin"]),
            follow_ups=tuple(agreed),
            changes=tuple(change(one, chance.randrange(2)) for one in found),
        )  # fmt: skip
        known = self.pick(VisitRow) if chance.random() < 0.3 else None
        more = {} if known is None else {"visit_id": known.id, "expected_version": known.version}
        if chance.random() < 0.2:
            self.caseload.take_in(visit)
        else:
            self.caseload.save(visit, send=chance.random() < 0.8, actor=self.caseload.facilitator, **more)

    def verify(self):
        sent = VisitRow.state == VisitState.SENT
        self.caseload.verify(self.pick(VisitRow, sent), actor=self.caseload.other_facilitator)

    def send_back(self):
        self.caseload.send_back(self.pick(VisitRow))

    def take_back(self):
        row = self.pick(VisitRow)
        self.do(withdraw_visit, row.id, ClosingReason(reason="salah"), expected_version=row.version)

    def baseline(self):
        one = self.chance.choice([Indicator.BUSINESS_NUMBER, Indicator.TAX_NUMBER])
        self.caseload.baseline(self.pick(ClientRow).id, change(one, self.chance.randrange(2)), on=self.day())

    def close(self):
        states = [FollowUpState.DONE, FollowUpState.DROPPED]
        closed = FollowUpClosed(state=self.chance.choice(states), on=self.day(), note="tidak jadi")
        self.do(close_follow_up, self.pick(FollowUpRow).id, closed)

    def move(self):
        row = self.pick(ClientRow)
        client = replace(read_client(row), place=Place(regency_code="35.05", district_code=UDANAWU), nik=None)
        self.do(save_client, row.id, client, expected_version=row.version, nonce=a_nonce())

    def propose(self):
        if self.chance.random() < 0.5:
            self.do(
                propose_upgrade,
                self.pick(ClientRow).id,
                UpgradeProposed(reason="NIB terbit"),
                nonce=a_nonce(),
            )
            return
        row = self.pick(UpgradeProposalRow)
        if self.chance.random() < 0.5:
            self.do(withdraw_upgrade, row.id, ClosingReason(reason="keliru"))
            return
        outcome = self.chance.choice(list(UpgradeOutcome))
        decision = UpgradeDecision(outcome=outcome, reason="cukup", on=TODAY)
        self.do(decide_upgrade, row.id, decision, actor=self.caseload.head)

    def hand_over(self):
        row, taker = self.pick(ClientRow), self.chance.choice(self.staff)
        written = HandoverWritten(number=f"BA {self.done}", on=self.day())
        self.do(hand_over, row.mentor_id or 0, {row.id: taker}, written, nonce=a_nonce())

    def give(self):
        row = self.pick(ClientRow)
        self.do(give_client, row.id, self.staff[0], on=self.day(), expected_version=row.version)

    def leave(self):
        if self.chance.random() < 0.7:
            return
        row = self.pick(ClientRow)
        leaving = Leaving(ground=LeavingGround.CLOSED, on=self.day(), reason="Usaha tutup")
        self.do(end_client, row.id, leaving, expected_version=row.version)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_verbs_in_any_order_the_kept_numbers_are_those_made_anew(caseload, seed):
    walk = Walk(caseload, Random(seed))
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
    risen = a_visit(caseload.sri, walk.clients[0], changes=(change(value=1),))
    caseload.verify(caseload.save(risen), actor=caseload.other_facilitator)
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
    assert (found.unverified.count, found.unverified.since) == (
        len(sent),
        min((row.on for row in sent), default=None),
    )
