"""Where Streamlit runs our code by itself: callbacks of buttons, files made at a click, parts of a screen.

Errors there never pass the entry. What this file holds on to is no promise of Streamlit's, so its version is
pinned and a test drives each place.
"""

import logging
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any, Final

import streamlit as st
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.state.session_state import WStates

from pages.parts.errors.sentences import BUTTON, FILE, PART, sentence_about
from pages.parts.errors.visit import visit

_FAILED: Final = "galat-tombol"

_Method = Callable[..., Any]
_why_no_file: ContextVar[str] = ContextVar("why_no_file", default="")


@dataclass(slots=True)
class FailedButton:
    """What the next drawing of the screen says of a callback that failed; blank once it was said.

    It is changed in place, because a stopped run may not reach the session any more.
    """

    sentence: str = ""


def last_failed_button() -> FailedButton:
    """The callback of this visit that failed last."""
    failed: FailedButton = st.session_state.setdefault(_FAILED, FailedButton())
    return failed


@cache
def watch_streamlit() -> None:
    """Take over the errors that Streamlit would show in English, and log with everything they say."""
    for owner, name, watched in (
        (WStates, "call_callback", _said_later),
        (DeferredFileHandler, "handle", _said_at_the_button),
    ):
        setattr(owner, name, watched(getattr(owner, name)))
    logging.getLogger("streamlit.error_util").addFilter(_keep_out_of_log)
    logging.getLogger("streamlit.runtime.backend_operation_handler").addFilter(_note_why_no_file)


def _said_later(call_callback: _Method) -> _Method:
    """After a callback that failed the screen is drawn all the same, with what was typed."""

    @wraps(call_callback)
    def watched(states: WStates, widget_id: str) -> None:
        try:
            call_callback(states, widget_id)
        except Exception as error:
            last_failed_button().sentence = sentence_about(error, BUTTON, visit())
            st.toast("Yang baru Anda tekan tidak berhasil. Sebabnya tertulis di atas layar.")

    return watched


def _said_at_the_button(handle: _Method) -> _Method:
    """Under a download button stands our sentence in place of Streamlit's."""

    @wraps(handle)
    async def watched(handler: Any, request: Any, session_id: str) -> Any:
        answer = await handle(handler, request, session_id)
        if answer.error_msg:
            answer.error_msg = _why_no_file.get() or answer.error_msg
        return answer

    return watched


def _keep_out_of_log(record: logging.LogRecord) -> bool:
    error = _error_of(record)
    if error is not None:
        sentence_about(error, PART, visit())
    return error is None


def _note_why_no_file(record: logging.LogRecord) -> bool:
    error = _error_of(record)
    if error is not None:
        # Streamlit's own error names ours as its cause. No visit is at hand in the thread that makes files.
        _why_no_file.set(sentence_about(error.__cause__ or error, FILE, {}))
    return error is None


def _error_of(record: logging.LogRecord) -> BaseException | None:
    return record.exc_info[1] if record.exc_info else None
