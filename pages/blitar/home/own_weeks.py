"""A Pendamping's own weeks on Beranda: today's place, the coming week one tap away, the calendar file."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import streamlit as st

from db.blitar.visiting.field_day import FieldDay
from domain.blitar.staffing.week_table import slots_on
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where, is_kept
from domain.regions.regions import district
from domain.working_days import holiday_name, is_working_day, monday_of
from pages.blitar.screen_tabs import WEEK, MentorsTab, link_to
from pages.blitar.screens import MENTORS
from pages.parts.store import now, today

_WEEK: Final = timedelta(weeks=1)


def today_in_words(plan: WeekPlan | None, day: date) -> str:
    """Where the plan has its Pendamping today, or why it says nothing."""
    if slots := (slots_on(plan, day) if plan else ()):
        return f"{' dan '.join(_place(one) for one in slots)} (rencana)"
    if holiday := holiday_name(day):
        return f"libur, {holiday}"
    return "belum ada rencana" if is_working_day(day) else "bukan hari kerja"


def next_week_link(found: FieldDay) -> tuple[str, Path, Mapping[str, str]]:
    """The way to the coming week's plan, with how it stands."""
    coming = monday_of(today()) + _WEEK
    words = f":material/event: Rencana pekan depan **{_state(found.next_week)}**"
    return words, MENTORS, link_to(MentorsTab.WEEK, **{WEEK: coming.isoformat()})


def offer_calendar(found: FieldDay) -> None:
    """Offer the plans of this and the coming week as a calendar file, made when it is asked for."""
    plans = tuple(plan for plan in (found.this_week, found.next_week) if plan and plan.slots)
    if plans:
        st.download_button(
            "Rencana ke kalender telepon (.ics)",
            data=lambda: _calendar(plans),
            file_name=f"jadwal-kerja-{plans[0].monday}.ics",
            mime="text/calendar",
            on_click="ignore",
            icon=":material/event:",
        )


def _calendar(plans: tuple[WeekPlan, ...]) -> bytes:
    from documents.blitar.staffing.week_calendar import week_calendar

    return week_calendar(plans, now())


def _state(plan: WeekPlan | None) -> str:
    if plan is None or not plan.slots:
        return "belum diisi"
    return "✔ sudah diisi" if is_kept(plan) else "terisi, kurang hari"


def _place(slot: Slot) -> str:
    if slot.where is not Where.FIELD:
        return slot.where.label.lower()
    found = district(slot.district_code) if slot.district_code else None
    return f"lapangan {found.name}" if found else "lapangan, kecamatan belum diisi"
