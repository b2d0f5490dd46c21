"""Beranda of a Pendamping on the telephone: the day, whom to visit, what came back, the coming week."""

from collections.abc import Iterable, Iterator
from typing import Final

import streamlit as st

from db.blitar.visiting.field_day import FieldDay, field_day
from db.office.practice import law_of
from domain.blitar.caseload.attention import AttentionKind, days_left_in_words, late_in_words, visit_in_short
from domain.blitar.caseload.day_round import InCare
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitState
from domain.dates import indonesian_weekday
from domain.programme import may
from domain.regions.regions import district
from domain.roles import Person
from pages.blitar.home.field_rows import FIELD_STYLE, GO, Chip, chips, row
from pages.blitar.home.own_weeks import next_week_link, offer_calendar, today_in_words
from pages.blitar.screen_tabs import VisitsTab, link_to
from pages.blitar.screens import CLIENTS, MENTORS, REPORTS, VISITS
from pages.parts.address import word_of
from pages.parts.signs import LATE
from pages.parts.store import database, today
from pages.parts.text import plain, plain_label, shortened

_MOST: Final = 12
_CLIENT: Final = "binaan"


def show_field_home(person: Person) -> bool:
    """Show it to a Pendamping in service; tell whether it was shown."""
    if not may(person, BlitarPermission.PLAN_OWN_WORK, BLITAR) or len(person.roles) > 1:
        return False
    with database().read() as session:
        found = field_day(session, person, law_of(session, BLITAR, today()))
    if found is None:
        return False
    st.html(FIELD_STYLE)
    with st.container(key="beranda-lapangan", gap="small"):
        _show(found)
    return True


def _show(found: FieldDay) -> None:
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="distribute",
        key="kepala-layar",
    ):
        st.title(indonesian_weekday(today()), width="content", anchor=False)
        if st.button("Catat kunjungan", type="primary", icon=":material/edit_location_alt:"):
            st.switch_page(VISITS, query_params=dict(link_to(VisitsTab.RECORD)))
    chips([*_came_back(found), next_week_link(found)])
    _round(found)
    _promises(found)
    offer_calendar(found)
    for one in found.ending:
        st.markdown(f"{LATE} Tugas Anda {days_left_in_words(one.last_day, today())}.")
    with st.container(horizontal=True, gap="small"):
        st.page_link(CLIENTS, label="Binaan saya", icon=":material/diversity_3:")
        st.page_link(REPORTS, label="Laporan", icon=":material/summarize:")
        st.page_link(MENTORS, label="Jadwal kerja", icon=":material/calendar_month:")


def _came_back(found: FieldDay) -> Iterator[Chip]:
    """What was sent back, what is a draft, what was promised; one alone opens at once, several their list."""
    for state, words in ((VisitState.RETURNED, "↩ Dikembalikan"), (VisitState.DRAFT, "✎ Draf")):
        these = [one for one in found.to_send if one.state is state]
        if len(these) == 1:
            address = {"kunjungan": str(these[0].visit_id)}
        else:
            address = dict(link_to(VisitsTab.LIST, status=state.value))
        if these:
            yield f"{words} **{len(these)}**", VISITS, address
    if found.promises:
        yield (
            f"{LATE} Janji lewat **{len(found.promises)}**",
            CLIENTS,
            {"perlu": word_of(AttentionKind.FOLLOW_UPS)},
        )


def _round(found: FieldDay) -> None:
    due, there = found.round.due, found.round.also_there
    st.markdown(f"**Hari ini: {plain(today_in_words(found.this_week, today()))}**")
    if not due:
        st.caption("✔ Tidak ada binaan yang melewati batas hari tanpa kunjungan.")
    else:
        st.caption(f"{len(due)} perlu dikunjungi; yang terdekat dengan rencana dan terlama di atas")
    _rows(due, late=True)
    if len(due) > _MOST:
        row(CLIENTS, f"Semua {len(due)} yang perlu dikunjungi", {"perlu": word_of(AttentionKind.NO_VISIT)})
    if there:
        st.caption("Juga di kecamatan rencana hari ini")
        _rows(there, late=False)


def _rows(clients: Iterable[InCare], *, late: bool) -> None:
    for one in tuple(clients)[:_MOST]:
        place = district(one.district_code) if one.district_code else None
        when = visit_in_short(one.since, one.last_visit_on, today())
        where = f" · {place.name}" if place else ""
        sign = f"{LATE} " if late else ""
        label = f"{sign}**{plain_label(shortened(one.name, 40))}** · {plain_label(when)}{where}"
        row(VISITS, label, dict(link_to(VisitsTab.RECORD, **{_CLIENT: str(one.id)})), icon=GO)


def _promises(found: FieldDay) -> None:
    if not found.promises:
        return
    st.markdown(f"**Janji lewat batas: {len(found.promises)}**")
    for one in found.promises[:_MOST]:
        late = late_in_words(one.due_on, today()).partition(",")[0]
        told = f"{plain_label(shortened(one.told, 50))} · {plain_label(shortened(one.name, 30))} · {late}"
        row(VISITS, f"{LATE} {told}", {"kunjungan": str(one.visit_id)}, icon=GO)
