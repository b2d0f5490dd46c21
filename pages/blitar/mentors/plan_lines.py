"""The lines of a plan's form: one for each day, one more where a day has two places."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

from domain.blitar.staffing.week_table import WeekDay, slots_on, week_days
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where
from pages.blitar.mentors.register import DISTRICT_NAMES
from pages.parts.fields import Form

_WHERE, _DISTRICT = 130, 152  # pixels, which fit beside each other on a telephone
_EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Line:
    """One place of one day, with the first values of its fields."""

    name: str
    day: WeekDay
    start: dict[str, Any] = field(default_factory=dict)


def starting_lines(plan: WeekPlan) -> tuple[Line, ...]:
    """A line for every place that a plan has, and for every day without one."""
    found = []
    for day in week_days(plan.monday):
        for place, slot in enumerate(slots_on(plan, day.day) or (None,)):
            name = f"{day.day}:{place}"
            start = {
                f"where.{name}": slot.where if slot else None,
                f"district.{name}": slot.district_code if slot else None,
                f"note.{name}": slot.note if slot else "",
            }
            found.append(Line(name, day, start))
    return tuple(found)


def read_slot(form: Form, line: Line, assigned: Sequence[str], notes: Any) -> Slot | None:
    """Read one line, what it is for among the `notes`; None while its place is blank."""
    places = _in_a_row()
    return _read(form, line.name, line.day.day, assigned, (*places, notes), line.day.heading)


def read_extra(form: Form, monday: date, assigned: Sequence[str]) -> Slot | None:
    """Read the line for a second place; None while its day or place is blank."""
    days = {one.day.isoformat(): one.heading for one in week_days(monday)}
    day = form.code(f"day.{_EXTRA}", "Hari", days)
    places = (*_in_a_row(), st.container())
    slot = _read(form, _EXTRA, date.fromisoformat(day) if day else monday, assigned, places, "")
    return slot if day else None


def _in_a_row() -> tuple[Any, Any]:
    """Two places beside each other, on a telephone too."""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
        return st.container(width=_WHERE), st.container(width=_DISTRICT)


def _read(
    form: Form, name: str, day: date, assigned: Sequence[str], columns: Sequence[Any], heading: str
) -> Slot | None:
    where_column, district_column, note_column = columns
    own = {code: DISTRICT_NAMES[code] for code in assigned}
    others = {code: told for code, told in DISTRICT_NAMES.items() if code not in own}
    with where_column:
        where = form.ask(f"where.{name}", at="where", label=heading)
    with district_column:
        code = form.ask(f"district.{name}", at="district_code", label="Kecamatan", names={**own, **others})
    with note_column:
        note = form.ask(f"note.{name}", at="note", label=heading and f"Keperluan {heading}")
    if where is None:
        return None
    if where is Where.FIELD and code is None and len(own) == 1:
        code = next(iter(own))
    return Slot(day=day, where=where, district_code=code if where is Where.FIELD else None, note=note)
