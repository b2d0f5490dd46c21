"""Which kecamatan somebody leaves without anybody by leaving on a day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from domain.blitar.staffing.assignments import Assignment, Service
from domain.blitar.staffing.coverage import coverage_on
from domain.regions.regions import District


def left_alone(
    mentor_id: int, last_day: date, services: Iterable[Service], assignments: Iterable[Assignment]
) -> tuple[District, ...]:
    """The kecamatan that are covered on the last day of somebody and by nobody on the day after."""
    given = tuple(assignments)
    known = tuple(replace(one, ended_on=last_day) if one.mentor_id == mentor_id else one for one in services)
    after = coverage_on(last_day + timedelta(days=1), known, given)
    before = {one.district.code for one in coverage_on(last_day, known, given) if one.is_covered}
    return tuple(one.district for one in after if not one.is_covered and one.district.code in before)
