"""Visits in a store for tests that name only what matters."""

from datetime import timedelta
from functools import cached_property

from db.blitar.caseload.baselines import record_baseline
from db.blitar.visiting.imports import import_visits
from db.blitar.visiting.verifying import return_visit, verify_visits
from db.blitar.visiting.visits import save_visit
from db.office.people import add_person
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import IndicatorChange, Visit
from tests.db.blitar.mentoring import TODAY, WONODADI, Mentoring
from tests.db.people import NOW, a_nonce
from tests.people import held


def a_visit(mentor_id, client_id, on=TODAY, **more):
    told = {
        "district_code": WONODADI,
        "tasks": (MentorTask.CONSULTATION,),
        "parts": (ReportPart.CONSULTATION,),
    }
    return Visit(mentor_id=mentor_id, client_id=client_id, on=on, **told | more)


def change(indicator=Indicator.BUSINESS_NUMBER, value=1, evidence="foto 1"):
    return IndicatorChange(indicator=indicator, value=value, evidence=evidence)


NOBODY = object()
AGAIN = "dua kali bertemu"  # so that tests may name visits of one day, of which the store would ask


class Caseload(Mentoring):
    """A Pendamping with an account, her binaan, and the verbs around visits."""

    def __init__(self, office):
        super().__init__(office)
        self.sri = self.appoint("Sri", person=self.mentor)
        self.assign(self.sri)

    @cached_property
    def other_facilitator(self):
        """A second Fasilitator, who verifies what the first one recorded."""
        with self.office.database.write() as session:
            return add_person(session, "Fasilitator kedua", held(BlitarRole.FACILITATOR), at=NOW)

    def binaan(self, name="Warung Bu Ani", mentor_id=None, **more):
        carer = self.sri if mentor_id is None else mentor_id
        return self.client(None if carer is NOBODY else carer, name, **more)

    def baseline(self, client_id, *changes, actor=None, on=TODAY):
        return self.do(
            record_baseline, actor or self.facilitator, client_id, changes, on=on, nonce=a_nonce(), at=NOW
        )

    def save(self, visit, *, send=True, actor=None, nonce=None, at=NOW, **more):
        told = {"nonce": nonce or a_nonce(), "at": at, "again_because": AGAIN}
        return self.do(save_visit, actor or self.mentor, visit, send=send, **told | more)

    def verify(self, *saved, **more):
        """Look at visits one by one, as also those must be that have a warning; give how many."""
        return sum(self.verify_together(one, **more) for one in saved)

    def verify_together(self, *saved, actor=None, at=NOW):
        told = [(one.id, one.version) for one in saved]
        return self.do(verify_visits, actor or self.facilitator, told, nonce=a_nonce(), at=at)

    def send_back(self, saved, note="Bukti belum ada", actor=None, version=None):
        version = saved.version if version is None else version
        return self.do(return_visit, actor or self.facilitator, saved.id, version=version, note=note, at=NOW)

    def take_in(self, *visits, actor=None, nonce=None, **more):
        told = {"name": "rekap.xlsx", "sha256": "0" * 64, "nonce": nonce or a_nonce(), "at": NOW}
        told["again_because"] = AGAIN
        return self.do(import_visits, actor or self.facilitator, visits, **told | more)


def days_before(number):
    return TODAY - timedelta(days=number)
