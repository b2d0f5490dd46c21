"""Every kept verdict by the law of today before it is shown, and what another law would make of them."""

from typing import Final

import streamlit as st

from db.sampang.applications.reassessing import assess_due, files_due, impact_piece, undecided_files
from domain.money import number
from domain.regulation.impact import Looked
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.parts.impact_parts import StillOpen
from pages.parts.sending import without_a_form
from pages.parts.store import database, today

DUE: Final = "↻ Sedang dinilai ulang"


def bring_up_to_date(person: Person) -> int:
    """Assess what was found by another law than that of today, piece by piece, and tell how many it was.

    It goes on where an earlier visit left off; what is not done is told as such, never by another law.
    """
    place = st.empty()  # always, so that what stands below keeps its place
    with database().read() as session:
        due = files_due(session, person, today())
    done = 0
    while done < due:
        told = f"Menilai ulang menurut ketentuan hari ini: {number(done)} dari {number(due)} berkas"
        place.progress(done / due, text=told)
        piece = without_a_form(lambda session, at: assess_due(session, person, at=at))
        if not piece:
            break
        done += piece
    place.empty()
    return done


def still_open(person: Person) -> tuple[StillOpen, ...]:
    """The files whose verdict a change of the law could change, to be looked at piece by piece."""
    with database().read() as session:
        count = undecided_files(session, person)

    def piece(before: LawInForce, after: LawInForce, beyond: int) -> Looked:
        with database().read() as session:
            return impact_piece(session, person, before, after, beyond=beyond)

    return (StillOpen("pengajuan yang belum diputus", count, piece),)
