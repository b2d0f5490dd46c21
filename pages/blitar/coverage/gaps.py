"""Beside the coverage map: the chosen kecamatan, or every gap of today and of the days to come."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

import streamlit as st

from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.coverage import Cover, DistrictCoverage
from domain.blitar.staffing.measures import (
    DistrictState,
    Measure,
    clients_in_words,
    in_words,
    was_visited_without_cover,
)
from domain.dates import indonesian_date
from domain.programme import may
from domain.regions.regions import District
from domain.roles import Person
from pages.parts.map.map_choice import IN_ADDRESS, choose
from pages.parts.text import plain
from pages.parts.wings import screen_at

_GO = ":material/arrow_forward:"


def show_chosen(person: Person, state: DistrictState, *, provision: str, today: date) -> None:
    """Show one kecamatan: who covers it until when, its binaan, and the last visit."""
    coverage = state.coverage
    st.subheader(f"Kecamatan {coverage.district.name}", anchor=False)
    if not coverage.is_covered:
        st.error(f"✕ {_uncovered(coverage)} ({provision}).")
    mentors = screen_at(BLITAR, "pendamping", person)
    for cover in coverage.covers:
        _cover(cover, mentors)
    told = [clients_in_words(state)]
    if coverage.is_covered and state.clients:
        told.append(in_words(Measure.CLIENTS_PER_MENTOR, state, today))
    if state.clients:
        told.append(in_words(Measure.DAYS_SINCE_VISIT, state, today))
    if state.count is not None:
        told.append(f"binaan {in_words(Measure.PER_THOUSAND, state, today)}")
    for line in told:
        st.markdown(f"{line[0].upper()}{line[1:]}.")
    if was_visited_without_cover(state):
        st.caption(
            "Kunjungan itu oleh Pendamping yang memegang binaannya tanpa penugasan di kecamatan ini, "
            "misalnya sesudah serah terima."
        )
    if mentors is not None and may(person, BlitarPermission.MANAGE_STAFF, BLITAR):
        st.page_link(
            mentors,
            label="Atur penugasan kecamatan ini",
            icon=_GO,
            query_params={IN_ADDRESS: coverage.district.code},
        )
    clients = screen_at(BLITAR, "binaan", person)
    if clients is not None and state.clients:
        label, address = "Lihat binaan kecamatan ini", {IN_ADDRESS: coverage.district.code}
        st.page_link(clients, label=label, icon=_GO, query_params=address)
    st.button("Lihat semua kecamatan", on_click=choose, args=(None,), icon=":material/close:", key="lepas")


def show_gaps(
    uncovered: Sequence[DistrictCoverage],
    ahead: Sequence[tuple[District, date]],
    *,
    days: int,
    provision: str,
) -> None:
    """Show the kecamatan without a Pendamping, those that wait longest first, and the gaps that will open."""
    st.subheader(f"Tanpa Pendamping: {len(uncovered)}", anchor=False)
    if not uncovered:
        st.success(f"Setiap kecamatan punya Pendamping ({provision}).")
    for one in uncovered:
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.button(
                f"✕ {one.district.name}",
                on_click=choose,
                args=(one.district.code,),
                type="tertiary",
                key=f"kosong:{one.district.code}",
            )
            st.caption(_since(one), width="content")
    st.subheader(f"Akan kosong dalam {days} hari: {len(ahead)}", anchor=False)
    if not ahead:
        st.caption("Tidak ada penugasan terakhir yang berakhir dalam waktu itu.")
    for opens, found in groupby(ahead, key=lambda gap: gap[1]):
        names = [district.name for district, _ in found]
        st.markdown(f"**Mulai {indonesian_date(opens)}** · {len(names)} kecamatan: {', '.join(names)}")


def _cover(cover: Cover, mentors: Path | None) -> None:
    """One Pendamping with the days of the assignment; a link where the person may open the register."""
    service, assignment = cover.service, cover.assignment
    name = f"**{plain(service.name)}**"
    if mentors is not None:
        st.page_link(mentors, label=name, icon=_GO, query_params={"orang": str(service.mentor_id)})
    else:
        st.markdown(name)
    kind = "Sementara" if assignment.temporary else "Tetap"
    since, until = indonesian_date(assignment.starts_on), indonesian_date(assignment.last_day(service))
    st.caption(f"{kind}, {since} sampai {until}")


def _uncovered(coverage: DistrictCoverage) -> str:
    return f"Tanpa Pendamping {_since(coverage)}"


def _since(coverage: DistrictCoverage) -> str:
    if coverage.uncovered_since is None:
        return "sejak awal: belum pernah ada penugasan tercatat"
    return f"sejak {indonesian_date(coverage.uncovered_since)}"
