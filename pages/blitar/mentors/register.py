"""Everybody who is or was appointed, with the law of today and who has which kecamatan, read once a run."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from db.blitar.staffing.assignments import Deployment, deployment
from db.blitar.staffing.staff import StoredStaff, staff
from db.blitar.staffing.trainings import trainings
from db.office.practice import law_of
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.staffing.assignments import Assignment, Service
from domain.blitar.training import Training
from domain.regions.regions import BLITAR_REGENCY, district, districts
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.screen_tabs import VIEW, MentorsTab
from pages.parts.store import database, today

DISTRICT_NAMES = {one.code: one.name for one in districts(BLITAR_REGENCY.code)}


@dataclass(frozen=True, slots=True)
class Register:
    """What the screen works with; `labels` are names that tell two people of one name apart.

    `services` and `given` are each Pendamping's time in service and kecamatan, by the Pendamping's number.
    """

    mentors: tuple[StoredStaff, ...]
    facilitators: tuple[StoredStaff, ...]
    deployment: Deployment
    trainings: Mapping[int, tuple[Training, ...]]
    law: LawInForce
    labels: Mapping[int, str]
    services: Mapping[int, Service]
    given: Mapping[int, list[Assignment]]

    @property
    def everybody(self) -> tuple[StoredStaff, ...]:
        """Pendamping and Fasilitator."""
        return (*self.mentors, *self.facilitators)

    def serving(self, day: date) -> tuple[Service, ...]:
        """The Pendamping who serve on a day, by name."""
        found = [one.service for one in self.mentors if one.service.is_on(day)]
        return tuple(sorted(found, key=lambda one: one.name))

    def areas(self, mentor_id: int, day: date) -> tuple[Assignment, ...]:
        """The kecamatan that somebody has on a day."""
        service = self.services[mentor_id]
        return tuple(one for one in self.given.get(mentor_id, ()) if one.holds_on(day, service))


def read_register(person: Person) -> Register:
    """Read it from the store."""
    with database().read() as session:
        mentors = staff(session, person)
        facilitators = staff(session, person, SubjectKind.FACILITATOR)
        deployed = deployment(session, person)
        trained = trainings(session, person)
        law = law_of(session, BLITAR, today())
    given = defaultdict(list)
    for one in deployed.assignments:
        given[one.mentor_id].append(one)
    services = {one.id: one.service for one in mentors}
    labels = _labels((*mentors, *facilitators))
    return Register(mentors, facilitators, deployed, trained, law, labels, services, given)


def name_of(code: str | None) -> str:
    """The name of a kecamatan, also of one that is not on the list."""
    found = district(code) if code else None
    return found.name if found else "kecamatan belum diisi"


def go_to(tab: MentorsTab) -> None:
    """Open a tab; for use as a button's callback."""
    st.session_state[VIEW] = tab.value


def _labels(everybody: Iterable[StoredStaff]) -> Mapping[int, str]:
    people = tuple(everybody)
    times = Counter(one.name for one in people)
    return {one.id: one.name if times[one.name] == 1 else f"{one.name} ({one.decree})" for one in people}
