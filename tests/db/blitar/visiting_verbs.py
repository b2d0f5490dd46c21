"""The verbs around binaan and visits and who may call each, by hand from Perbup Blitar 3/2023."""

from db.blitar.caseload.baselines import record_baseline
from db.blitar.caseload.clients import end_client, save_client
from db.blitar.caseload.follow_ups import close_follow_up
from db.blitar.visiting.before import before_visit
from db.blitar.visiting.choices import carer_of, clients_to_visit, mentors_to_choose
from db.blitar.visiting.examining import examine_visits
from db.blitar.visiting.field_day import field_day
from db.blitar.visiting.imports import import_visits, past_imports
from db.blitar.visiting.opened_visit import one_visit, waiting_around
from db.blitar.visiting.pile_lookups import look_up, pile_clients
from db.blitar.visiting.pile_warnings import warn_visits
from db.blitar.visiting.presence import presence, verification_sheet_of
from db.blitar.visiting.verifying import return_visit, verify_visits
from db.blitar.visiting.visit_evidence import (
    add_visit_evidence,
    visit_evidence,
    visit_picture,
    withdraw_visit_evidence,
)
from db.blitar.visiting.visit_list import visit_list
from db.blitar.visiting.visit_warnings import warnings_about
from db.blitar.visiting.visits import save_visit
from db.blitar.visiting.withdrawing import withdraw_visit
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.client import Client
from domain.blitar.kinds import SubjectKind
from domain.blitar.law import law_on
from domain.blitar.visiting.pile_register import Keys
from domain.blitar.visiting.visit import DayPart, FollowUp, FollowUpClosed, FollowUpState
from domain.closings import ClosingReason
from domain.evidence.brought import EvidenceTold, Prepared
from domain.evidence.contents import FileKind
from domain.regulation.law_in_force import NO_PRACTICE
from tests.db.blitar.mentoring import TODAY
from tests.db.blitar.mentoring_verbs import BUDI, HER_CLIENT, SRI, Mentoring
from tests.db.blitar.visiting import a_visit, change
from tests.db.people import NOW, a_nonce

FACILITATOR = {"facilitator"}
RECORDERS = {"facilitator", "mentor"}
READERS, NOT_THE_MENTOR = {"facilitator", "mentor", "agency_head"}, {"facilitator", "agency_head"}
WHY = ClosingReason(reason="x")
HIS_CLIENT, HANDED_OVER_ONCE = 2, 2
SENT, AGREED, HIS_SENT, AGREED_WITH_HIM = 1, 1, 2, 2
PHOTO, HIS_PHOTO = 1, 2
SCAN = (Prepared(kind=FileKind.PDF, data=b"%PDF-1.4 %%EOF"), EvidenceTold())


def set_up_visits(office):
    """A sent visit of each Pendamping to a binaan in their care, with something agreed."""
    programme = Mentoring(office)
    agreed = {"follow_ups": (FollowUp(told="Daftar NIB", due_on=TODAY),)}
    hers, his = a_visit(SRI, HER_CLIENT, **agreed), a_visit(BUDI, HIS_CLIENT, **agreed)
    saved = programme.do(save_visit, programme.mentor, hers, send=True, **_new())
    assert (saved.id, saved.version) == (SENT, 1)
    assert programme.do(save_visit, programme.facilitator, his, send=True, **_new()).id == HIS_SENT
    programme.do(add_visit_evidence, programme.mentor, SENT, [SCAN], **_new())
    programme.do(add_visit_evidence, programme.facilitator, HIS_SENT, [SCAN], **_new())


def _add_evidence(s, who, visit_id):
    scan = (Prepared(kind=FileKind.PDF, data=b"%PDF-1.5 %%EOF"), EvidenceTold())
    return add_visit_evidence(s, who, visit_id, [scan], **_new())


def _new():
    return {"nonce": a_nonce(), "at": NOW}


def _save_client(s, who, client_id, version):
    told = Client(kind=SubjectKind.CLIENT_MICRO, name="Warung")
    return save_client(s, who, client_id, told, expected_version=version, **_new())


def _baseline(s, who, client_id):
    return record_baseline(s, who, client_id, [change()], on=TODAY, **_new())


def _end_client(s, who):
    leaving = Leaving(ground=LeavingGround.CLOSED, on=TODAY, reason="Tutup")
    return end_client(s, who, HER_CLIENT, leaving, expected_version=1, at=NOW)


def _import(s, who, mentor_id):
    visit = a_visit(mentor_id, HER_CLIENT, day_part=DayPart.AFTERNOON)
    return import_visits(s, who, [visit], name="x", sha256="x", again_because="x", **_new())


def _save(s, who, mentor_id):
    visit = a_visit(mentor_id, HER_CLIENT, day_part=DayPart.NOON)
    return save_visit(s, who, visit, send=False, again_because="x", **_new())


def _close(s, who, agreed):
    return close_follow_up(s, who, agreed, FollowUpClosed(state=FollowUpState.DONE, on=TODAY), at=NOW)


