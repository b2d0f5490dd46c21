"""The register of the Pokjanis on the screen: who sits in it, and for the team the way to keep it."""

from collections.abc import Sequence
from uuid import uuid4

import streamlit as st

from db.sampang.origination.team_register import appoint_member, end_member, strike_member, team_register
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.origination.records import Element
from domain.sampang.origination.team_register import (
    LineStruck,
    MembershipEnd,
    Registered,
    TeamMember,
    serving,
)
from pages.parts.fields import Form
from pages.parts.sending import say_problems, send
from pages.parts.store import database, today
from pages.parts.text import plain

_NEW = "anggota-baru"
_FIELDS = ("name", "position", "element", "decree", "since")


def show_register(person: Person) -> None:
    """Show who serves today by element, who served, and the forms that keep the register."""
    with database().read() as session:
        register = team_register(session, person)
    now = serving(register, today())
    with st.expander(f"Anggota Pokjanis ({len(now)})", icon=":material/badge:"):
        absent = [element.label for element in Element if element not in {one.member.element for one in now}]
        if absent:
            st.caption(f"Belum ada anggota untuk: {'; '.join(absent)} (V.1).")
        for one in now:
            _line(person, one)
        for one in register:
            if one.struck is None and one.end is None and one.member.since > today():
                _coming(one)
        former = [one for one in register if one not in now and (one.end or one.struck)]
        if former:
            st.caption("Sudah berakhir atau dicoret: " + "; ".join(map(_former, former)))
        if register:
            _mend(person, register)
        _new(person)


def _line(person: Person, one: Registered) -> None:
    told = one.member
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        position = f", {plain(told.position)}" if told.position else ""
        st.markdown(
            f"**{plain(told.name)}**{position} · {told.element.label}  \n"
            f":gray[{plain(told.decree)}, sejak {indonesian_date(told.since)}]"
        )
        with st.popover("Akhiri"):
            _end(person, one)


def _coming(one: Registered) -> None:
    """A line that has not begun: nothing to end yet, but what is wrong can be put right."""
    told = one.member
    st.markdown(
        f"**{plain(told.name)}** · {told.element.label}  \n"
        f":gray[{plain(told.decree)}, mulai {indonesian_date(told.since)}]"
    )


def _mend(person: Person, register: Sequence[Registered]) -> None:
    """Choose a line that is wrong; its form is drawn only then."""
    standing = {one.id: one for one in register if one.struck is None}
    chosen = st.selectbox(
        "Betulkan baris yang keliru",
        list(standing),
        index=None,
        format_func=lambda number: _named(standing[number]),
        placeholder="Pilih barisnya",
        key="anggota-betulkan",
    )
    if chosen is not None and chosen in standing:
        _correct(person, standing[chosen])


def _named(one: Registered) -> str:
    return f"{one.member.name}, {one.member.element.label}, sejak {indonesian_date(one.member.since)}"


def _correct(person: Person, one: Registered) -> None:
    """Strike a wrong line, and write it again as it should be unless it should not be at all."""
    slot = f"anggota-betul:{one.id}"
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    why = Form(f"{nonce}:alasan", {}, LineStruck)
    why.ask("reason", hint="mis. tanggal salah ketik")
    again = st.toggle("Tulis lagi dengan yang benar", value=True, key=f"{nonce}:lagi")
    form = Form(nonce, {name: getattr(one.member, name) for name in _FIELDS}, TeamMember)
    if again:
        for name in _FIELDS:
            form.ask(name)
        if one.end is not None:
            st.caption(
                f"Keanggotaannya sudah berakhir {indonesian_date(one.end.on)}; baris yang baru pun "
                "begitu. Bila hari akhirnya yang keliru, coret saja baris ini, lalu catat anggota baru."
            )
    if not st.button("Coret baris ini", type="primary", key=f"{nonce}:coret"):
        return
    problems = [*why.problems, *why.blanks()]
    if say_problems(problems, why) or (again and say_problems([*form.problems, *form.blanks()], form)):
        return
    struck, instead = LineStruck(**why.answers()), TeamMember(**form.answers()) if again else None
    if send(lambda s, at: strike_member(s, person, one.id, struck, instead, nonce=nonce, at=at)):
        st.session_state.pop(slot, None)
        st.rerun()


def _former(one: Registered) -> str:
    if one.struck is not None:
        return f"~~{plain(one.member.name)}~~ (dicoret: {plain(one.struck.reason)})"
    span = f"sejak {indonesian_date(one.member.since)}"
    if one.end is not None:
        span = f"sampai {indonesian_date(one.end.on)}, {plain(one.end.why)}"
    return f"{plain(one.member.name)} ({span})"


def _end(person: Person, one: Registered) -> None:
    slot = f"anggota-akhir:{one.id}"
    form = Form(st.session_state.setdefault(slot, uuid4().hex), {"on": today()}, MembershipEnd)
    form.ask("on")
    form.ask("why", hint="mis. SK Bupati nomor …")
    if not st.button("Ya, akhiri", type="primary", key=f"{form.nonce}:save"):
        return
    if say_problems([*form.problems, *form.blanks()], form):
        return
    end = MembershipEnd(**form.answers())
    if send(lambda session, at: end_member(session, person, one.id, end, nonce=form.nonce, at=at)):
        st.session_state.pop(slot, None)
        st.rerun()


def _new(person: Person) -> None:
    form = Form(st.session_state.setdefault(_NEW, uuid4().hex), {"since": today()}, TeamMember)
    st.markdown("**Anggota baru**")
    left, right = st.columns(2)
    with left:
        form.ask("name")
        form.ask("position", aside="boleh kosong")
        form.ask("element", aside="V.1")
    with right:
        form.ask("decree", hint="mis. SK Bupati nomor …")
        form.ask("since")
    if not st.button("Catat anggota", key=f"{form.nonce}:save", icon=":material/person_add:"):
        return
    if say_problems([*form.problems, *form.blanks()], form):
        return
    member = TeamMember(**form.answers())
    if send(lambda session, at: appoint_member(session, person, member, nonce=form.nonce, at=at)):
        st.session_state.pop(_NEW, None)
        st.rerun()
