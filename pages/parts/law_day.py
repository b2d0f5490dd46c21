"""The day whose law a screen is asked by: today's, or another one that the address names, plainly marked."""

from datetime import date
from typing import Final

import streamlit as st

from domain.dates import indonesian_date
from domain.regulation.law_in_force import LawInForce
from domain.typed_days import typed_day
from pages.parts.day_field import day_looked_at
from pages.parts.store import today
from pages.parts.text import plain

LAW_DAY: Final = "per"
"""The address's name for the day, as year-month-day."""
_FIELD: Final = "hukum-per-tanggal"
_LEGEND: Final = (
    "Perbup, angka, dan tafsir yang berlaku pada hari itu, menurut yang sudah ditetapkan sampai sekarang. "
    "Hari itu boleh yang akan datang."
)


def asked_law_day() -> date:
    """Ask by which day's law the screen is to be read; today unless somebody asks otherwise."""
    if LAW_DAY not in st.query_params:
        st.session_state.pop(_FIELD, None)
        st.button(
            "Menurut hukum tanggal lain",
            icon=":material/history:",
            type="tertiary",
            key="hukum-tanggal-lain",
            help=_LEGEND,
            on_click=_ask,
        )
        return today()
    with st.container(border=True, key="hukum-tanggal"):
        _take_from_address()
        day = day_looked_at("Menurut hukum pada tanggal", _FIELD, today(), help=_LEGEND)
        back = "Kembali ke hukum hari ini"
        st.button(back, icon=":material/today:", type="tertiary", on_click=forget_law_day)
    if st.query_params.get(LAW_DAY) != day.isoformat():
        st.query_params[LAW_DAY] = day.isoformat()
    return day


def is_another_law_day(day: date) -> bool:
    """Whether a screen is read by the law of another day than today's."""
    return day != today()


def say_law_day(law: LawInForce, unchanged: str) -> None:
    """Say plainly by which day's law the screen stands; `unchanged` is what stays as it is."""
    so_far = ", sejauh sudah ditetapkan" if law.day > today() else ""
    told = f"Menurut hukum pada {indonesian_date(law.day)}{so_far}; bukan hukum hari ini. {unchanged}"
    st.warning(plain(told), icon=":material/history:")


def forget_law_day() -> None:
    """Go back to the law of today."""
    st.query_params.pop(LAW_DAY, None)
    st.session_state.pop(_FIELD, None)


def _ask() -> None:
    st.query_params[LAW_DAY] = today().isoformat()


def _take_from_address() -> None:
    """The day of a link into the field, once; what cannot be a day stands there as it was written."""
    told = st.query_params.get(LAW_DAY, "")
    if _FIELD in st.session_state:
        return
    try:
        st.session_state[_FIELD] = typed_day(date.fromisoformat(told))
    except ValueError:
        st.session_state[_FIELD] = told
