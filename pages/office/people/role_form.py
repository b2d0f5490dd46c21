"""The form that gives a role, or proposes one that two administrators give."""

import streamlit as st

from db.office.people_list import PersonTold
from db.office.role_giving import give_role, propose_role
from domain.entering.role_terms import RoleGiven
from domain.programme import Programme
from domain.roles import Person
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import today


def give_form(person: Person, programme: Programme, told: PersonTold) -> None:
    """Ask for the role, its days and why."""
    if told.id == person.id:
        st.caption("Peran untuk diri sendiri diberikan oleh administrator lain.")
        return
    name = f"beri-peran-{told.id}"
    form = Form(nonce_of(name), {"since": today()}, RoleGiven)
    with st.expander(f"Beri peran pada {programme.name}", icon=":material/badge:"):
        names = {role.value: _said(programme, role.value) for role in programme.roles}
        chosen = form.ask("role", names=names)
        by_two = _needs_two(programme, chosen)
        if by_two:
            st.caption("Peran ini diusulkan seorang administrator dan disetujui administrator lain.")
        form.ask("since")
        form.ask("until")
        form.ask("reason", hint="mis. nomor SK")
        label = "Usulkan peran" if by_two else "Berikan peran"
        sent = st.button(label, type="primary", key=f"{form.nonce}:kirim")
    if not sent or say_problems([*form.problems, *form.blanks()], form):
        return
    given, verb = RoleGiven(**form.answers()), propose_role if by_two else give_role
    said = "Peran diusulkan; administrator lain menyetujuinya." if by_two else "Peran diberikan."
    save(name, verb, person, programme, told.id, given, said=said, fields=form, nonce=form.nonce)


def _needs_two(programme: Programme, chosen: str | None) -> bool:
    role = programme.role(chosen) if chosen else None
    return role is not None and programme.needs_two(role)


def _said(programme: Programme, value: str) -> str:
    role = programme.role(value)
    label = role.label if role else value
    return f"{label} (dua orang)" if _needs_two(programme, value) else label
