"""What the last press on this screen came to, said until the next one."""

import streamlit as st

from pages.parts.text import plain


def say(meeting_id: int, sentence: str, *, done: bool = True) -> None:
    """Keep a sentence for the screen of a meeting: about what was done, or what was not."""
    st.session_state[_slot(meeting_id)] = (sentence, done)


def show_said(meeting_id: int) -> None:
    """Show the sentence that was kept last, if any."""
    # It stays until the next one: a run that is cut short would otherwise swallow it.
    if kept := st.session_state.get(_slot(meeting_id)):
        sentence, done = kept
        (st.success if done else st.warning)(plain(sentence))


def _slot(meeting_id: int) -> str:
    return f"rapat-pesan:{meeting_id}"
