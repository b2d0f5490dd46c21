"""Which applicant the tabs below are about: one choice that they share."""

from collections.abc import Callable

import streamlit as st

from pages.blitar.selection.viewing import Entry, View
from pages.parts.text import shortened


def chosen_key(view: View) -> str:
    """The key of the choice within a round."""
    return f"selection:chosen:{view.stored.id}"


def choose_entry(
    view: View, label: str, first: Callable[[Entry], bool] = lambda _entry: True
) -> Entry | None:
    """Ask for an applicant; at first the first one for whom `first` holds."""
    key, entries = chosen_key(view), {entry.stored.id: entry for entry in view.entries}
    if st.session_state.get(key) not in entries:
        st.session_state[key] = next(
            (number for number, entry in entries.items() if first(entry)), next(iter(entries), None)
        )
    told = st.selectbox(
        label,
        list(entries),
        format_func=lambda number: shortened(entries[number].label, 60),
        key=key,
        persist_state="session",
    )
    return entries.get(told)
