"""Applications that may be of the same person, household or business, as lines on a screen."""

from collections.abc import Sequence

import streamlit as st

from db.sampang.applications.look_alikes import LookAlike
from pages.parts.text import plain, shortened


def show_look_alikes(alike: Sequence[LookAlike]) -> None:
    """Show each with its number and in what it is alike."""
    for other in alike:
        words = ", ".join(likeness.label for likeness in other.alike_in)
        st.markdown(f"- {plain(other.number)} · {plain(shortened(other.name))} ({plain(words)})")
