"""Seleksi: a round of choosing Pendamping, from its announcement to its minutes (Pasal 6 to 8)."""

import streamlit as st

from db.refusals import Refused
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.selecting.rounds import RoundStage
from domain.programme import may
from pages.blitar.selection.many.many_candidates import show_many_candidates
from pages.blitar.selection.opened_round import show_candidate, show_round
from pages.blitar.selection.registration import show_registration
from pages.blitar.selection.round_form import show_round_form
from pages.blitar.selection.round_places import CANDIDATE, CHANGE, FILLING, MANY, NEW, ROUND, at
from pages.blitar.selection.rounds import show_rounds
from pages.blitar.selection.viewing import View, view_of
from pages.parts.acting import must_be
from pages.parts.text import plain


def main() -> None:
    """Show the screen."""
    person = must_be(BLITAR, BlitarPermission.READ_SELECTION)
    chosen, filling = at(ROUND), st.query_params.get(FILLING, "")
    if chosen is None and filling == NEW and may(person, BlitarPermission.RUN_SELECTION, BLITAR):
        show_round_form(person, None)
    elif chosen is None:
        show_rounds(person)
    else:
        try:
            _within(view_of(person, chosen), filling)
        except Refused as refusal:
            st.error(plain(refusal.sentence))


def _within(view: View, filling: str) -> None:
    entry = view.entry(at(CANDIDATE))
    if view.runs and filling == CHANGE:
        show_round_form(view.person, view)
    elif view.runs and filling == MANY and view.stage is not RoundStage.ANNOUNCED:
        show_many_candidates(view)
    elif view.runs and (entry is not None or filling == NEW):
        show_registration(view, entry)
    elif entry is not None:
        show_candidate(view, entry)
    else:
        show_round(view)


main()
