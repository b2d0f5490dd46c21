"""What was stored last, said at the lower edge of the window wherever the page stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from pages.parts.text import plain
from pages.parts.unsent.open_forms import here_path

_SAID, _PLACE = "tersimpan", "tersimpan-tempat"
SIGN_IN_AGAIN = "masuk-lagi-diminta"  # something was refused for want of a recent sign-in


@dataclass(frozen=True, slots=True)
class NextStep:
    """The screen on which the work goes on: a file of the folder of pages, with its state."""

    label: str
    screen: Path
    state: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Saved:
    """What was stored, in a sentence; how it can be corrected, and where the work goes on."""

    sentence: str
    correcting: str = ""
    next_step: NextStep | None = None


@dataclass(slots=True)
class _Said:
    saved: Saved
    path: str = ""


def show_saved() -> None:
    """Say what was stored last, at the lower edge of the window wherever the page stands.

    It stays until it is closed, something else is stored, or another screen is opened.
    """
    said: _Said | None = st.session_state.get(_SAID)
    if said is not None and (said.path or here_path()) != here_path():
        hush()
        said = None
    # Always a place: what comes and goes above a form would make the browser forget what is being typed.
    place = st.session_state[_PLACE] = st.empty()
    with place.container(key="kabar" if said else "kabar-kosong", gap="xsmall"):
        if said is not None:
            said.path = here_path()
            _show(said.saved)


def _show(saved: Saved) -> None:
    correcting = f"  \n{plain(saved.correcting)}" if saved.correcting else ""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.success(f"✔ {plain(saved.sentence)}{correcting}", width="stretch")
        if (step := saved.next_step) is not None:
            st.page_link(step.screen, label=step.label, query_params=dict(step.state))
        st.button("Tutup", key="kabar-tutup", on_click=hush, type="tertiary")


def say_saved(saved: Saved | str) -> None:
    """Have it said what was stored; a sentence alone where there is nothing to add."""
    st.session_state[_SAID] = _Said(Saved(saved) if isinstance(saved, str) else saved)


def hush() -> None:
    """Say it no more."""
    st.session_state.pop(_SAID, None)


def silence() -> None:
    """Take it off the screen at once, because what was just pressed is refused or asked about."""
    if _SAID in st.session_state:
        hush()
        st.session_state[_PLACE].empty()
