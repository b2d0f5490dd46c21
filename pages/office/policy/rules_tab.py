"""The tab "Aturan lain": drafts beside the law in force, over the whole register."""

from datetime import date

import streamlit as st

from db.office.practice import practice
from domain.dates import indonesian_date
from domain.money import number
from domain.programme import Programme
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.comparing import Comparison
from domain.regulation.policy.draft import Draft, drafted
from domain.regulation.policy.draft_checks import problems_of_draft
from domain.regulation.policy.judged import judged
from domain.roles import Person
from pages.office.policy.changed_rows import show_changes
from pages.office.policy.compared import Compared, Tried, show_table
from pages.office.policy.draft_form import ask_draft
from pages.office.policy.draft_slots import MOST, Slots, add, choose, drop, fill, slots_of
from pages.office.policy.register_reading import register_of
from pages.parts.policy_part import PolicyPart
from pages.parts.store import database, today
from pages.parts.text import plain


def show_rules_tab(person: Person, programme: Programme, part: PolicyPart) -> None:
    """Show the ready questions, the drafts, and what they would change."""
    slots = slots_of(programme, today())
    with database().read() as session:
        known = practice(session, programme)
    law = programme.law_on(_day(slots), known)
    _ready(slots, part, law)
    _choose(slots)
    with st.container(border=True):
        slot = slots.current
        if slot.note:
            st.caption(plain(slot.note))
        draft, can_be_read = ask_draft(programme, slot, law)
        wrong = problems_of_draft(draft, law)
        for problem in wrong:
            st.markdown(f":red[⚠ {plain(problem.sentence)}]")
        if can_be_read and not wrong:
            slot.draft = draft
        _remove(slots)
    law = programme.law_on(_day(slots), known)
    ever = _scope(programme, part)
    read = register_of(programme, part, law, ever=ever)
    if read is None or wrong or not can_be_read:
        return
    _show(person, Compared(programme, part, read.register, judged(read.register, law), _tried(slots, law)))


def _day(slots: Slots) -> date:
    """The day on which all are compared: today, or the first day of the latest draft."""
    return max([today(), *(slot.draft.since for slot in slots.slots)])


def _tried(slots: Slots, law: LawInForce) -> tuple[Draft, ...]:
    drafts = [slot.draft for slot in slots.slots]
    return tuple(one for one in drafts if not one.changes_nothing and not problems_of_draft(one, law))


def _ready(slots: Slots, part: PolicyPart, law: LawInForce) -> None:
    with st.container(horizontal=True, gap="small"):
        for place, one in enumerate(part.ready(law)):
            st.button(one.name, key=f"simulasi:siap:{place}", on_click=fill, args=(slots, one))


def _choose(slots: Slots) -> None:
    names = [f"{place}. {slot.draft.name}" for place, slot in enumerate(slots.slots, 1)]
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if len(names) > 1:
            for place, name in enumerate(names):
                kind = "primary" if place == slots.open else "secondary"
                key = f"simulasi:buka:{place}"
                st.button(plain(name), key=key, type=kind, on_click=choose, args=(slots, place))  # type: ignore[arg-type]
        if len(names) < MOST:
            st.button("Bandingkan rancangan lain", icon=":material/add:", on_click=add, args=(slots, today()))


def _remove(slots: Slots) -> None:
    if len(slots.slots) > 1 or not slots.current.draft.changes_nothing:
        st.button(
            "Kosongkan rancangan ini",
            icon=":material/delete:",
            type="tertiary",
            on_click=drop,
            args=(slots, today()),
        )


def _scope(programme: Programme, part: PolicyPart) -> bool:
    chosen = st.segmented_control(
        "Yang dinilai",
        list(part.scopes),
        default=part.scopes[0],
        required=True,
        key=f"simulasi:{programme.key}:cakupan",
    )
    return chosen == part.scopes[1]


def _show(person: Person, compared: Compared) -> None:
    law, register = compared.in_force.law, compared.register
    day = indonesian_date(law.day)
    st.markdown(
        f"**{number(register.size)} {plain(compared.part.subjects)}**, dinilai menurut hukum pada {day}."
    )
    if not compared.drafts:
        st.info(
            "Tekan salah satu pertanyaan di atas, atau pilih angka yang diubah. Hasilnya langsung tampak."
        )
    tried = [Tried(one, judged(register, drafted(law, one))) for one in compared.drafts]
    show_table(compared, tried)
    for one in tried:
        show_changes(person, compared, one, Comparison(compared.in_force, one.judged))
