"""The one way in which a screen changes the store: once, in one transaction, and every refusal is said.

What was typed stays wherever it was typed; a refusal is a sentence of the store, never a traceback.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final, Generic, TypeVar
from uuid import uuid4

import streamlit as st

from db.refusals import ChangedMeanwhile, Refused, SignInAgain, Wrong
from domain.problems import Problem
from domain.programme import NotAllowed
from pages.parts.fields import Form
from pages.parts.saved_notice import SIGN_IN_AGAIN, silence
from pages.parts.store import database, now
from pages.parts.text import plain
from pages.parts.unsent.open_forms import note_sent

_MOST_NAMED: Final = 3
Result = TypeVar("Result")
Work = Callable[[Any, datetime], Result]
"""What is done with an open session at this moment, by the verbs of the store."""
SayProblems = Callable[[Sequence[Problem]], object]


@dataclass(frozen=True, slots=True)
class Sent(Generic[Result]):
    """It was done; `result` is what the verb gave."""

    result: Result


@dataclass(frozen=True, slots=True)
class Refusal:
    """It was not done, and nothing was stored: why, in a sentence, and for which fields if any.

    `reasons` are the lines of a refusal that has several; `changed` is true when somebody else was faster;
    `cause` is what the store raised.
    """

    sentence: str
    cause: Refused | NotAllowed
    reasons: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    changed: bool = False


def attempt(work: Work[Result]) -> Sent[Result] | Refusal:
    """Do something in one transaction; every way in which the store can refuse comes back as a Refusal.

    For callbacks, which cannot draw; a form uses `send`.
    """
    try:
        with database().write() as session:
            done = Sent(work(session, now()))
    except Wrong as wrong:
        return Refusal(wrong.sentence, wrong, problems=wrong.problems)
    except Refused as refused:
        _note_again(refused)
        changed = isinstance(refused, ChangedMeanwhile)
        return Refusal(refused.sentence, refused, refused.reasons, changed=changed)
    except NotAllowed as refused:
        return Refusal(refused.sentence, refused)
    note_sent()
    return done


def without_a_form(work: Work[Result]) -> Result | None:
    """Do something in one transaction that nobody typed anything for; None when it was refused, then said.

    No form that is being filled in counts as sent by it.
    """
    try:
        with database().write() as session:
            return work(session, now())
    except (Refused, NotAllowed) as refused:
        st.warning(plain(refused.sentence))
        _note_again(refused)
        return None


def _note_again(refused: Refused | NotAllowed) -> None:
    if isinstance(refused, SignInAgain):
        st.session_state[SIGN_IN_AGAIN] = True


def send(
    work: Work[Result],
    *,
    form: str = "",
    fields: Form | None = None,
    say: SayProblems | None = None,
    anew: Callable[[], None] | None = None,
) -> Sent[Result] | None:
    """Do something in one transaction; None when it was refused, which is then said here.

    Nothing is sent while something in its `fields` cannot be read.
    Problems are said beside their `fields`, or by `say`. Where somebody else was faster, the `form` of this
    name can be opened anew by a button, or what is given as `anew` done.
    """
    if fields is not None and say_problems(fields.problems, fields):
        return None
    done = attempt(work)
    if isinstance(done, Sent):
        return done
    if done.problems and say is not None:
        say(done.problems)
    else:
        show_refusal(done, fields)
    if done.changed and (form or anew):
        st.button("Buka versi terbaru", on_click=anew or partial(forget, form), key=f"{form}:versi-terbaru")
    return None


def show_refusal(refusal: Refusal, fields: Form | None = None) -> None:
    """Say a refusal: its problems beside their fields, or why nothing was stored."""
    if refusal.problems:
        say_problems(refusal.problems, fields)
    else:
        say_refusal(refusal)


def say_refusal(refusal: Refusal) -> None:
    """Say why nothing was stored, line by line where there are several reasons."""
    silence()
    if isinstance(refusal.cause, SignInAgain):
        from pages.parts.entry.once_more import ask_once_more

        ask_once_more(refusal.sentence)
        return
    if len(refusal.reasons) < 2:
        st.error(plain(refusal.sentence))
        return
    head = refusal.sentence.partition(refusal.reasons[0])[0].rstrip(" .:") or "Belum dapat dilakukan"
    st.error(f"{plain(head)}:\n" + "".join(f"\n- {plain(one)}" for one in refusal.reasons))


def say_problems(problems: Sequence[Problem], fields: Form | None = None, *, named: bool = False) -> bool:
    """Say every problem, beside its field where it has one on the screen; tell whether there is any.

    With `named` the first of them stand in the line at the button too, for forms longer than a telephone.
    """
    elsewhere = fields.say(problems) if fields else list(problems)
    if problems:
        silence()
        if named:
            st.error(_first_of(problems))
            return True
        beside = "Perbaiki isian yang bertanda ⚠; yang sudah Anda ketik tetap ada. "
        other = " ".join(plain(problem.sentence) for problem in elsewhere)
        st.error(f"Belum tersimpan. {beside if len(elsewhere) < len(problems) else ''}{other}".strip())
    return bool(problems)


def _first_of(problems: Sequence[Problem]) -> str:
    lines = [f"- {plain(one.sentence)}" for one in problems[:_MOST_NAMED]]
    if len(problems) > _MOST_NAMED:
        lines.append(f"- dan {len(problems) - _MOST_NAMED} lagi, bertanda ⚠ di isiannya")
    return "Belum tersimpan; yang sudah Anda ketik tetap ada.\n" + "\n".join(lines)


def nonce_of(form: str) -> str:
    """The nonce of a form that is being filled in."""
    return str(st.session_state.setdefault(_key(form), uuid4().hex))


def forget(form: str) -> None:
    """Begin a form anew, as the store has it; also for use as a button's callback."""
    st.session_state.pop(_key(form), None)


def _key(form: str) -> str:
    return f"nonce:{form}"
