"""Errors of a run of the script, said on the screen in the place of what could not be shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import streamlit as st
from streamlit.errors import FragmentHandledException
from streamlit.runtime.scriptrunner import StopException

from pages.parts.errors.keeping import keep_typed, show_kept
from pages.parts.errors.log import open_log
from pages.parts.errors.sentences import PART, SCREEN, sentence_about
from pages.parts.errors.streamlit_seams import FailedButton, last_failed_button, watch_streamlit
from pages.parts.errors.visit import visit
from pages.parts.text import plain

BOX: Final = "galat"  # the key of the box, by which tests find it


@contextmanager
def errors_said() -> Iterator[None]:
    """Say what goes wrong meanwhile; to be put around everything that a run of the script does.

    What a button failed at is said until a run comes to its end: one that begins anew was not seen.
    """
    open_log()
    watch_streamlit()
    show_kept()
    failed = last_failed_button()
    if failed.sentence:
        _say(failed.sentence, f"{BOX}-tombol")
    try:
        yield
    except StopException:
        failed.sentence = ""
        raise
    except FragmentHandledException:
        keep_typed()
        raise
    except Exception as error:
        keep_typed()
        _say_and_offer_again(error, failed)
    failed.sentence = ""


def said_in_place(error: Exception) -> bool:
    """Say an error of a part that Streamlit runs by itself; for use as its `on_script_error`."""
    _say(sentence_about(error, PART, visit()), f"{BOX}-bagian")
    return True


def _say_and_offer_again(error: Exception, failed: FailedButton) -> None:
    sentence = sentence_about(error, SCREEN, visit())
    # A lost store fails the button and then the screen: that is said once.
    if sentence != failed.sentence:
        _say(sentence, BOX)
    # Not "try again": it draws the screen once more, and does not press the button that failed.
    st.button("Tampilkan lagi layar ini", icon=":material/refresh:", key="tampilkan-lagi")


def _say(sentence: str, key: str) -> None:
    with st.container(key=key):
        st.error(plain(sentence))
