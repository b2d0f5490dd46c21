"""Moving up: a Fasilitator proposes with the ladder as it stands, the Kepala Dinas decides, one for each."""

from datetime import date

import pytest

from db.blitar.caseload.card import client_card
from db.blitar.caseload.clients import end_client
from db.blitar.caseload.goal_counts import goal_counts
from db.blitar.caseload.proposal_list import confirmed_between, declined_proposals, proposals
from db.blitar.caseload.upgrades import decide_upgrade, propose_upgrade, withdraw_upgrade
from db.blitar.reporting.queue import mentoring_queue
from db.blitar.visiting.timeline import timeline
from db.office.people import add_person
from db.refusals import AlreadyClosed, NotFound, NotYourProposal, Refused, SelfApproval, Wrong
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.caseload.history import EventKind
from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.stage import Stage
from domain.blitar.caseload.upgrade import UpgradeDecision, UpgradeOutcome, UpgradeProposed
from domain.blitar.goals_and_tasks import Goal
from domain.blitar.indicators import Indicator
from domain.blitar.kinds import SubjectKind
from domain.blitar.roles import BlitarRole
from domain.closings import Closed, Closing, ClosingReason
from domain.programme import NotAllowed
from tests.db.blitar.mentoring import START, TODAY, days
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, a_nonce, an_office
from tests.db.races import DONE, at_one_moment, the_one_refused
from tests.people import held


class Upgrades(Caseload):
    """The caseload with the verbs of moving up."""

    def risen(self, name="Warung Bu Ani", *changes, before=None, **more):
        """A binaan whose verified visit found more than its baseline."""
        changes = changes or (change(value=1),)
        client = self.binaan(name, **more)
        before = [change(one.indicator, 0) for one in changes] if before is None else before
        if before:
            self.baseline(client, *before, on=START)
        self.verify(self.save(a_visit(self.sri, client, changes=changes)))
        return client

    def propose(self, client, reason="NIB terbit dan tertata", actor=None, nonce=None):
        actor, nonce = actor or self.facilitator, nonce or a_nonce()
        return self.do(propose_upgrade, actor, client, UpgradeProposed(reason=reason), nonce=nonce, at=NOW)

    def decide(self, number, outcome=UpgradeOutcome.CONFIRMED, *, actor=None, **more):
        told = {"reason": "Bukti cukup", "on": TODAY, "number": "500/12/2026"} | more
        decision = UpgradeDecision(outcome=outcome, **told)
        return self.do(decide_upgrade, actor or self.head, number, decision, at=NOW)

    def stage(self, client):
        return self.read(client_card, client, at=NOW).stage

    def waiting(self, **more):
        return self.read(proposals, decided=False, **more)


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Upgrades(office)


def test_a_proposal_keeps_the_ladder_as_it_stood_whatever_is_found_later(caseload):
    client = caseload.risen()
    caseload.propose(client)
    assert caseload.stage(client) is Stage.PROPOSED
    later = a_visit(caseload.sri, client, on=TODAY - days(1), changes=(change(Indicator.HALAL, 1),))
    caseload.verify(caseload.save(later))
    (found,) = caseload.waiting().rows
    legality = next(step for step in found.basis if step.goal is Goal.MICRO_LEGALITY)
    told = {rung.indicator: rung.movement for rung in legality.rungs}
    assert told[Indicator.BUSINESS_NUMBER] is Movement.UP
    assert told[Indicator.HALAL] is Movement.UNKNOWN
    assert found.proposed_by == caseload.facilitator.name


def test_without_a_rise_or_a_reason_nothing_can_be_proposed(caseload):
    still = caseload.binaan()
    with pytest.raises(Wrong, match="Belum ada tujuan yang naik"):
        caseload.propose(still)
    with pytest.raises(Wrong, match="tidak memberi ukuran naik kelas"):
        caseload.propose(caseload.risen("Lain"), reason=" ")
    assert caseload.waiting().total == 0


def test_a_rise_without_a_baseline_or_not_verified_is_no_rise(caseload):
    with pytest.raises(Wrong, match="Belum ada tujuan yang naik"):
        caseload.propose(caseload.risen(before=[]))
    client = caseload.binaan("Lain")
    caseload.baseline(client, change(value=0), on=START)
    caseload.save(a_visit(caseload.sri, client, changes=(change(value=1),)))
    with pytest.raises(Wrong, match="Belum ada tujuan yang naik"):
        caseload.propose(client)


def test_one_binaan_waits_with_one_proposal_and_is_confirmed_once(caseload):
    client = caseload.risen()
    number = caseload.propose(client, nonce="a")
    assert caseload.propose(client, nonce="a") == number
    with pytest.raises(Wrong, match="sudah diusulkan"):
        caseload.propose(client)
    caseload.decide(number)
    with pytest.raises(Wrong, match="sudah ditetapkan naik kelas pada 2 Maret 2026"):
        caseload.propose(client)


