"""A day as a field: typed as people write it, with a calendar beside it; what was typed is never changed."""

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from domain.dates import indonesian_date
from domain.problems import Problem
from domain.typed_days import FIRST_DAY, LAST_DAY, parse_day, typed_day
from pages.parts.store import today
from pages.parts.text import plain

_HINT = "hari/bulan/tahun"


def day_field(label: str, key: str, *, help: str = "") -> date | Problem | None:
    """A day, None while the field is blank, or the problem of a text that cannot be a day.

    `key` is the field's own in the session, which holds the text.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall", key=f"{key}:baris"):
        told = st.text_input(label, key=key, placeholder=_HINT, help=help or None)
        read = parse_day(told or "")
        _calendar(label, key, read if isinstance(read, date) else None)
    return read


def say_day(place: DeltaGenerator, told: str, read: date) -> None:
    """Say in its place which day was read, where it was not typed as the field shows it."""
    if told.strip() not in (typed_day(read), f"{read.day}/{read.month}/{read.year}"):
        place.caption(f"= {indonesian_date(read)}")


def day_looked_at(
    label: str, key: str, start: date, *, first: date = FIRST_DAY, last: date = LAST_DAY, help: str = ""
) -> date:
    """A day to look at, `start` at first; while it cannot be read, the one read last, which is said."""
    st.session_state.setdefault(key, typed_day(start))
    kept = f"{key}:terakhir"
    read = day_field(label, key, help=help)
    place = st.empty()
    if isinstance(read, date) and first <= read <= last:
        st.session_state[kept] = read
        say_day(place, st.session_state[key], read)
        return read
    shown: date = st.session_state.get(kept, start)
    place.caption(f":red[⚠ {plain(_why(read, first, last))}] Yang ditampilkan: {indonesian_date(shown)}.")
    return shown


def _why(read: date | Problem | None, first: date, last: date) -> str:
    if isinstance(read, Problem):
        return read.sentence
    if read is None:
        return "Tanggalnya belum diisi."
    return f"Pilih tanggal antara {indonesian_date(first)} dan {indonesian_date(last)}."


def _calendar(label: str, key: str, read: date | None) -> None:
    """A calendar that opens at the day that was typed; choosing writes the day into the field."""
    opened = st.popover(
        "",
        icon=":material/calendar_month:",
        key=f"{key}:kalender",
        on_change="rerun",
        help=f"Kalender: {label}",
    )
    if not opened.open:
        return
    chosen = f"{key}:dari-kalender"
    st.session_state[chosen] = read
    with opened:
        st.date_input(
            f"Pilih {label}",
            key=chosen,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="DD/MM/YYYY",
            on_change=_take,
            args=(key, chosen),
        )
        st.button(
            f"Hari ini, {indonesian_date(today())}",
            key=f"{key}:hari-ini",
            on_click=_write,
            args=(key, today()),
        )


def _take(key: str, chosen: str) -> None:
    day = st.session_state.get(chosen)
    if isinstance(day, date):
        _write(key, day)


def _write(key: str, day: date) -> None:
    st.session_state[key] = typed_day(day)
