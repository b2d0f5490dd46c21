"""What people can do about a proposal that waits: withdraw their own, approve or return another's."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import streamlit as st

from domain.roles import Person
from domain.sampang.roles import SampangRole
from pages.parts.giving_back import asking_to_return, asking_to_withdraw, give_back
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import send


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A proposal by its number, what it is ("usul …"), and who made it; `key` is that of its buttons."""

    id: int
    key: str
    what: str
    by: str
    by_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """How a kind of proposal is answered: its verbs, the word on the button, and what withdrawing leaves.

    `said` tells what came of the approval; `working` is said while it takes a while.
    """

    approve: Callable[..., Any]
    said: Callable[[Any], Saved | str]
    withdraw: Callable[..., Any]
    give_back: Callable[..., Any]
    button: str
    example: str
    left: str
    working: str = ""


def show_answers(person: Person, one: Waiting, answers: Answers, *, approves: bool) -> None:
    """Show who is waited for, and the buttons of whoever looks at it."""
    is_own, told = one.by_id == person.id, f"U{one.what[1:]}"
    if not approves:
        st.caption(f"Menunggu {SampangRole.TEAM_LEAD.label}.")
    elif is_own:
        st.caption("Anda yang mengusulkan; orang lain yang menyetujui.")
    with st.container(horizontal=True, gap="small"):
        if is_own:
            asking = asking_to_withdraw(one.what, answers.example)
            said = f"{told} ditarik; {answers.left}"
            give_back(f"tarik-{one.key}:{one.id}", asking, answers.withdraw, person, one.id, said=said)
        elif approves:
            if st.button(answers.button, key=f"setuju-{one.key}:{one.id}", type="primary"):
                _approve(person, one, answers)
            asking = asking_to_return(one.what, one.by)
            said = f"{told} dikembalikan kepada {one.by}."
            give_back(f"kembali-{one.key}:{one.id}", asking, answers.give_back, person, one.id, said=said)


def _approve(person: Person, one: Waiting, answers: Answers) -> None:
    with st.spinner(answers.working) if answers.working else nullcontext():
        done = send(lambda session, at: answers.approve(session, person, one.id, at=at))
    if done is None:
        return
    say_saved(answers.said(done.result))
    st.rerun()