VISITING_VERBS = {
    "save_client, one's own": (lambda s, who: _save_client(s, who, HER_CLIENT, 1), RECORDERS),
    "save_client, another's": (
        lambda s, who: _save_client(s, who, HIS_CLIENT, HANDED_OVER_ONCE),
        FACILITATOR,
    ),
    "end_client": (_end_client, FACILITATOR),
    "record_baseline, one's own": (lambda s, who: _baseline(s, who, HER_CLIENT), RECORDERS),
    "record_baseline, another's": (lambda s, who: _baseline(s, who, HIS_CLIENT), FACILITATOR),
    "save_visit, one's own": (lambda s, who: _save(s, who, SRI), RECORDERS),
    "save_visit, another's": (lambda s, who: _save(s, who, BUDI), FACILITATOR),
    "verify_visits": (lambda s, who: verify_visits(s, who, [(SENT, 2)], **_new()), FACILITATOR),
    "withdraw_visit, sent by the Fasilitator": (
        lambda s, who: withdraw_visit(s, who, HIS_SENT, WHY, expected_version=2, at=NOW),
        FACILITATOR,
    ),
    "return_visit": (
        lambda s, who: return_visit(s, who, SENT, version=2, note="x", at=NOW),
        FACILITATOR,
    ),
    "close_follow_up, one's own": (lambda s, who: _close(s, who, AGREED), RECORDERS),
    "close_follow_up, another's": (lambda s, who: _close(s, who, AGREED_WITH_HIM), FACILITATOR),
    "field_day": (lambda s, who: field_day(s, who, law_on(TODAY, NO_PRACTICE)), {"mentor"}),
    "examine_visits": (lambda s, who: examine_visits(s, who, [], TODAY), RECORDERS),
    "import_visits": (lambda s, who: _import(s, who, SRI), RECORDERS),
    "past_imports": (past_imports, RECORDERS),
    "look_up": (lambda s, who: look_up(s, who, Keys()), RECORDERS),
    "look_up, another's": (lambda s, who: look_up(s, who, Keys(), mentor_id=BUDI), FACILITATOR),
    "pile_clients": (pile_clients, RECORDERS),
    "warn_visits, one's own": (lambda s, who: warn_visits(s, who, [a_visit(SRI, HER_CLIENT)]), RECORDERS),
    "warn_visits, another's": (lambda s, who: warn_visits(s, who, [a_visit(BUDI, HER_CLIENT)]), FACILITATOR),
    "visit_list": (visit_list, READERS),
    "one_visit, one's own": (lambda s, who: one_visit(s, who, SENT), READERS),
    "one_visit, another's": (lambda s, who: one_visit(s, who, HIS_SENT), NOT_THE_MENTOR),
    "waiting_around": (lambda s, who: waiting_around(s, who, SENT), FACILITATOR),
    "warnings_about, one's own": (lambda s, who: warnings_about(s, who, a_visit(SRI, HER_CLIENT)), RECORDERS),
    "warnings_about, another's": (
        lambda s, who: warnings_about(s, who, a_visit(BUDI, HER_CLIENT)),
        FACILITATOR,
    ),
    "add_visit_evidence, another's": (lambda s, who: _add_evidence(s, who, HIS_SENT), FACILITATOR),
    "visit_evidence, one's own": (lambda s, who: visit_evidence(s, who, SENT), READERS),
    "visit_evidence, another's": (lambda s, who: visit_evidence(s, who, HIS_SENT), NOT_THE_MENTOR),
    "visit_picture, one's own": (lambda s, who: visit_picture(s, who, PHOTO), READERS),
    "visit_picture, another's": (lambda s, who: visit_picture(s, who, HIS_PHOTO), NOT_THE_MENTOR),
    "withdraw_visit_evidence, one's own": (
        lambda s, who: withdraw_visit_evidence(s, who, PHOTO, WHY, at=NOW),
        RECORDERS,
    ),
    "withdraw_visit_evidence, another's": (
        lambda s, who: withdraw_visit_evidence(s, who, HIS_PHOTO, WHY, at=NOW),
        FACILITATOR,
    ),
    "mentors_to_choose": (mentors_to_choose, RECORDERS),
    "carer_of, one's own": (lambda s, who: carer_of(s, who, HER_CLIENT), RECORDERS),
    "carer_of, another's": (lambda s, who: carer_of(s, who, HIS_CLIENT), FACILITATOR),
    "clients_to_visit, one's own": (lambda s, who: clients_to_visit(s, who, SRI), RECORDERS),
    "clients_to_visit, another's": (lambda s, who: clients_to_visit(s, who, BUDI), FACILITATOR),
    "before_visit, one's own": (lambda s, who: before_visit(s, who, HER_CLIENT), READERS),
    "before_visit, another's": (lambda s, who: before_visit(s, who, HIS_CLIENT), NOT_THE_MENTOR),
    "presence, one's own": (lambda s, who: presence(s, who, SRI, TODAY, TODAY), READERS),
    "presence, another's": (lambda s, who: presence(s, who, BUDI, TODAY, TODAY), NOT_THE_MENTOR),
    "verification_sheet_of, one's own": (
        lambda s, who: verification_sheet_of(s, who, SRI, TODAY, TODAY),
        READERS,
    ),
    "verification_sheet_of, another's": (
        lambda s, who: verification_sheet_of(s, who, BUDI, TODAY, TODAY),
        NOT_THE_MENTOR,
    ),
}
