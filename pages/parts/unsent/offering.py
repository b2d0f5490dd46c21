"""What was typed and not sent is offered again, at the top of whatever screen a person comes to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Final
from urllib.parse import parse_qsl

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from db.office.unsent_forms import UnsentForm, drop_unsent, keep_unsent, unsent_forms
from domain.dates import JAKARTA, indonesian_moment
from domain.roles import Person
from domain.typed_days import parse_day
from pages.parts.store import database, now
from pages.parts.text import plain, shortened
from pages.parts.unsent.ended import has_ended
from pages.parts.unsent.keeper import KEEPER
from pages.parts.unsent.open_forms import (
    given_up,
    here_path,
    is_resumed,
    leave_resumed,
    resume,
    tab,
    times_sent,
)

_OFFERED: Final = "isian-belum-dikirim"
_SHOWN: Final = 1
_NAMES: Final = ("name", "title")
_LEADS_TO: Final = "isian-dilanjutkan-di"
_CONTINUED: Final = "isian-yang-dilanjutkan"
_RUNS_TO_DRAW: Final = 1
_LOOKED: Final = "isian-belum-dikirim-dilihat"


def offer_unsent(person: Person, pages: Iterable[StreamlitPage]) -> None:
    """Offer what a person left unsent in an earlier visit or another tab, or gave up in this one."""
    by_path = {page.url_path: page for page in pages}
    _lead_on(by_path)
    offered = _offered(person)
    # Always a place: what comes and goes above a form would make the browser forget what is being typed.
    with st.container(border=bool(offered), key="isian-belum-disimpan"):
        for unsent in offered[:_SHOWN]:
            _offer(person, unsent, by_path)
        if len(offered) > _SHOWN:
            with st.expander(f"{len(offered) - _SHOWN} isian lain yang belum disimpan"):
                for unsent in offered[_SHOWN:]:
                    _offer(person, unsent, by_path)


def say_kept(at: datetime | None) -> None:
    """Say in the corner that what is being typed is kept for now."""
    with st.container(key="tersimpan-sementara"):
        if at is not None:
            st.caption(f"✎ Tersimpan sementara {at.astimezone(JAKARTA):%H.%M}; belum dikirim")


def _offered(person: Person) -> list[UnsentForm]:
    whose: tuple[int, list[UnsentForm]] | None = st.session_state.get(_OFFERED)
    if whose is None or whose[0] != person.id:
        KEEPER.flush(person)
        KEEPER.clear_old(database(), now())
        with database().read() as session:
            found = [one for one in unsent_forms(session, person, now()) if one.tab != tab()]
        whose = st.session_state[_OFFERED] = (person.id, found)
    whose[1].extend(given_up())
    _not_drawn(whose[1])
    if whose[1]:
        _prune(person, whose[1])
    return whose[1]


def _prune(person: Person, offered: list[UnsentForm]) -> None:
    """Let go what was sent or dropped meanwhile, and what can no longer be sent, when something happened.

    Looked at again on another screen, and whenever something was sent here or forgotten in any tab.
    """
    seen = (here_path(), times_sent(), KEEPER.dropped(person), len(offered))
    if st.session_state.get(_LOOKED) == seen:
        return
    with database().read() as session:
        kept = {(one.form, one.tab) for one in unsent_forms(session, person, now())}
    offered[:] = [one for one in offered if (one.form, one.tab) in kept]
    for one in [one for one in offered if has_ended(person, one.form)]:
        KEEPER.drop(database(), person, one.form, one.tab)
        offered.remove(one)
    st.session_state[_LOOKED] = (here_path(), times_sent(), KEEPER.dropped(person), len(offered))


def _not_drawn(offered: list[UnsentForm]) -> None:
    """Offer again, to be dropped, what was continued on a screen that no longer has its form."""
    continued: tuple[UnsentForm, int] | None = st.session_state.pop(_CONTINUED, None)
    if continued is None or not is_resumed(continued[0].form):
        return
    unsent, runs = continued
    if unsent.address.partition("?")[0] != here_path() or runs < _RUNS_TO_DRAW:
        st.session_state[_CONTINUED] = (unsent, runs + 1)
    else:
        leave_resumed(unsent.form)
        offered.append(replace(unsent, address=""))


def _offer(person: Person, unsent: UnsentForm, pages: Mapping[str, StreamlitPage]) -> None:
    key = f"{unsent.form}:{unsent.tab}"
    words, buttons = st.columns([7, 3], vertical_alignment="center", gap="small")
    words.markdown(_sentence(unsent))
    with buttons.container(horizontal=True, gap="small"):
        if unsent.address.partition("?")[0] in pages and unsent.address:
            st.button(
                "Lanjutkan", key=f"lanjutkan:{key}", type="primary", on_click=_continue, args=(person, unsent)
            )
        with st.popover("Buang", key=f"buang:{key}"):
            st.button("Ya, buang isian ini", key=f"buang-ya:{key}", on_click=_drop, args=(person, unsent))


def _lead_on(pages: Mapping[str, StreamlitPage]) -> None:
    """Go to the screen of the form that is continued, unless it is this one."""
    address = st.session_state.pop(_LEADS_TO, None)
    if address is None:
        return
    path, _, query = address.partition("?")
    state, here = dict(parse_qsl(query)), st.query_params.to_dict()
    if path not in pages or (path == here_path() and state.items() <= here.items()):
        return
    st.switch_page(pages[path], query_params=here | state)


def _sentence(unsent: UnsentForm) -> str:
    at = unsent.typed_at.astimezone(JAKARTA)
    when = f"pukul {at:%H.%M}" if at.date() == now().date() else indonesian_moment(at)
    words = told_apart_by(unsent)
    about = f" (“{plain(shortened(words.strip(), 40))}”)" if words else ""
    if not unsent.address:
        return (
            f"✎ Isian Anda {when} di **{plain(unsent.screen)}**{about} tidak dapat dilanjutkan: formulirnya "
            "tidak ada lagi di layar itu, mungkin karena sudah selesai. Buang bila tidak diperlukan."
        )
    elsewhere = " Mungkin masih terbuka di tab lain." if (now() - at).total_seconds() < 120 else ""
    return f"✎ Isian Anda {when} di **{plain(unsent.screen)}**{about} belum disimpan.{elsewhere}"


def told_apart_by(unsent: UnsentForm) -> str:
    """What tells a form from others: a name, or else the longest sentence that was typed."""
    told = {field: one for field, one in unsent.typed.items() if isinstance(one, str) and one.strip()}
    named = [one for field, one in told.items() if field.rpartition(".")[2] in _NAMES]
    sentences = sorted((one for one in told.values() if _is_sentence(one)), key=len)
    return (named or sentences[-1:] or [""])[0]


def _is_sentence(told: str) -> bool:
    return " " in told.strip() and not isinstance(parse_day(told), date)


def _continue(person: Person, unsent: UnsentForm) -> None:
    """Take a form over into this tab; the tab that it comes from keeps on under its own name."""
    with database().write() as session:
        keep_unsent(session, person, replace(unsent, tab=tab()))
        if unsent.tab != tab():
            drop_unsent(session, person, unsent.form, unsent.tab)
    resume(unsent)
    st.session_state[_CONTINUED] = (replace(unsent, tab=tab()), 0)
    st.session_state[_LEADS_TO] = unsent.address
    _forget(unsent)


def _drop(person: Person, unsent: UnsentForm) -> None:
    KEEPER.drop(database(), person, unsent.form, unsent.tab)
    _forget(unsent)


def _forget(unsent: UnsentForm) -> None:
    whose, offered = st.session_state[_OFFERED]
    st.session_state[_OFFERED] = (whose, [one for one in offered if one is not unsent and one != unsent])
