"""The verbs of the mentoring programme and who may call each, by hand from Perbup Blitar 3/2023."""

import json
from datetime import date, timedelta

from db.blitar.caseload.client_list import look_up_list, take_in_list
from db.blitar.caseload.clients import add_client
from db.blitar.caseload.districts_cared_for import clients_held, figures_by_district
from db.blitar.caseload.handovers import hand_over, handover, handovers, minutes_paper
from db.blitar.caseload.lines import open_clients
from db.blitar.caseload.lists_taken import binaan_of_list, lists_taken, take_back_list
from db.blitar.selection.rounds import rounds
from db.blitar.staff_papers import assignment_told, issue_assignment_letter, staff_papers
from db.blitar.staffing.assignments import apply_spread, assign, deployment, end_assignment
from db.blitar.staffing.renewals import contracts_to_renew, decree_paper, renew_contracts, renewal_decrees
from db.blitar.staffing.staff import appoint, end_service, staff
from db.blitar.staffing.trainings import record_training, trainings
from db.blitar.staffing.week_plans import save_week_plan, week_plans
from db.office.boundaries import drop_boundaries, load_boundaries
from domain.blitar.client import Client
from domain.blitar.client_list.taking_back import TakingBack
from domain.blitar.ending import Decision, Ending
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.staffing.assignments import Assignment, AssignmentEnd, SpreadAccepted
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.blitar.staffing.renewing import Renewal
from domain.blitar.staffing.staff_papers import AssignmentLetter
from domain.blitar.staffing.work_week import WeekPlan
from domain.blitar.training import Trainer, Training
from domain.regions.regions import BLITAR_REGENCY
from tests.db.blitar.mentoring import TODAY, UDANAWU, UNTIL, Mentoring, new_staff
from tests.db.people import NOW, a_nonce
from tests.domain.regions.office_maps import office_map

HEAD, FACILITATOR, ADMIN = {"agency_head"}, {"facilitator"}, {"administrator"}
STAFF_READERS = {"facilitator", "agency_head", "mentor"}
COVERAGE_READERS = STAFF_READERS | {"leadership", "administrator"}
SRI, BUDI, HER_AREA, HER_CLIENT, HANDED_OVER, HER_LIST = 1, 2, 1, 1, 1, 1


def set_up(office):
    """Two Pendamping, the account of one, an assignment, two binaan and a handover of one of them."""
    programme = Mentoring(office)
    assert programme.appoint("Sri", person=programme.mentor) == SRI
    assert programme.appoint("Budi") == BUDI
    assert programme.assign(SRI) == HER_AREA
    assert programme.client(SRI) == HER_CLIENT
    moved = {programme.client(SRI): BUDI}
    written = HandoverWritten(number="BA 1", on=TODAY)
    told = {"nonce": a_nonce(), "at": NOW}
    assert programme.do(hand_over, programme.facilitator, SRI, moved, written, **told) == HANDED_OVER
    listed = [(_LISTED[0][0], "1" * 32)]
    programme.do(take_in_list, programme.facilitator, listed, carers={}, since=TODAY, **_new())


def _new():
    return {"nonce": a_nonce(), "at": NOW}


def _end(s, who, ground):
    decision = Decision(by="x", on=TODAY, decree="SK 2", reason="x")
    ending = Ending(ground=ground, last_day=TODAY, decision=decision)
    return end_service(s, who, SRI, ending, expected_version=1, at=NOW)


def _train(s, who):
    told = Training(on=TODAY, title="Dasar", trainer=Trainer.FACILITATOR, given_by="x")
    return record_training(s, who, SRI, told, **_new())


def _renew(s, who):
    told = Renewal(decree="SK 9", decided_on=TODAY, until=date(2027, 12, 31), reason="kinerja baik")
    return renew_contracts(s, who, told, [(SRI, 1)], **_new())


def _issue(s, who):
    letter, drawn = AssignmentLetter(number="ST 1", on=TODAY), lambda *_: b"%PDF"
    return issue_assignment_letter(s, who, SRI, letter, printed=drawn, **_new())


def _assign(s, who):
    wanted = Assignment(mentor_id=SRI, district_code=UDANAWU, starts_on=TODAY)
    return assign(s, who, wanted, **_new())


def _add(s, who, mentor_id):
    told = Client(kind=SubjectKind.CLIENT_MICRO, name="Warung")
    return add_client(s, who, told, mentor_id=mentor_id, since=TODAY, **_new())


