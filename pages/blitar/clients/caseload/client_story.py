"""Beside the table: the story of the chosen binaan, with what to do next."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from db.blitar.visiting.timeline import timeline
from domain.blitar.caseload.attention import visit_in_words
from domain.blitar.caseload.history import Agreed, Event, EventKind, VisitTold
from domain.blitar.caseload.overview import ClientOverview
from domain.blitar.programme import BLITAR
from domain.blitar.visiting.visit import COUNTED, FollowUpState
from domain.dates import indonesian_date
from domain.money import number
from domain.roles import Person
from pages.blitar.clients.caseload.address_choices import DISTRICT_NAMES, ONE, put
from pages.blitar.clients.caseload.client_table import movement_in_words
from pages.blitar.screen_tabs import VisitsTab, link_to
from pages.parts.signs import LATE
from pages.parts.store import database, today
from pages.parts.text import plain, shortened
from pages.parts.wings import screen_at

_SHOWN = 6
_LONGEST, _LONGEST_LINE = 240, 600
_GO = ":material/arrow_forward:"


def show_story(person: Person, one: ClientOverview) -> None:
    """Show the newest events of the chosen binaan."""
    with database().read() as session:
        events = timeline(session, person, one.id)
    st.subheader(plain(shortened(one.name, 80)), anchor=False)
    place = DISTRICT_NAMES.get(one.district_code or "", "kecamatan belum diisi")
    st.caption(
        plain(f"{one.number} · {one.kind.label} · {place} · {one.mentor or 'tanpa Pendamping'} · ")
        + f"kunjungan terakhir {visit_in_words(one.since, one.last_visit_on, today())} · "
        f"perkembangan {movement_in_words(one.movement)}"
    )
    _what_next(person, one)
    show_events(person, events[:_SHOWN], today())
    if len(events) > _SHOWN:
        st.caption(f"{number(len(events) - _SHOWN)} peristiwa sebelumnya ada pada halaman binaan.")


def show_events(person: Person, events: Sequence[Event], day: date) -> None:
    """Show events from the newest back."""
    for event in events:
        with st.container(border=True, gap="xsmall"):
            _heading(person, event)
            if event.visit is not None:
                _visit(event.visit, day)
            if event.lines:
                st.markdown(plain(shortened(" · ".join(event.lines), _LONGEST_LINE)))


def _what_next(person: Person, one: ClientOverview) -> None:
    visits = screen_at(BLITAR, "kunjungan", person)
    with st.container(horizontal=True, gap="small"):
        st.button(
            "Buka binaan",
            on_click=put,
            kwargs={ONE: str(one.id)},
            type="primary",
            icon=":material/open_in_new:",
            key="buka-binaan",
        )
        if visits is not None and one.ended_on is None:
            st.page_link(
                visits,
                label="Catat kunjungan",
                icon=":material/edit_note:",
                query_params=link_to(VisitsTab.RECORD, **{ONE: str(one.id)}),
            )


def _heading(person: Person, event: Event) -> None:
    visit, title = event.visit, f"**{indonesian_date(event.on)} · {event.kind.label}**"
    visits = screen_at(BLITAR, "kunjungan", person)
    if visit is not None and visits is not None:
        st.page_link(visits, label=title, icon=_GO, query_params={"kunjungan": str(visit.id)})
    else:
        st.markdown(title)
    told = [] if visit is None else [visit.place.label, visit.state.label]
    if told := [*told, *filter(None, [event.by])]:
        st.caption(plain(" · ".join(told)))
    if visit is not None and visit.state not in COUNTED:
        st.caption("Belum dihitung sebagai kunjungan sampai dikirim.")
    if event.kind is EventKind.DECIDED:
        st.caption("Keputusan Kepala Dinas, bukan kesimpulan program.")


def _visit(visit: VisitTold, day: date) -> None:
    if visit.tasks:
        st.caption(plain(", ".join(visit.tasks)))
    told = [("Masalah", visit.problem), ("Rekomendasi", visit.recommendation), ("Untuk", visit.agency)]
    for label, text in told:
        if text.strip():
            st.markdown(f"**{label}:** {plain(shortened(text, _LONGEST))}")
    for one in visit.agreed:
        st.markdown(f"{_sign(one, day)} {plain(shortened(one.told, _LONGEST))} · {_until(one, day)}")


def _sign(one: Agreed, day: date) -> str:
    if one.is_overdue(day):
        return LATE
    return {FollowUpState.OPEN: "→", FollowUpState.DONE: "✔", FollowUpState.DROPPED: "✕"}[one.state]


def _until(one: Agreed, day: date) -> str:
    if one.state is FollowUpState.OPEN:
        late = "lewat batas" if one.is_overdue(day) else "sampai"
        return f"{one.doer.label}, {late} {indonesian_date(one.due_on)}"
    closed = f" {indonesian_date(one.closed_on)}" if one.closed_on else ""
    note = f": {plain(shortened(one.closing_note, _LONGEST))}" if one.closing_note else ""
    return f"{one.state.label.lower()}{closed}{note}"
