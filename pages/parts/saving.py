"""Saving from a screen: once for each pressed button, with what went well said after the next run."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from uuid import uuid4

import streamlit as st

from db.refusals import NotAppointable, Refused, Wrong
from domain.problems import Problem
from domain.programme import NotAllowed
from pages.parts.fields import Form
from pages.parts.store import database, now
from pages.parts.text import plain

_SAID = "tersimpan"
Opened = TypeVar("Opened")


def nonce_of(form: str) -> str:
    """The nonce of a form that is being filled in."""
    return str(st.session_state.setdefault(_key(form), uuid4().hex))


def forget(form: str) -> None:
    """Begin a form anew, as the store has it; also for use as a button's callback."""
    st.session_state.pop(_key(form), None)


def opened(nonce: str, found: Opened) -> Opened:
    """What was found when a form was opened, so that it is not saved over a later change."""
    kept: Opened = st.session_state.setdefault(f"{nonce}:opened", found)
    return kept


def show_saved() -> None:
    """Say what was saved last, once."""
    told = st.session_state.pop(_SAID, None)
    if told:
        st.success(f"✔ {plain(told)}")


def save(
    form: str,
    verb: Callable[..., Any],
    *told: Any,
    said: str,
    fields: Form | None = None,
    done_with: Sequence[str] = (),
    then: Callable[[], None] | None = None,
    **more: Any,
) -> None:
    """Call a verb in one transaction; then begin the form anew, or say beside its fields what is wrong.

    What stands in the session under `done_with` is dropped once it is stored, and `then` is called.
    """
    try:
        with database().write() as session:
            verb(session, *told, **more, at=now())
    except Wrong as refusal:
        say_problems(refusal.problems, fields)
        return
    except NotAppointable as refusal:
        st.error("Belum dapat ditetapkan:\n" + "".join(f"\n- {plain(one)}" for one in refusal.reasons))
        return
    except (Refused, NotAllowed) as refusal:
        st.error(plain(refusal.sentence))
        return
    forget(form)
    for key in done_with:
        st.session_state.pop(key, None)
    if then is not None:
        then()
    st.session_state[_SAID] = said
    st.rerun()


def say_problems(problems: Sequence[Problem], fields: Form | None = None) -> bool:
    """Say every problem, beside its field where it has one on the screen; tell whether there is any."""
    elsewhere = fields.say(problems) if fields else list(problems)
    if problems:
        beside = "Perbaiki isian yang bertanda ⚠; yang sudah Anda ketik tetap ada. "
        other = " ".join(plain(problem.sentence) for problem in elsewhere)
        st.error(f"Belum tersimpan. {beside if len(elsewhere) < len(problems) else ''}{other}".strip())
    return bool(problems)


def _key(form: str) -> str:
    return f"pendamping:{form}"
