"""The tab "Aturan lain": drafts beside the law in force, over the whole register."""

from datetime import date
from functools import partial

import streamlit as st

from db.office.practice import practice
from domain.dates import indonesian_date
from domain.money import number
from domain.programme import Programme
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.comparing import Comparison
from domain.regulation.policy.draft import Draft, drafted
from domain.regulation.policy.draft_checks import problems_of_draft
from domain.regulation.policy.draft_words import changes_told
from domain.regulation.policy.judged import judged
from domain.roles import Person
from pages.office.policy.changed_rows import show_changes
from pages.office.policy.compared import Compared, Tried, column_names, show_table
from pages.office.policy.draft_form import ask_draft
from pages.office.policy.draft_slots import MOST, Slot, Slots, add, choose, drop, fill, slots_of, take
from pages.office.policy.kept_part import open_from_address, show_keeping
from pages.office.policy.policy_printing import printed_simulation
from pages.office.policy.register_reading import register_of
from pages.office.policy.verdict_chart import show_verdicts
from pages.parts.policy_part import PolicyPart
from pages.parts.store import database, today
from pages.parts.text import plain, plain_label


def show_rules_tab(person: Person, programme: Programme, part: PolicyPart) -> None:
    """Show the ready questions, the drafts, and what they would change."""
    slots = slots_of(programme, today())
    open_from_address(person, programme, slots)
    with database().read() as session:
        known = practice(session, programme)
    law = programme.law_on(_day(slots), known)
    _ready(slots, part, law)
    _choose(slots)
    can_be_tried = _draft(programme, slots, law)
    show_keeping(person, programme, slots)
    law = programme.law_on(_day(slots), known)
    scope = _scope(programme, part)
    read = register_of(programme, part, law, ever=scope == part.scopes[1])
    if read is None or not can_be_tried:
        return
    in_force, tried = judged(read.register, law), _tried(slots, law)
    _show(person, Compared(programme, part, scope, read.register, in_force, tried), slots)


def _draft(programme: Programme, slots: Slots, law: LawInForce) -> bool:
    """Ask the open draft; tells whether it can be tried as it stands."""
    slot = slots.current
    told = st.container()
    with st.expander("Ubah rancangan", expanded=not slot.folded, key=f"simulasi:ubah:{slot.edition}"):
        draft, can_be_read = ask_draft(programme, slot, law)
        if len(slots.slots) > 1 or not slot.draft.changes_nothing:
            emptied = partial(drop, slots, today())
            st.button("Kosongkan rancangan ini", icon=":material/delete:", type="tertiary", on_click=emptied)
    wrong = problems_of_draft(draft, law)
    for problem in wrong:
        st.markdown(f":red[⚠ {plain(problem.sentence)}]")
    can_be_tried = can_be_read and not wrong
    if can_be_tried:
        take(slot, draft)
        with told:
            _say(slot, law)
    return can_be_tried


def _say(slot: Slot, law: LawInForce) -> None:
    """What the open draft changes, each with its place, and what its question cannot say."""
    for one in changes_told(slot.draft, law):
        st.markdown(plain(f"{one.place} · {one.what}: {one.before} → {one.after}"))
    if slot.question is not None and slot.question.note:
        st.caption(plain(slot.question.note))


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
        for place, name in enumerate(names if len(names) > 1 else ()):
            st.button(
                plain_label(name),
                key=f"simulasi:buka:{place}",
                type="primary" if place == slots.open else "secondary",
                on_click=choose,
                args=(slots, place),
            )
        if len(names) < MOST:
            begin = partial(add, slots, today())
            st.button("Bandingkan rancangan lain", icon=":material/add:", on_click=begin)


def _scope(programme: Programme, part: PolicyPart) -> str:
    chosen = st.segmented_control(
        "Yang dinilai",
        list(part.scopes),
        default=part.scopes[0],
        required=True,
        key=f"simulasi:{programme.key}:cakupan",
    )
    return str(chosen)


def _show(person: Person, compared: Compared, slots: Slots) -> None:
    law, register = compared.in_force.law, compared.register
    counted = f"**{number(register.size)} {plain(compared.part.subjects)}**"
    st.markdown(f"{counted}, dinilai menurut hukum pada {indonesian_date(law.day)}.")
    if not compared.drafts:
        st.info("Tekan salah satu pertanyaan di atas, atau pilih angka yang diubah; hasilnya tampak di sini.")
    tried = [Tried(one, judged(register, drafted(law, one))) for one in compared.drafts]
    rows = show_table(compared, tried)
    if not tried:
        return
    st.download_button(
        "Cetak 1 halaman",
        partial(printed_simulation, compared, tried, rows, person),
        f"simulasi-{compared.programme.key}-{today().isoformat()}.pdf",
        "application/pdf",
        icon=":material/print:",
        on_click="ignore",
    )
    show_verdicts(column_names(tried), [compared.in_force, *(one.judged for one in tried)])
    if opened := next((one for one in tried if one.draft == slots.current.draft), None):
        show_changes(compared, opened, Comparison(compared.in_force, opened.judged))
