"""A mentoring programme in the store, for tests that name only what matters."""

from datetime import date, timedelta
from itertools import count

from db.blitar.caseload.clients import add_client
from db.blitar.staffing.assignments import assign, deployment
from db.blitar.staffing.staff import NewStaff, appoint, end_service, staff
from domain.blitar.appointment import Appointment
from domain.blitar.client import Client
from domain.blitar.ending import Ending
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.kinds import SubjectKind, WorkTie
from domain.blitar.place import Place
from domain.blitar.roles import BlitarRole
from domain.blitar.staffing.assignments import Assignment
from domain.blitar.staffing.coverage import coverage_on
from tests.db.people import NOW, a_nonce

TODAY = date(2026, 3, 2)
START, UNTIL = date(2026, 2, 2), date(2026, 12, 31)
WONODADI, UDANAWU, SRENGAT = "35.05.01", "35.05.02", "35.05.03"
RESIGNED = Ending(ground=EndingGround.RESIGNATION, last_day=date(2026, 3, 31))
_decrees = count(1)


def an_appointment(name="Sri", kind=SubjectKind.MENTOR, **more):
    told = {
        "name": name,
        "civil_servant": False,
        "other_work_tie": WorkTie.NONE,
        "party_tie": False,
        "academic": True,
        "professional": True,
        "appointed_on": START,
        "decree": f"SK {next(_decrees)}",
    }
    return Appointment(kind=kind, **told | more)


def new_staff(name="Sri", *, nik=None, home=WONODADI, until=UNTIL, person=None, **more):
    rest = {key: more.pop(key) for key in ("candidate_id", "replaces_id") if key in more}
    return NewStaff(
        appointment=an_appointment(name, **more),
        nik=nik,
        home_code=home,
        contract_until=until,
        person_id=person.id if person else None,
        **rest,
    )


class Mentoring:
    """The verbs of the programme over an office, each with the person who may."""

    def __init__(self, office):
        self.office = office
        self.head = office.people[BlitarRole.AGENCY_HEAD]
        self.facilitator = office.people[BlitarRole.FACILITATOR]
        self.mentor = office.people[BlitarRole.MENTOR]

    def do(self, verb, actor, *told, **more):
        with self.office.database.write() as session:
            return verb(session, actor, *told, **more)

    def read(self, verb, *told, **more):
        with self.office.database.read() as session:
            return verb(session, self.facilitator, *told, **more)

    def appoint(self, name="Sri", **more):
        nonce = more.pop("nonce", None) or a_nonce()
        return self.do(appoint, self.head, new_staff(name, **more), nonce=nonce, at=NOW)

    def assign(self, mentor_id, code=WONODADI, starts_on=TODAY, **more):
        wanted = Assignment(mentor_id=mentor_id, district_code=code, starts_on=starts_on, **more)
        return self.do(assign, self.facilitator, wanted, nonce=a_nonce(), at=NOW)

    def client(self, mentor_id, name="Warung Bu Ani", code=WONODADI, kind=SubjectKind.CLIENT_MICRO, **more):
        told = Client(kind=kind, name=name, place=Place(regency_code="35.05", district_code=code))
        when = {"since": START, "at": NOW} | more
        return self.do(add_client, self.facilitator, told, mentor_id=mentor_id, nonce=a_nonce(), **when)

    def one(self, staff_id):
        for kind in (SubjectKind.MENTOR, SubjectKind.FACILITATOR):
            for each in self.read(staff, kind):
                if each.id == staff_id:
                    return each
        return None

    def assignments(self):
        return self.read(deployment).assignments

    def who(self, code, day):
        """The mentors who cover a kecamatan on a day."""
        deployed = self.read(deployment)
        for one in coverage_on(day, deployed.services, deployed.assignments):
            if one.district.code == code:
                return {cover.service.mentor_id for cover in one.covers}
        return None


def days(number):
    return timedelta(days=number)


def fields(refused):
    """The fields that a refusal names."""
    return [problem.field for problem in refused.value.problems]


def end(programme, staff_id, ending, actor=None, version=1):
    actor = actor or programme.facilitator
    programme.do(end_service, actor, staff_id, ending, expected_version=version, at=NOW)
