"""One person opened: roles with their days, a new role, access, and the whole trail."""

from collections.abc import Sequence

import streamlit as st

from db.office.people_list import PersonTold, RoleWaiting
from db.office.role_giving import end_role
from db.office.trail_list import TrailWanted, trail_page
from db.trail import OfficeSubject
from domain.entering.role_terms import RoleEnd, RoleTerm
from domain.programme import Programme
from domain.programmes import PROGRAMMES
from domain.roles import Person
from pages.office.people.access_actions import show_access
from pages.office.people.people_words import given, seen, sorted_terms, span, standing
from pages.office.people.role_form import give_form
from pages.office.people.roles_waiting import show_waiting_roles
from pages.office.trail.told_lines import told_lines
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.parts.wings import wing_of

_NAMES = {one.key: one.name for one in PROGRAMMES}


def show_person(
    person: Person, programme: Programme, told: PersonTold, waiting: Sequence[RoleWaiting]
) -> None:
    """Show somebody as an administrator of a programme may change them."""
    st.subheader(plain(told.name), anchor=False)
    state = "aktif" if told.active else "**nonaktif**"
    st.caption(f"{plain(told.email or 'tanpa alamat surel')} · {state} · terakhir: {seen(told)}")
    show_waiting_roles(person, programme, [one for one in waiting if one.person_id == told.id])
    st.markdown("**Peran**")
    if not told.terms:
        st.info("Belum ada peran, jadi belum ada yang dapat dilihat orang ini.")
    for term in sorted_terms(told.terms, today()):
        _term(person, programme, term)
    if told.active:
        give_form(person, programme, told)
    show_access(person, programme, told)
    _trail(person, programme, told)


def _term(person: Person, programme: Programme, term: RoleTerm) -> None:
    with st.container(border=True, gap="xsmall", key=f"peran-{term.id}"):
        where = plain(_NAMES.get(term.programme, term.programme))
        st.markdown(f"**{plain(term.role.label)}** · {where} · {standing(term, today())}")
        st.caption(f"{span(term.since, term.until)}. {plain(given(term))}")
        if term.programme == programme.key and not term.is_over(today()):
            _end(person, programme, term)


def _end(person: Person, programme: Programme, term: RoleTerm) -> None:
    name = f"akhiri-peran-{term.id}"
    form = Form(nonce_of(name), {}, RoleEnd)
    with st.popover("Akhiri", icon=":material/event_busy:", key=f"{name}:buka"):
        st.markdown("Kosongkan harinya untuk mencabut seketika: hilang pada ketukan berikutnya.")
        form.ask("last_day")
        form.ask("reason", hint="mis. SK pindah tugas")
        sent = st.button("Ya, akhiri peran ini", type="primary", key=f"{form.nonce}:kirim")
    if not sent or say_problems([*form.problems, *form.blanks()], form):
        return
    end = RoleEnd(**form.answers())
    said = "Peran diakhiri."
    save(name, end_role, person, programme, term.id, end, said=said, fields=form, nonce=form.nonce)


def _trail(person: Person, programme: Programme, told: PersonTold) -> None:
    wanted = TrailWanted(kind=OfficeSubject.PERSON, subject_id=told.id)
    with database().read() as session:
        found = trail_page(session, person, programme, wanted, size=200)
    with st.expander(f"Jejak: {len(found.lines)} catatan", icon=":material/history:"):
        if found.lines:
            st.dataframe(
                told_lines(found.lines, found.known, wing_of(programme).trail()),
                hide_index=True,
                width="stretch",
                height="content",
            )
        else:
            st.caption(f"Belum ada catatan pada {programme.name}.")
