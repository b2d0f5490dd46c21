"""The plan of one Pendamping for one week: their own, or for the Fasilitator anybody's."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import streamlit as st

from db.blitar.staffing.week_plans import save_week_plan
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import Service
from domain.blitar.staffing.week_table import WeekRow, week_days
from domain.blitar.staffing.work_week import Slot, WeekPlan, copied
from domain.dates import indonesian_date
from domain.programme import may
from domain.roles import Person
from pages.blitar.mentors.plan_lines import read_extra, read_slot, starting_lines
from pages.blitar.mentors.register import Register
from pages.parts.fields import Form
from pages.parts.in_reach import buttons_in_reach
from pages.parts.saved_notice import Saved
from pages.parts.saving import opened, save
from pages.parts.sending import forget, nonce_of, say_problems
from pages.parts.text import plain

_WEEK = timedelta(days=7)


def show_plan_form(
    person: Person,
    register: Register,
    monday: date,
    rows: Sequence[WeekRow],
    plans: Sequence[WeekPlan],
    versions: Mapping[tuple[int, date], int],
) -> None:
    """Show the form to who may plan; nothing to others."""
    service = _whose(person, register, rows)
    if service is None:
        return
    by_week = {plan.monday: plan for plan in plans if plan.mentor_id == service.mentor_id}
    name = f"jadwal-{service.mentor_id}-{monday}"
    nonce = nonce_of(name)
    now_stored = by_week.get(monday, WeekPlan(mentor_id=service.mentor_id, monday=monday))
    start, version = opened(nonce, (now_stored, versions.get((service.mentor_id, monday))))
    _copy_button(name, by_week.get(monday - _WEEK), monday, version)
    plan, form, sent = _ask(nonce, start, register)
    if sent:
        said = Saved(
            f"Jadwal {service.name} minggu {indonesian_date(monday)} tersimpan.",
            correcting="Keliru? Ubah di formulir yang sama, lalu simpan lagi.",
        )
        save(
            name, save_week_plan, person, plan, said=said, fields=form, nonce=nonce, expected_version=version
        )
        st.button("Buka jadwal terbaru", on_click=forget, args=(name,), key=f"{nonce}:anew")


def _whose(person: Person, register: Register, rows: Sequence[WeekRow]) -> Service | None:
    serving = {row.service.mentor_id: row.service for row in rows}
    if may(person, BlitarPermission.MANAGE_STAFF, BLITAR) and serving:
        st.subheader("Ubah jadwal", anchor=False)
        chosen = st.selectbox(
            "Pendamping",
            list(serving),
            index=None,
            format_func=lambda number: register.labels[number],
            placeholder="Pilih Pendamping …",
            key="jadwal-siapa",
        )
        return serving.get(chosen) if chosen else None
    if not may(person, BlitarPermission.PLAN_OWN_WORK, BLITAR):
        return None
    own = [one.service for one in register.mentors if one.person_id == person.id and one.id in serving]
    if not own:
        st.info("Anda tidak tercatat bertugas pada minggu ini, jadi tidak ada jadwal yang dapat diisi.")
        return None
    st.subheader("Jadwal saya", anchor=False)
    return own[-1]


def _copy_button(name: str, last_week: WeekPlan | None, monday: date, version: int | None) -> None:
    if last_week is None:
        st.caption("Minggu lalu tidak ada jadwal yang dapat disalin.")
        return
    st.button(
        "Salin dari minggu lalu",
        on_click=_copy,
        args=(name, copied(last_week, monday), version),
        icon=":material/content_copy:",
        key=f"salin:{name}",
    )


def _copy(name: str, plan: WeekPlan, version: int | None) -> None:
    forget(name)
    opened(nonce_of(name), (plan, version))


def _ask(nonce: str, start: WeekPlan, register: Register) -> tuple[WeekPlan, Form, bool]:
    lines = starting_lines(start)
    form = Form(nonce, {name: value for line in lines for name, value in line.start.items()}, Slot)
    own = [
        each.district_code
        for one in week_days(start.monday)
        for each in register.areas(start.mentor_id, one.day)
    ]
    assigned = tuple(dict.fromkeys(own))
    slots: list[Slot | None] = []
    with st.container(border=True):
        days = st.container(gap="xsmall")
        has_notes = any(slot.note for slot in start.slots)
        notes = st.expander("Keperluan tiap hari (boleh kosong)", expanded=has_notes)
        for line in lines:
            with days:
                slots.append(read_slot(form, line, assigned, notes))
        with st.expander("Tempat kedua pada hari yang sama"):
            slots.append(read_extra(form, start.monday, assigned))
        st.caption("Rencana pada hari libur atau di luar wilayah tetap tersimpan, dengan peringatan.")
        wrong, buttons = buttons_in_reach()
        sent = buttons.button("Simpan jadwal", type="primary", key=f"{nonce}:form:kirim")
        if sent:
            with wrong:
                sent = not say_problems(form.problems, form, named=True)
    plan = WeekPlan(
        mentor_id=start.mentor_id, monday=start.monday, slots=tuple(slot for slot in slots if slot)
    )
    for one in week_days(start.monday):
        if one.holiday and any(slot.day == one.day for slot in plan.slots):
            st.caption(f"⚠ {one.name} libur: {plain(one.holiday)}.")
    return plan, form, sent
