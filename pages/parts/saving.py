"""Saving from a form: what was stored is said where the person looks, and the form begins anew."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import streamlit as st

from pages.parts.fields import Form
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import forget, send

Opened = TypeVar("Opened")


def opened(nonce: str, found: Opened) -> Opened:
    """What was found when a form was opened, so that it is not saved over a later change."""
    kept: Opened = st.session_state.setdefault(f"{nonce}:opened", found)
    return kept


def save(
    form: str,
    verb: Callable[..., Any],
    *given: Any,
    said: Saved | str,
    fields: Form | None = None,
    done_with: Sequence[str] = (),
    then: Callable[[], None] | None = None,
    **more: Any,
) -> None:
    """Call a verb; then begin the form anew, or say beside its fields what is wrong.

    What stands in the session under `done_with` is dropped once it is stored, and `then` is called.
    """
    done = send(lambda session, at: verb(session, *given, **more, at=at), form=form, fields=fields)
    if done is None:
        return
    forget(form)
    for key in done_with:
        st.session_state.pop(key, None)
    if then is not None:
        then()
    say_saved(said)
    st.rerun()
