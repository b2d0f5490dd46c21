"""Whose regulation the legal-basis screen shows, and the choice between those that are served."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from db.office.practice import law_of
from domain.programme import Programme
from domain.regulation.amending import versions_with
from domain.regulation.law_in_force import LawInForce
from domain.regulation.rules import Regulation
from domain.roles import OfficeRole, Person
from pages.parts.books import Book
from pages.parts.installation import served
from pages.parts.places import PROGRAM
from pages.parts.store import database
from pages.parts.wings import wing_of

_KEY = "program-dasar-hukum"


def choose_programme(person: Person | None) -> Programme:
    """Ask which programme; at first that of the address, or of the person's own roles."""
    by_key = {programme.key: programme for programme in served()}
    own = _own_programme(person, served())
    if len(by_key) == 1:
        return own
    named = st.query_params.get(PROGRAM, "")
    st.session_state.setdefault(_KEY, named if named in by_key else own.key)
    chosen = st.segmented_control(
        "Program",
        list(by_key),
        format_func=lambda key: book_of(by_key[key]).label,
        required=True,
        key=_KEY,
        label_visibility="collapsed",
    )
    if st.query_params.get(PROGRAM) != chosen and (named or chosen != own.key):
        st.query_params[PROGRAM] = str(chosen)
    return by_key.get(str(chosen), own)


def book_of(programme: Programme) -> Book:
    """The book of a programme."""
    return wing_of(programme).book()


def law_in(programme: Programme, day: date) -> LawInForce:
    """The law of a programme on a day, as its office practises it."""
    with database().read() as session:
        return law_of(session, programme, day)


def newest_of(programme: Programme, law: LawInForce) -> Regulation:
    """The regulation of a programme with all that is approved, also what begins on a later day."""
    versions = versions_with(programme.versions(), law.practice.instruments) if programme.versions() else ()
    return versions[-1] if versions else law.regulation


def _own_programme(person: Person | None, programmes: Sequence[Programme]) -> Programme:
    """The programme in which a person has a part of their own; without one the first."""
    held = (
        {each.programme for each in person.held if not isinstance(each.role, OfficeRole)} if person else set()
    )
    return next((programme for programme in programmes if programme.key in held), programmes[0])
