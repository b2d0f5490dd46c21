"""Which month's report is on the screen, and which version of it; both stand in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from db.blitar.reporting.report_versions import VersionLine, first_month, reports
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.report import first_to_open, last_day_of, months_from
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_moment, indonesian_month
from domain.programme import may
from domain.roles import Person
from pages.blitar.reports.monthly.report_places import IN_ADDRESS, VERSION, close_rows
from pages.parts.kept_fields import hold_typed
from pages.parts.store import database, today
from pages.parts.text import number_in_address, plain_label

CHOICE = "laporan-bulan"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The chosen month, all versions of it, and the version to show (None: the newest one may read)."""

    month: date
    versions: tuple[VersionLine, ...]
    version: int | None


def choose(person: Person) -> Chosen | None:
    """Show the choice of month and version; None where there is nothing to report on yet."""
    with database().read() as session:
        first, known = first_month(session, person), reports(session, person)
    if first is None:
        st.info(
            "Belum ada binaan, jadi belum ada yang dilaporkan. Masukkan binaan pertama di layar Binaan, lalu "
            "catat kunjungannya."
        )
        return None
    months = _months(min([first, *(one.month for one in known)]))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        month = _month(person, months, known)
        own = tuple(one for one in known if one.month == month)
        return Chosen(month, own, _version(person, own))


def _months(first: date) -> Sequence[date]:
    return tuple(reversed(months_from(first, today())))


def _month(person: Person, months: Sequence[date], known: Sequence[VersionLine]) -> date:
    by_address = {f"{month:%Y-%m}": month for month in months}
    if st.session_state.get(CHOICE) not in by_address:
        named = st.query_params.get(IN_ADDRESS, "")
        first = _first(person, months, known)
        st.session_state[CHOICE] = named if named in by_address else f"{first:%Y-%m}"
    states = {month: _state(month, known) for month in months}
    told = st.selectbox(
        "Bulan",
        list(by_address),
        format_func=lambda name: f"{indonesian_month(by_address[name])}, {states[by_address[name]]}",
        key=CHOICE,
        on_change=_month_changed,
        width=330,
    )
    if st.query_params.get(IN_ADDRESS) != told:
        st.query_params[IN_ADDRESS] = told
    return by_address[told]


def _month_changed() -> None:
    hold_typed()
    st.query_params.pop(VERSION, None)
    close_rows()


def _first(person: Person, months: Sequence[date], known: Sequence[VersionLine]) -> date:
    sent = {one.month for one in known if one.is_sent}
    if may(person, BlitarPermission.WRITE_REPORTS, BLITAR) or not sent:
        return first_to_open(months, sent, today())
    return max(sent)


def _state(month: date, known: Sequence[VersionLine]) -> str:
    own = [one for one in known if one.month == month]
    if not own:
        return "belum disusun" if today() > last_day_of(month) else "bulan berjalan"
    newest = own[0]
    if newest.version == 1:
        return "terkirim" if newest.is_sent else "disusun"
    return f"{'terkirim' if newest.is_sent else 'pembetulan disusun'} (versi {newest.version})"


def _version(person: Person, versions: Sequence[VersionLine]) -> int | None:
    """The version that the address names, among those that the person may read; chosen when several."""
    writes = may(person, BlitarPermission.WRITE_REPORTS, BLITAR)
    readable: Mapping[int, VersionLine] = {one.version: one for one in versions if one.is_sent or writes}
    if len(readable) < 2:
        return None
    named = number_in_address(st.query_params.get(VERSION, ""))
    key = f"laporan-versi:{versions[0].month}:{len(readable)}"
    st.session_state.setdefault(key, named if named in readable else next(iter(readable)))
    told = st.selectbox(
        "Versi", list(readable), format_func=lambda one: _told(readable[one]), key=key, width=330
    )
    if told == next(iter(readable)):
        st.query_params.pop(VERSION, None)
    elif st.query_params.get(VERSION) != str(told):
        st.query_params[VERSION] = str(told)
    return told


def _told(one: VersionLine) -> str:
    when = f"terkirim {indonesian_moment(one.sent_at)}" if one.sent_at else "pembetulan yang disusun"
    return plain_label(f"Versi {one.version}, {when}")
