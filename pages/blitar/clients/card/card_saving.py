"""Forms of one binaan: sent once, then back to the card, which says what was saved."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import streamlit as st

from db.refusals import ChangedMeanwhile, Refused, Wrong
from domain.programme import NotAllowed
from pages.blitar.clients.card.card_places import to_card
from pages.parts.fields import Form
from pages.parts.saving import forget, say_problems
from pages.parts.store import database, now
from pages.parts.text import plain

_SAID = "binaan-tersimpan"
_REFUSED = object()
Verb = Callable[[Any, datetime], object]
"""What is done with an open session at this moment."""


def show_saved() -> None:
    """Say what was saved last, once."""
    told = st.session_state.pop(_SAID, None)
    if told:
        st.success(f"✔ {plain(told)}")


def send(
    form: str,
    verb: Verb,
    said: str,
    *,
    client_id: int | None = None,
    fields: Form | None = None,
) -> None:
    """Do it and go to the binaan; or say what is wrong, with everything still typed.

    Without a number of the binaan, the verb gives that of the new one.
    """
    done = _carry_out(form, verb, said, fields)
    if done is not _REFUSED:
        to_card(client_id if client_id is not None else int(str(done)))
        st.rerun()


def stay(form: str, verb: Verb, said: str, *, fields: Form | None = None) -> None:
    """Do it and show the same screen anew; or say what is wrong, with everything still typed."""
    if _carry_out(form, verb, said, fields) is not _REFUSED:
        st.rerun()


def _carry_out(form: str, verb: Verb, said: str, fields: Form | None) -> object:
    """Do it in one transaction; give what the verb gave, or the mark that it was refused."""
    try:
        with database().write() as session:
            done = verb(session, now())
    except Wrong as refusal:
        say_problems(refusal.problems, fields)
        return _REFUSED
    except ChangedMeanwhile as refusal:
        st.error(plain(refusal.sentence))
        st.button("Buka data terbaru", on_click=forget, args=(form,))
        return _REFUSED
    except (Refused, NotAllowed) as refusal:
        st.error(plain(refusal.sentence))
        return _REFUSED
    forget(form)
    st.session_state[_SAID] = said
    return done
