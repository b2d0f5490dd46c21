"""Builders for services and assignments that name only what matters."""

from datetime import date

from domain.blitar.staffing.assignments import Assignment, Service

START, END = date(2026, 1, 1), date(2026, 12, 31)


def a_service(mentor_id=1, **more):
    told = {"name": f"Pendamping {mentor_id}", "appointed_on": START, "contract_until": END}
    return Service(mentor_id=mentor_id, **told | more)


def an_assignment(district_code="35.05.01", mentor_id=1, starts_on=START, **more):
    return Assignment(mentor_id=mentor_id, district_code=district_code, starts_on=starts_on, **more)
