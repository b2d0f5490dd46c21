"""Something that waits is returned to who sent it, or taken back by them: asked first, never without why."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from domain.closings import Closed, Closing, ClosingReason
from domain.dates import indonesian_moment
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.text import plain


@dataclass(frozen=True, slots=True)
class Asking:
    """How it is asked: the button that opens the question, the question, its field and hint, the answer."""

    button: str
    question: str
    why: str
    hint: str
    yes: str


def give_back(
    form: str,
    asking: Asking,
    verb: Callable[..., Any],
    *given: Any,
    said: str,
    then: Callable[[], None] | None = None,
    **more: Any,
) -> None:
    """A button that opens the question; the verb is called with the reason once it is answered."""
    fields = Form(nonce_of(form), {}, ClosingReason)
    with st.popover(asking.button, icon=":material/undo:", key=f"{form}:buka"):
        st.markdown(f"**{plain(asking.question)}**")
        fields.ask("reason", label=asking.why, hint=asking.hint)
        sent = st.button(asking.yes, type="primary", key=f"{fields.nonce}:kirim")
    if not sent or say_problems([*fields.problems, *fields.blanks()], fields):
        return
    why = ClosingReason(**fields.answers())
    save(form, verb, *given, why, said=said, fields=fields, then=then, **more)


def asking_to_withdraw(what: str, hint: str) -> Asking:
    """The question of a maker who takes back what they proposed."""
    return Asking("Tarik usulan", f"Tarik {what}?", "Mengapa ditarik", hint, "Ya, tarik usulan ini")


def asking_to_return(what: str, to: str) -> Asking:
    """The question of who may approve and returns a proposal to its maker instead."""
    hint = "apa yang perlu diperbaiki, atau mengapa tidak disetujui"
    question = f"Kembalikan {what} kepada {to}?"
    return Asking("Kembalikan", question, "Mengapa dikembalikan", hint, "Ya, kembalikan usulan ini")


def closed_in_words(closed: Closed) -> str:
    """How a proposal ended, for a line of Markdown: in which way, by whom, when and why."""
    sign = "↩" if closed.how is Closing.RETURNED else "–"
    moment = indonesian_moment(closed.at)
    return f"{sign} {closed.how.label} {plain(closed.by)}, {moment}: {plain(closed.reason)}"
