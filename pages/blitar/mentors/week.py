"""Jadwal kerja: the week of everybody, what is odd about it, and one's own plan (Pasal 7.m, 12.a)."""

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from db.blitar.staffing.week_plans import week_plans
from documents.blitar.staffing.week_sheet import week_sheet
from domain.blitar.instruments import at
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.week_table import LEGEND, WeekRow, week_days, week_rows
from domain.blitar.staffing.work_week import PLACE, WeekPlan, empty_office_days, warnings_of
from domain.dates import indonesian_date
from domain.programme import may
from domain.roles import Person
from domain.typed_days import typed_day
from domain.working_days import monday_of
from pages.blitar.mentors.compliance import show_compliance
from pages.blitar.mentors.plan_form import show_plan_form
from pages.blitar.mentors.register import Register
from pages.blitar.printing import printing_of
from pages.blitar.screen_tabs import WEEK
from pages.parts.day_field import day_looked_at
from pages.parts.store import database, today
from pages.parts.text import plain

_DAY, _MONDAY = "jadwal-hari", "jadwal-senin"
_ROW, _HEAD = 35, 38
_WEEK = timedelta(days=7)


def show_week(person: Person, register: Register) -> None:
    """Show one week from the choice of it to the compliance of its month."""
    _open_at_week()
    monday = _monday()
    with database().read() as session:
        found = week_plans(session, person, monday - _WEEK, monday)
    plans = [plan for plan, _ in found]
    rows = week_rows(monday, [one.service for one in register.mentors], plans)
    versions: Mapping[tuple[int, date], int] = {(plan.mentor_id, plan.monday): v for plan, v in found}
    own_first = may(person, BlitarPermission.PLAN_OWN_WORK, BLITAR)
    _holidays(monday)
    if own_first:
        show_plan_form(person, register, monday, rows, plans, versions)
    # A Pendamping reads what colleagues planned; who planned nothing is for who asks them about it.
    shown = tuple(row for row in rows if row.plan is not None) if own_first else rows
    _grid(monday, shown)
    _warn(monday, rows, plans, register, names_those_without=not own_first)
    _print(person, monday, shown)
    if not own_first:
        show_plan_form(person, register, monday, rows, plans, versions)
    show_compliance(person, register, monday)


def _open_at_week() -> None:
    """Open the week that a link names, once; from then on the buttons move it."""
    told = st.query_params.pop(WEEK, "")
    try:
        st.session_state[_DAY] = typed_day(date.fromisoformat(told))
    except ValueError:
        return


def _move(days: int) -> None:
    st.session_state[_DAY] = typed_day(st.session_state[_MONDAY] + timedelta(days=days))


def _monday() -> date:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.button("‹ Sebelumnya", on_click=_move, args=(-7,), key="minggu-lalu")
        day = day_looked_at("Minggu yang memuat tanggal", _DAY, today())
        st.button("Berikutnya ›", on_click=_move, args=(7,), key="minggu-depan")
    monday = st.session_state[_MONDAY] = monday_of(day)
    friday = monday + timedelta(days=4)
    st.subheader(f"Senin {indonesian_date(monday)} sampai Jumat {indonesian_date(friday)}", anchor=False)
    return monday


def _holidays(monday: date) -> None:
    for one in week_days(monday):
        if one.holiday:
            st.info(f"{one.name}, {indonesian_date(one.day)}: {plain(one.holiday)}.")


def _grid(monday: date, rows: tuple[WeekRow, ...]) -> None:
    if not rows:
        st.info("Belum ada jadwal kerja untuk minggu ini.")
        return
    headings = [one.heading for one in week_days(monday)]
    st.dataframe(
        pd.DataFrame(
            {"Pendamping": row.service.name, **dict(zip(headings, row.cells, strict=True))} for row in rows
        ),
        hide_index=True,
        height=_HEAD + _ROW * len(rows),
    )
    st.caption(LEGEND)
    st.caption(
        f"Diminta 2 hari di kantor dan 3 hari di lapangan setiap minggu ({PLACE.place}); jadwal disusun "
        f"Pendamping sesuai program kerja Fasilitator ({at('12.a').place}). Hari libur mengurangi hari "
        "lapangan lebih dahulu."
    )


def _warn(
    monday: date,
    rows: tuple[WeekRow, ...],
    plans: list[WeekPlan],
    register: Register,
    *,
    names_those_without: bool,
) -> None:
    empty = empty_office_days(monday, plans)
    if empty and rows:
        names = ", ".join(indonesian_date(day) for day in empty)
        st.warning(f"Tidak ada Pendamping yang berjadwal di kantor pada: {names}.")
    without = [row.service.name for row in rows if row.plan is None]
    if without and names_those_without:
        st.markdown(f"… **Belum ada jadwal ({len(without)}):** {plain(', '.join(without))}")
    told = {row.service.name: _warnings(row, monday, register) for row in rows if row.plan}
    told = {name: sentences for name, sentences in told.items() if sentences}
    if told:
        with st.expander(f"⚠ Perlu dilihat pada {len(told)} jadwal (peringatan, tidak menghalangi)"):
            for name, sentences in told.items():
                st.markdown(f"**{plain(name)}**: {plain(' '.join(sentences))}")


def _warnings(row: WeekRow, monday: date, register: Register) -> list[str]:
    if row.plan is None:
        return []
    days = [one.day for one in week_days(monday)]
    assigned = {each.district_code for day in days for each in register.areas(row.service.mentor_id, day)}
    return [warned.sentence for warned in warnings_of(row.plan, assigned)]


def _print(person: Person, monday: date, rows: tuple[WeekRow, ...]) -> None:
    printing = printing_of(person, today())
    st.download_button(
        "Cetak jadwal kerja",
        data=lambda: week_sheet(monday, rows, printing),
        file_name=f"jadwal-kerja-{monday}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
        disabled=not rows,
    )
