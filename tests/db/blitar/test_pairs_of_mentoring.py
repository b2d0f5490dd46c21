"""Who began something and who confirms it: a table of every such pair of verbs of the mentoring programme.

One person holds every role here, so that nothing but the pair itself can keep them apart.
"""

import pytest

from db.blitar.caseload.upgrades import decide_upgrade, propose_upgrade
from db.blitar.refusals import OwnLetter, OwnReview, OwnVisits
from db.blitar.reporting.letters import send_bundle, set_bundle
from db.blitar.reporting.queue import mentoring_queue
from db.blitar.reporting.recommendations import bundle
from db.blitar.reporting.reviews import record_review
from db.blitar.trail import BlitarAction
from db.blitar.visiting.visit_list import visit_list
from db.office.people import add_person
from db.refusals import SelfApproval
from domain.blitar.caseload.upgrade import UpgradeDecision, UpgradeOutcome, UpgradeProposed
from domain.blitar.goals_and_tasks import FacilitatorTask
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.facilitator_review import FacilitatorReview, TaskResult, TaskReview
from domain.blitar.reporting.recommendations import BundlePrepared, BundleState, LetterNumber
from tests.db.blitar.mentoring import START, TODAY
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, a_nonce, an_office
from tests.people import held

LETTER = LetterNumber(number="500.3/7", on=TODAY)
WORDS = {"problem": "P-IRT", "recommendation": "Penyuluhan", "agency": "Dinas Kesehatan"}


class Alone(Caseload):
    """A caseload with two people who each hold every role of the programme."""

    def __init__(self, office):
        super().__init__(office)
        with office.database.write() as session:
            everything = held(*BLITAR.roles, in_programmes=[BLITAR])
            self.one, self.other = (add_person(session, name, everything, at=NOW) for name in ("Satu", "Dua"))

    def new(self, verb, who, *told):
        return self.do(verb, who, *told, nonce=a_nonce(), at=NOW)

    def a_visit(self, **more):
        return a_visit(self.sri, self.binaan(f"Warung {a_nonce()}"), **more)

    def verified(self, **more):
        saved = self.save(self.a_visit(**more))
        self.verify(saved)
        return saved


@pytest.fixture
def alone(database_url):
    with an_office(database_url) as office:
        yield Alone(office)


def recorded_visit(alone, one):
    saved = alone.save(alone.a_visit(), actor=one)
    return lambda who: alone.verify(saved, actor=who)


def pile_of_visits(alone, one):
    alone.take_in(alone.a_visit(), actor=one)
    (line,) = alone.read(visit_list).lines
    return lambda who: alone.verify(line, actor=who)


def upgrade(alone, one):
    client = alone.binaan()
    alone.baseline(client, change(value=0), on=START)
    alone.verify(alone.save(a_visit(alone.sri, client, changes=(change(value=1),))))
    number = alone.new(propose_upgrade, one, client, UpgradeProposed(reason="NIB terbit"))
    told = {"reason": "Bukti cukup", "on": TODAY, "number": "500/12/2026"}
    decision = UpgradeDecision(outcome=UpgradeOutcome.CONFIRMED, **told)
    return lambda who: alone.do(decide_upgrade, who, number, decision, at=NOW)


def letter(alone, one):
    prepared = BundlePrepared(agency="Dinas Kesehatan", told={alone.verified(**WORDS).id: "Mohon"})
    number = alone.new(bundle, one, prepared)
    return lambda who: alone.do(set_bundle, who, number, LETTER, expected_version=1, at=NOW)


def own_work(alone, one):
    staff = alone.appoint("Satu", kind=SubjectKind.FACILITATOR, person=one)
    tasks = {FacilitatorTask.SELECTION: TaskReview(result=TaskResult.DONE)}
    review = FacilitatorReview(staff_id=staff, month=TODAY.replace(day=1), tasks=tasks)
    return lambda who: alone.do(record_review, who, review, expected_versions=0, nonce=a_nonce(), at=NOW)


A = BlitarAction
# What was begun, how it is confirmed, what keeps one person from both, and by which provision.
APART = [
    (recorded_visit, A.VERIFY_VISITS, OwnVisits, "Pasal 5 ayat (3) huruf h, Pasal 15 ayat (1)"),
    (pile_of_visits, A.VERIFY_VISITS, OwnVisits, "Pasal 5 ayat (3) huruf h, Pasal 15 ayat (1)"),
    (upgrade, A.DECIDE_UPGRADE, SelfApproval, "Pasal 1 angka 13 dan 14"),
    (letter, A.SET_RECOMMENDATIONS, OwnLetter, "Pasal 13 ayat (1)"),
    (own_work, A.REVIEW_FACILITATOR, OwnReview, "Pasal 15 ayat (2)"),
]
# What one person may do alone or after what they did themselves, and why.
ONE_PERSON_MAY = {
    A.DECIDE_ROUND: "Pasal 6 ayat (1) dan (3): the Tim Seleksi selects and fixes its own result",
    A.APPOINT_STAFF: "Pasal 11 ayat (1): the decree follows the result and confirms nothing of the decreer",
    A.RULE_ON_CLIENT: "Pasal 3: the first answer to an open question, which nobody proposed",
    A.CLOSE_FOLLOW_UP: "Pasal 12: whoever has the binaan in care says what became of what was agreed",
    A.SEND_REPORT: "Pasal 5 ayat (3) huruf i: the Fasilitator writes and hands in",
    A.SEND_RECOMMENDATIONS: "Pasal 13 ayat (2): a note of what went out",
    A.ANSWER_RECOMMENDATIONS: "Pasal 13 ayat (2): a note of what came back",
    A.RETURN_VISIT: "gives back and confirms nothing",
}
_CONFIRMING = ("Memverifikasi", "Menetapkan", "Memutuskan", "Menyetujui", "Menilai", "Menutup")


@pytest.mark.parametrize(
    ("begin", "action", "refusal", "provision"), APART, ids=lambda one: getattr(one, "__name__", str(one))
)
def test_who_began_does_not_confirm_and_another_who_may_does(alone, begin, action, refusal, provision):
    confirm = begin(alone, alone.one)
    before = alone.office.everything()
    with pytest.raises(refusal) as refused:
        confirm(alone.one)
    assert alone.office.everything() == before
    assert "Anda sendiri" in refused.value.sentence or "Anda catat" in refused.value.sentence
    assert provision
    confirm(alone.other)
    assert alone.office.everything() != before


def test_whoever_set_a_letter_may_note_that_it_was_sent(alone):
    letter(alone, alone.one)(alone.other)
    alone.do(send_bundle, alone.other, 1, on=TODAY, expected_version=2, at=NOW)


def test_the_start_page_counts_of_proposals_and_letters_what_the_person_may_decide(alone):
    upgrade(alone, alone.one), letter(alone, alone.one)

    def counted(who):
        with alone.office.database.read() as session:
            found = mentoring_queue(session, who, TODAY)
        return found.proposals, found.letters[BundleState.DRAFT]

    assert (counted(alone.one), counted(alone.other)) == ((0, 0), (1, 1))


def test_every_action_that_confirms_something_stands_in_one_of_the_tables():
    known = {action for _, action, _, _ in APART} | ONE_PERSON_MAY.keys()
    assert {one for one in BlitarAction if one.label.startswith(_CONFIRMING)} <= known