def test_what_was_declined_goes_back_to_its_stage_and_may_be_proposed_again(caseload):
    client = caseload.risen()
    caseload.decide(caseload.propose(client), UpgradeOutcome.DECLINED)
    assert caseload.stage(client) is Stage.GUIDED
    caseload.decide(caseload.propose(client))
    assert caseload.stage(client) is Stage.CONFIRMED
    assert [one.decision.outcome for one in caseload.read(proposals, decided=True).rows] == [
        UpgradeOutcome.CONFIRMED,
        UpgradeOutcome.DECLINED,
    ]


def test_who_proposed_never_decides_also_with_both_roles(caseload):
    with caseload.office.database.write() as session:
        both = add_person(session, "Rangkap", held(BlitarRole.FACILITATOR, BlitarRole.AGENCY_HEAD), at=NOW)
    number = caseload.propose(caseload.risen(), actor=both)
    with pytest.raises(SelfApproval):
        caseload.decide(number, actor=both)
    caseload.decide(number)


def test_a_decision_needs_its_reason_and_a_day_between_the_proposal_and_today(caseload):
    number = caseload.propose(caseload.risen())
    for wrong, said in (
        ({"reason": " "}, "Alasan keputusan belum diisi"),
        ({"on": TODAY - days(1)}, "mendahului usulannya"),
        ({"on": TODAY + days(1)}, "belum terjadi"),
    ):
        with pytest.raises(Wrong, match=said):
            caseload.decide(number, **wrong)
    caseload.decide(number)
    caseload.decide(number)  # a second press
    with pytest.raises(Wrong, match="sudah diputuskan"):
        caseload.decide(number, UpgradeOutcome.DECLINED)


def test_a_binaan_no_longer_mentored_is_not_proposed(caseload):
    client = caseload.risen()
    leaving = Leaving(ground=LeavingGround.CLOSED, on=TODAY, reason="Tutup")
    caseload.do(end_client, caseload.facilitator, client, leaving, expected_version=1, at=NOW)
    with pytest.raises(Wrong, match="sudah diakhiri"):
        caseload.propose(client)


def test_proposals_come_by_pages_and_a_pendamping_sees_those_of_their_own_binaan(caseload):
    other = caseload.appoint("Budi")
    names = ("Satu", "Dua", "Tiga")
    for name in names:
        caseload.propose(caseload.risen(name))
    theirs = caseload.binaan("Empat", other)
    caseload.baseline(theirs, change(value=0), on=START)
    seen = a_visit(other, theirs, changes=(change(value=1),))
    saved = caseload.save(seen, actor=caseload.facilitator)
    caseload.verify(saved, actor=caseload.other_facilitator)
    caseload.propose(theirs)
    second = caseload.waiting(page=2, page_size=2)
    assert (second.total, [one.client_name for one in second.rows]) == (4, ["Tiga", "Empat"])
    with caseload.office.database.read() as session:
        own = proposals(session, caseload.mentor, decided=False)
    assert (own.total, {one.client_name for one in own.rows}) == (3, set(names))


def test_confirmed_binaan_are_counted_in_the_year_of_the_decision_by_kind(caseload):
    caseload.decide(caseload.propose(caseload.risen("Satu")))
    caseload.propose(caseload.risen("Dua"))
    kind, more = SubjectKind.CLIENT_COOPERATIVE, change(Indicator.ACTIVE_MEMBERS, 40)
    caseload.decide(caseload.propose(caseload.risen("Koperasi", more, kind=kind)))
    year = date(2026, 1, 1), date(2026, 12, 31)
    assert caseload.read(confirmed_between, *year) == {SubjectKind.CLIENT_MICRO: 1, kind: 1}
    assert caseload.read(confirmed_between, date(2025, 1, 1), date(2025, 12, 31)) == {}


