"""The opened store and the clock, as every screen reaches them."""

from datetime import date, datetime
from pathlib import Path
from typing import Final

import streamlit as st

from db.engine import DEFAULT_URL, Database
from db.installed import StoreKind
from db.opening import (
    demo_until,
    found_ready,
    is_demo,
    open_database,
    stands_ready,
    while_others_prepare,
)
from domain.dates import JAKARTA
from domain.roles import Person
from pages.parts.installation import BEGINS_AS, UnknownKind, served, setting, sign_in_configured

_OF_THE_DEMO: Final = "Data contoh", ": orang-orangnya dan pekerjaan mereka selama ini"
_ready: set[str] = set()  # the stores that this process has opened


def now() -> datetime:
    """This moment; only screens ask for it."""
    return datetime.now(JAKARTA)


def today() -> date:
    """Today in the time zone of the regencies."""
    return now().date()


def database() -> Database:
    """The store of this process, opened and filled with demo data on the first visit."""
    return _opened(_url())


def make_ready(title: str) -> None:
    """Open the store; the first visitor sees meanwhile what is being prepared, under the title."""
    place = st.empty()  # always, so that what stands below keeps its place at the next run
    if _url() in _ready:
        return
    what, more = ("Basis data", "") if sign_in_configured() else _OF_THE_DEMO
    with place.container():
        st.title(title)
        st.info(
            f"{what} sedang disiapkan, satu kali saja{more}. Lamanya tergantung komputernya; bila proses "
            "lain sedang menyiapkannya, layar ini menunggu. Layar ini terbuka sendiri begitu selesai."
        )
        try:
            database()
        finally:
            place.empty()
    _ready.add(_url())


def store_stands_ready() -> bool:
    """Whether the store can serve as it is; nothing is made, opened for good or filled."""
    url = _url()
    if url in _ready:
        return stands_ready(_opened(url), sign_in_configured=sign_in_configured())
    return found_ready(url, sign_in_configured=sign_in_configured(), data_key=setting("DATA_KEY"))


def is_demo_database() -> bool:
    """Whether the store holds demo data, which every printed paper then says."""
    return _is_demo(_url())


def demo_ends_on() -> date | None:
    """Up to which day the people of the demo have worked, when that was before today."""
    until = _demo_until(_url())
    return until if until is not None and until < today() else None


@st.cache_data(show_spinner=False)
def _is_demo(url: str) -> bool:
    return is_demo(_opened(url))


@st.cache_data(show_spinner=False)
def _demo_until(url: str) -> date | None:
    return demo_until(_opened(url))


@st.cache_resource(show_spinner="Menyiapkan basis data …", on_release=Database.close)
def _opened(url: str) -> Database:
    return while_others_prepare(lambda: _open_and_fill(url))


def _open_and_fill(url: str) -> Database:
    named = setting("EVIDENCE_FOLDER")
    folder = Path(__file__).resolve().parents[2] / named if named else None
    opened = open_database(
        url,
        sign_in_configured=sign_in_configured(),
        begins_as=_begins_as(),
        evidence_folder=folder,
        data_key=setting("DATA_KEY"),
    )
    try:
        if is_demo(opened) and demo_until(opened) is None:
            _fill(opened)
    except BaseException:
        opened.close()
        raise
    return opened


def _fill(opened: Database) -> None:
    # Nearly every start finds a store that was filled before.
    from demo.loading import load_demo
    from demo.resetting import keep_demo

    if load_demo(opened, today=today(), now=now(), programmes=served()):
        keep_demo(opened, today=today(), programmes=served())


def _begins_as() -> StoreKind | None:
    """What an empty database becomes; None lets the screen ask whoever installs it."""
    if told := setting(BEGINS_AS).strip().lower():
        try:
            return StoreKind(told)
        except ValueError:
            raise UnknownKind(told) from None
    # The embedded file of a first try is the demo's own.
    return None if setting("DATABASE_URL") or sign_in_configured() else StoreKind.DEMO


def start_over(person: Person | None) -> None:
    """Put the demo data back as they were, and forget what screens remember of them."""
    from demo.resetting import reset_demo

    reset_demo(database(), person, today=today(), now=now(), programmes=served())
    st.cache_data.clear()


def _url() -> str:
    """The database that the installation is set to; otherwise the embedded file."""
    return setting("DATABASE_URL") or DEFAULT_URL