_LISTED = [(Client(kind=SubjectKind.CLIENT_MICRO, name="Warung"), "0" * 32)]


def _take_back(s, who):
    return take_back_list(s, who, HER_LIST, TakingBack(reason="x"), **_new())


def _hand(s, who):
    written = HandoverWritten(number="BA 2", on=TODAY)
    return hand_over(s, who, SRI, {HER_CLIENT: BUDI}, written, **_new())


def _load(s, who):
    data = json.dumps(office_map(BLITAR_REGENCY)).encode()
    return load_boundaries(s, who, BLITAR, "resmi.geojson", data, **_new())


MENTORING_VERBS = {
    "appoint": (lambda s, who: appoint(s, who, new_staff(), **_new()), HEAD),
    "end_service, by itself": (
        lambda s, who: _end(s, who, EndingGround.RESIGNATION),
        FACILITATOR | HEAD,
    ),
    "end_service, decided": (lambda s, who: _end(s, who, EndingGround.INCAPACITY), HEAD),
    "contracts_to_renew": (lambda s, who: contracts_to_renew(s, who, UNTIL - timedelta(days=30)), HEAD),
    "renew_contracts": (_renew, HEAD),
    "decree_paper": (lambda s, who: decree_paper(s, who, 1), HEAD),
    "renewal_decrees": (renewal_decrees, HEAD),
    "staff_papers": (lambda s, who: staff_papers(s, who, SRI), STAFF_READERS),
    "assignment_told": (lambda s, who: assignment_told(s, who, SRI, TODAY), FACILITATOR | HEAD),
    "issue_assignment_letter": (_issue, FACILITATOR | HEAD),
    "record_training": (_train, FACILITATOR),
    "trainings": (trainings, STAFF_READERS),
    "staff": (staff, STAFF_READERS),
    "deployment": (deployment, COVERAGE_READERS),
    "assign": (_assign, FACILITATOR),
    "end_assignment": (
        lambda s, who: end_assignment(s, who, HER_AREA, AssignmentEnd(ends_on=TODAY), at=NOW),
        FACILITATOR,
    ),
    "apply_spread": (
        lambda s, who: apply_spread(
            s, who, frozenset({(SRI, UDANAWU)}), SpreadAccepted(from_day=TODAY, note="x"), **_new()
        ),
        FACILITATOR,
    ),
    "save_week_plan, one's own": (
        lambda s, who: save_week_plan(s, who, WeekPlan(mentor_id=SRI, monday=TODAY), **_new()),
        FACILITATOR | {"mentor"},
    ),
    "save_week_plan, another's": (
        lambda s, who: save_week_plan(s, who, WeekPlan(mentor_id=BUDI, monday=TODAY), **_new()),
        FACILITATOR,
    ),
    "week_plans": (lambda s, who: week_plans(s, who, TODAY, TODAY), STAFF_READERS),
    "add_client, into one's own care": (lambda s, who: _add(s, who, SRI), FACILITATOR | {"mentor"}),
    "add_client, into another's care": (lambda s, who: _add(s, who, BUDI), FACILITATOR),
    "add_client, into nobody's care": (lambda s, who: _add(s, who, None), FACILITATOR),
    "look_up_list": (lambda s, who: look_up_list(s, who, _LISTED), FACILITATOR),
    "take_in_list": (
        lambda s, who: take_in_list(s, who, _LISTED, carers={}, since=TODAY, **_new()),
        FACILITATOR,
    ),
    "lists_taken": (lists_taken, FACILITATOR),
    "binaan_of_list": (lambda s, who: binaan_of_list(s, who, 1, 10), FACILITATOR),
    "take_back_list": (_take_back, FACILITATOR),
    "clients_held": (clients_held, COVERAGE_READERS),
    "figures_by_district": (figures_by_district, COVERAGE_READERS),
    "open_clients": (open_clients, FACILITATOR),
    "hand_over": (_hand, FACILITATOR),
    "handover": (lambda s, who: handover(s, who, HANDED_OVER), STAFF_READERS),
    "handovers": (handovers, STAFF_READERS),
    "minutes_paper": (lambda s, who: minutes_paper(s, who, HANDED_OVER), STAFF_READERS),
    "load_boundaries": (_load, ADMIN),
    "drop_boundaries": (lambda s, who: drop_boundaries(s, who, BLITAR, **_new()), ADMIN),
    "rounds": (rounds, FACILITATOR | HEAD),
}
