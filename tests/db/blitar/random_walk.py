"""Verbs of the mentoring in a random order, for tests of what is kept beside the ground."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select

from db.blitar.caseload.care import give_client
from db.blitar.caseload.clients import end_client, read_client, save_client
from db.blitar.caseload.follow_ups import close_follow_up
from db.blitar.caseload.handovers import hand_over
from db.blitar.caseload.upgrades import decide_upgrade, propose_upgrade, withdraw_upgrade
from db.blitar.reporting.recommendations import bundle, change_bundle, drop_bundle
from db.blitar.visiting.withdrawing import withdraw_visit
from db.refusals import Refused
from db.tables import ClientRow, FollowUpRow, RecommendationBundleRow, UpgradeProposalRow, VisitRow
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.caseload.upgrade import UpgradeDecision, UpgradeOutcome, UpgradeProposed
from domain.blitar.consent import Consent
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.place import Place
from domain.blitar.reporting.recommendations import BundlePrepared
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
from domain.programme import NotAllowed
from tests.db.blitar.mentoring import TODAY, UDANAWU
from tests.db.blitar.visiting import NOBODY, a_visit, change
from tests.db.people import NOW, a_nonce

AGENCIES = (" Dinas Kesehatan ", "Dinas Peternakan dan Perikanan")


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

    def step(self, verb=None):
        """Let one thing happen, by chance or this one; what is refused changes nothing."""
        verbs = [
            self.visit,
            self.visit,
            self.verify,
            self.verify,
            self.verify,
            self.send_back,
            self.take_back,
        ]
        verbs += [self.visit, self.verify, self.letter, self.share]
        verbs += [self.baseline, self.close, self.move, self.propose, self.hand_over, self.give, self.leave]
        try:
            (verb or self.chance.choice(verbs))()
        except (Refused, NotAllowed, ValueError):
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
        asks = chance.random() < 0.6
        found = chance.sample([Indicator.BUSINESS_NUMBER, Indicator.TAX_NUMBER], chance.randrange(3))
        agreed = [
            FollowUp(told=f"Janji {n}", due_on=on + timedelta(days=n)) for n in range(chance.randrange(3))
        ]
        visit = a_visit(
            row.mentor_id or self.staff[0], row.id, on,
            place=chance.choice(list(VisitPlace)), day_part=chance.choice(list(DayPart)),
            tasks=tuple(chance.sample(list(MentorTask), 2)), parts=tuple(chance.sample(list(ReportPart), 2)),
            problem="Belum ada izin", recommendation="Fasilitasi izin" if asks else "",
            agency=chance.choice(AGENCIES) if asks and chance.random() < 0.7 else "",
            follow_ups=tuple(agreed),
            changes=tuple(
                change(one, chance.randrange(2), chance.choice(["foto", "foto", " "])) for one in found
            ),
        )  # fmt: skip
        known = self.pick(VisitRow) if chance.random() < 0.3 else None
        more = {} if known is None else {"visit_id": known.id, "expected_version": known.version}
        if chance.random() < 0.2:
            self.caseload.take_in(visit)
        else:
            own = (self.caseload.mentor,) if visit.mentor_id == self.staff[0] else ()
            actor = chance.choice((self.caseload.facilitator, *own))
            self.caseload.save(visit, send=chance.random() < 0.8, actor=actor, **more)

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

    def share(self):
        row, chance = self.pick(ClientRow), self.chance
        consent = Consent(shares_story=chance.random() < 0.7, notice_on=TODAY, notice_by="Sri")
        client = replace(read_client(row), consent=consent, nik=None)
        self.do(save_client, row.id, client, expected_version=row.version, nonce=a_nonce())

    def letter(self):
        wanted = (VisitRow.agency != "", VisitRow.state == VisitState.VERIFIED)
        visits = [self.pick(VisitRow, *wanted).id for _ in range(self.chance.randrange(1, 3))]
        prepared = BundlePrepared(agency=AGENCIES[0], told=dict.fromkeys(visits, "Mohon fasilitasi"))
        if self.chance.random() < 0.7:
            self.do(bundle, prepared, nonce=a_nonce())
            return
        row = self.pick(RecommendationBundleRow)
        if self.chance.random() < 0.3:
            self.do(drop_bundle, row.id, expected_version=row.version)
        else:
            self.do(change_bundle, row.id, prepared, expected_version=row.version, nonce=a_nonce())

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
