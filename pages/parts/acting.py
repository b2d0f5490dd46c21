"""Who is acting: who signed in, or over a demo without sign-in a persona; every screen asks here."""

from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from db.office.people import personas
from db.refusals import NotOpened
from domain.dates import indonesian_date
from domain.programme import NotAllowed, Programme, may
from domain.roles import Permission, Person
from pages.parts.installation import MistakenSetting, served, sign_in_configured
from pages.parts.not_opened import say_not_opened
from pages.parts.own_downloads import forget_what_was_offered
from pages.parts.store import database, demo_ends_on, make_ready
from pages.parts.text import number_in_address, plain
from pages.parts.wings import installation_title

_CHOICE = "persona-choice"  # the widget's own state, which a change of screen may drop
_ACTING = "persona"
_READ = "persona-read"  # the same person, as the store had them when this run began
_IN_ADDRESS = "sebagai"


def who_acts() -> Person | None:
    """Who acts in this run: who signed in, else the chosen persona; nobody at first."""
    try:
        make_ready(installation_title())
        if sign_in_configured():
            return _signed_in()
        known = {person.id: person for person in everybody()}
    except (NotOpened, MistakenSetting) as refusal:
        say_not_opened(refusal)
        st.stop()
    return _chosen(known)


def _signed_in() -> Person | None:
    # A demo never pays for what only sign-in needs.
    from pages.parts.entry.visitor import visitor

    person = visitor().person
    _take_seat(None if person is None else person.id, person)
    return person


def _chosen(known: Mapping[int, Person]) -> Person | None:
    """The chosen persona, shown in the sidebar where it can be changed."""
    if _CHOICE not in st.session_state:
        st.session_state[_CHOICE] = _remembered(known)
    with st.sidebar:
        st.caption(_what_the_data_are())
        chosen = st.selectbox(
            "Bertindak sebagai",
            list(known),
            index=None,
            placeholder="Pilih peran …",
            format_func=lambda number: known[number].name,
            key=_CHOICE,
        )
    person = None if chosen is None else known[chosen]
    _take_seat(chosen, person)
    _keep_in_address(chosen)
    return person


def _take_seat(number: int | None, person: Person | None) -> None:
    if st.session_state.get(_ACTING) not in (None, number):
        forget_what_was_offered()
    st.session_state[_ACTING], st.session_state[_READ] = number, person


def _what_the_data_are() -> str:
    told = "DATA CONTOH — bukan data sebenarnya"
    ended = demo_ends_on()
    return told if ended is None else f"{told}, sampai dengan {indonesian_date(ended)}"


def everybody() -> tuple[Person, ...]:
    """The personas to choose from, each with the roles held in what is served; none with sign-in."""
    if sign_in_configured():
        return ()
    with database().read() as session:
        return personas(session, served())


def _remembered(known: Collection[int]) -> int | None:
    number = st.session_state.get(_ACTING) or number_in_address(st.query_params.get(_IN_ADDRESS, ""))
    return number if number in known else None


def _keep_in_address(chosen: int | None) -> None:
    # The address keeps the persona, so that a reload or a link does not ask again.
    if chosen is None:
        st.query_params.pop(_IN_ADDRESS, None)
    elif st.query_params.get(_IN_ADDRESS) != str(chosen):
        st.query_params[_IN_ADDRESS] = str(chosen)


def act_as(person: Person) -> None:
    """Choose a persona from a button; for use as its callback."""
    if sign_in_configured():
        raise RuntimeError("with sign-in nobody acts as somebody else")
    st.session_state[_CHOICE] = person.id


def acting() -> Person | None:
    """The person who acts in this visit, or nobody yet."""
    person: Person | None = st.session_state.get(_READ)
    return person


def must_be(programme: Programme, permission: Permission) -> Person:
    """The acting person, who may do this in the programme; otherwise the screen says why and stops."""
    person, _ = must_be_in_one([programme], permission)
    return person


def must_be_in_one(
    programmes: Sequence[Programme], permission: Permission
) -> tuple[Person, tuple[Programme, ...]]:
    """The acting person and the programmes in which they may do this; without one the screen stops."""
    person = acting()
    if person is None:
        st.info("Pilih dahulu peran Anda di bilah kiri atau di Beranda.")
        st.stop()
    allowed = tuple(one for one in programmes if may(person, permission, one))
    if not allowed:
        st.warning(plain(NotAllowed(permission, programmes[0], person).sentence))
        st.stop()
    return person, allowed