def test_each_goal_counts_every_open_binaan_once_by_where_it_stands(caseload):
    legality = change(Indicator.BUSINESS_NUMBER, 1)
    caseload.risen("Naik, berbukti", legality)
    caseload.risen("Naik, tanpa bukti", change(Indicator.TAX_NUMBER, 1, evidence=" "))
    # One rise has its photo and the other has none, so the goal is not shown.
    caseload.risen("Naik, separuh bukti", legality, change(Indicator.HALAL, 1, evidence=""))
    # One indicator rose and one fell: the goal fell.
    mixed = (legality, change(Indicator.HALAL, 0))
    before = (change(Indicator.BUSINESS_NUMBER, 0), change(Indicator.HALAL, 1))
    caseload.risen("Turun", *mixed, before=before)
    caseload.risen("Tetap", legality, before=[legality])
    caseload.baseline(caseload.binaan("Belum diukur lagi"), change(value=0))
    caseload.binaan("Belum diketahui")
    caseload.binaan("Koperasi", kind=SubjectKind.CLIENT_COOPERATIVE)
    ended = caseload.risen("Berakhir", legality)
    leaving = Leaving(ground=LeavingGround.MOVED, on=TODAY, reason="Pindah")
    caseload.do(end_client, caseload.facilitator, ended, leaving, expected_version=1, at=NOW)

    found = {one.goal: one for one in caseload.read(goal_counts)}
    counted = found[Goal.MICRO_LEGALITY]
    assert counted.by_movement == {
        Movement.UP: 3,
        Movement.SAME: 1,
        Movement.DOWN: 1,
        Movement.NOT_MEASURED: 1,
        Movement.UNKNOWN: 1,
    }
    assert (counted.total, counted.shown, counted.up_without_evidence) == (7, 1, 2)
    assert found[Goal.GOVERNANCE].by_movement[Movement.UNKNOWN] == found[Goal.GOVERNANCE].total == 1
    # Letter g is about koperasi and micro businesses alike.
    assert found[Goal.PRODUCT_QUALITY].total == 8


WHY = ClosingReason(reason="Bukti omzet belum ada")


def withdraw(caseload, number, actor=None, why=WHY):
    return caseload.do(withdraw_upgrade, actor or caseload.facilitator, number, why, at=NOW)


def both_roles(caseload):
    with caseload.office.database.write() as session:
        return add_person(session, "Rangkap", held(BlitarRole.FACILITATOR, BlitarRole.AGENCY_HEAD), at=NOW)


def test_a_proposal_that_its_maker_takes_back_waits_no_more_and_the_binaan_may_be_proposed_again(caseload):
    client = caseload.risen()
    number = caseload.propose(client)
    withdraw(caseload, number)
    assert caseload.waiting().total == 0
    assert caseload.stage(client) is Stage.GUIDED
    (gone,) = caseload.read(proposals, decided=True).rows
    assert (gone.decision, gone.closed) == (
        None,
        Closed(Closing.WITHDRAWN, WHY.reason, caseload.facilitator.name, NOW),
    )
    with pytest.raises(AlreadyClosed):
        caseload.decide(number)
    caseload.decide(caseload.propose(client))
    assert caseload.stage(client) is Stage.CONFIRMED


def test_the_story_of_a_binaan_tells_that_a_proposal_was_taken_back(caseload):
    client = caseload.risen()
    withdraw(caseload, caseload.propose(client))
    events = caseload.read(timeline, client)
    assert [one.lines for one in events if one.kind is EventKind.WITHDRAWN] == [(WHY.reason,)]


def test_only_the_maker_takes_a_proposal_back_and_only_while_it_waits(caseload):
    number = caseload.propose(caseload.risen())
    with pytest.raises(NotYourProposal):
        withdraw(caseload, number, both_roles(caseload))
    with pytest.raises(NotAllowed):
        withdraw(caseload, number, caseload.head)
    with pytest.raises(Wrong, match="Alasan belum diisi"):
        withdraw(caseload, number, why=ClosingReason(reason=" "))
    caseload.decide(number, UpgradeOutcome.DECLINED)
    with pytest.raises(Wrong, match="sudah diputuskan, jadi tidak dapat ditarik"):
        withdraw(caseload, number)
    with pytest.raises(NotFound):
        withdraw(caseload, 999)


def test_a_second_press_takes_a_proposal_back_once(caseload):
    number = caseload.propose(caseload.risen())
    withdraw(caseload, number)
    once = caseload.office.everything()
    withdraw(caseload, number)
    assert caseload.office.everything() == once


def test_what_was_not_confirmed_is_told_to_its_maker_until_the_binaan_is_proposed_again(caseload):
    client = caseload.risen()
    caseload.decide(caseload.propose(client), UpgradeOutcome.DECLINED, reason="Bukti kurang")
    (mine,) = caseload.read(declined_proposals).rows
    assert (mine.client_id, mine.decision.reason) == (client, "Bukti kurang")
    assert caseload.read(mentoring_queue, TODAY).declined == 1
    caseload.propose(client)
    assert caseload.read(declined_proposals).rows == ()
    assert caseload.read(mentoring_queue, TODAY).declined == 0


def test_decided_and_taken_back_at_one_moment_is_one_of_the_two(caseload):
    client = caseload.risen()
    number = caseload.propose(client)
    results = at_one_moment(lambda: caseload.decide(number), lambda: withdraw(caseload, number))
    assert isinstance(the_one_refused(results), Refused)
    is_decided = results[0] == DONE
    assert caseload.stage(client) is (Stage.CONFIRMED if is_decided else Stage.GUIDED)
