"""A form about collecting one loan: sent once, in one transaction, every refusal said beside it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

import streamlit as st

from domain.roles import Person
from domain.sampang.step_checks import yet_to_come
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.fields import Form
from pages.parts.saved_notice import say_saved
from pages.parts.sending import say_problems
from pages.parts.store import today

Verb = Callable[[Any, Any, str, str, datetime], object]
"""What is done with an open session, what was typed, a nonce, why it is recorded again, and this moment."""


def deed_form(
    person: Person,
    loan_id: int,
    what: str,
    of: Any,
    verb: Verb,
    *,
    button: str,
    said: str,
    start: Mapping[str, Any] | None = None,
) -> None:
    """Ask the fields of a dataclass in their order, and send them by a verb of the store."""
    slot = f"{what}-nonce-{loan_id}-{person.id}"
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    form = Form(nonce, start or {}, of)
    for name in of.__dataclass_fields__:
        form.ask(name)
    because = ask_why_again(nonce)
    if not st.button(button, key=f"{nonce}:{what}:kirim"):
        return
    early = yet_to_come("on", form.answers().get("on"), today())
    if say_problems([*form.problems, *form.blanks(), *early], form):
        return
    told = of(**form.answers())
    done = send_or_ask(nonce, lambda session, at: verb(session, told, nonce, because, at), fields=form)
    if done is not None:
        st.session_state.pop(slot, None)
        say_saved(said)
        st.rerun()
