"""Who is where, as far as the log may know: the screen and the roles, never the person."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from domain.roles import Person

_VISIT: Final = "layar-dan-peran"
_START: Final = "beranda"


def remember_visit(screen: str, person: Person | None) -> None:
    """Remember the address of the screen that is about to run, and the roles of who acts."""
    roles = sorted(person.roles) if person else []
    st.session_state[_VISIT] = {"screen": screen or _START, "roles": [str(role) for role in roles]}


def visit() -> Mapping[str, object]:
    """The screen and the roles of the last run that came as far as its screen."""
    nowhere: Mapping[str, object] = {"screen": None, "roles": []}
    remembered: Mapping[str, object] = st.session_state.get(_VISIT, nowhere)
    return remembered
