"""The opened store and the clock, as every screen reaches them."""

import os
from datetime import date, datetime

import streamlit as st

from db.engine import DEFAULT_URL, Database
from db.opening import is_demo, open_database
from demo.loading import load_demo
from demo.resetting import keep_demo, reset_demo
from domain.dates import JAKARTA

_ready: set[str] = set()  # the stores that this process has opened


def now() -> datetime:
    """This moment; only screens ask for it."""
    return datetime.now(JAKARTA)


def today() -> date:
    """Today in Sampang and Blitar."""
    return now().date()


def database() -> Database:
    """The store of this process, opened and filled with demo data on the first visit."""
    return _opened(_url())


def make_ready() -> None:
    """Open the store; the first visitor sees meanwhile what is being prepared, instead of nothing."""
    if _url() in _ready:
        return
    place = st.empty()
    with place.container():
        st.title("Dana Bergulir & Pendampingan")
        st.info(
            "Data contoh sedang disiapkan, satu kali saja: berkas, rapat, pembukuan, dan binaan dua tahun. "
            "Biasanya selesai dalam belasan detik."
        )
        try:
            database()
        finally:
            place.empty()
    _ready.add(_url())


def is_demo_database() -> bool:
    """Whether the store holds demo data, which every printed paper then says."""
    return _is_demo(_url())


@st.cache_data(show_spinner=False)
def _is_demo(url: str) -> bool:
    return is_demo(_opened(url))


@st.cache_resource(show_spinner="Menyiapkan data contoh …", on_release=Database.close)
def _opened(url: str) -> Database:
    opened = open_database(url, sign_in_configured=False)
    if is_demo(opened) and load_demo(opened, today=today(), now=now()):
        keep_demo(opened, today=today())
    return opened


def start_over() -> None:
    """Put the demo data back as they were, and forget what screens remember of them."""
    reset_demo(database(), today=today(), now=now())
    st.cache_data.clear()


def _url() -> str:
    """The environment comes before the secrets, and without either the embedded file is used."""
    told = os.environ.get("DATABASE_URL")
    if told:
        return told
    try:
        return str(st.secrets["DATABASE_URL"])
    except (FileNotFoundError, KeyError):
        return DEFAULT_URL
