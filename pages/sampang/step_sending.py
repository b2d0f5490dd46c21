"""How a form of a file is sent: once, in one transaction, with every refusal said where it was pressed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

import streamlit as st

from db.sampang.origination.loan_files import StoredFile
from domain.problems import Problem
from domain.roles import Person
from domain.sampang.hindrance import Hindrance
from domain.sampang.programme import SAMPANG
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.fields import Form
from pages.parts.places import place_link
from pages.parts.saved_notice import Saved, say_saved, silence
from pages.parts.text import plain

Verb = Callable[[Any, str, datetime], object]
"""What is done with an open session, a nonce and this moment."""

_SEEN = "pinjaman-terlihat"


class Sending:
    """One form of one file for one person: its fields as `of` declares them, and how it is sent."""

    def __init__(
        self, person: Person, stored: StoredFile, what: str, of: Any, start: Mapping[str, Any] | None = None
    ) -> None:
        self._file = stored.id
        self._key = f"{what}-nonce-{stored.id}-{person.id}"
        self.nonce: str = st.session_state.setdefault(self._key, uuid4().hex)
        self.form = Form(self.nonce, start or {}, of)

    def refused(self, problems: Sequence[Problem] = ()) -> bool:
        """Say what is wrong with the fields beside them, what is blank first; tell whether anything is."""
        found = [*self.form.problems, *self.form.blanks(), *problems]
        elsewhere = self.form.say(found)
        if found:
            silence()
            told = "".join(f"\n- {plain(problem.sentence)}" for problem in elsewhere)
            st.error(f"Belum tersimpan. Perbaiki dahulu isian yang bertanda.{told}")
        return bool(found)

    def why_again(self) -> str:
        """Where the same was recorded before, show which, and ask why it is recorded again."""
        return ask_why_again(self.nonce)

    def send(self, verb: Verb, said: Saved | str) -> None:
        """Do it; afterwards the screen runs anew and says so, or what was refused is said here."""
        done = send_or_ask(self.nonce, lambda session, at: verb(session, self.nonce, at), say=self.refused)
        if done is None:
            return
        say_saved(said)
        st.session_state.pop(_SEEN, None)
        st.session_state.pop(self._key, None)
        st.rerun()


def say_what_changed(stored: StoredFile) -> None:
    """Say that somebody else was faster, where the file has changed since it was opened."""
    seen = (stored.id, len(stored.timeline))
    before = st.session_state.get(_SEEN, seen)
    st.session_state[_SEEN] = seen
    # A button of a form that is drawn no more would otherwise do nothing and say nothing.
    if before[0] == stored.id and before != seen:
        newest = stored.timeline[-1]
        st.warning(
            f"Berkas ini berubah sejak Anda membukanya: “{plain(newest.step.label)}” oleh "
            f"{plain(newest.by)}. Yang baru Anda tekan atau ketik belum tersimpan; lihat dahulu "
            "keadaan terbarunya."
        )


def forget_what_was_seen() -> None:
    """Look at the next file anew."""
    st.session_state.pop(_SEEN, None)


def show_hindrances(hindrances: Sequence[Hindrance], key: str) -> None:
    """Show each thing that stands in the way on its line, with a link to its provision."""
    with st.container(gap="xsmall"):
        for number, one in enumerate(hindrances):
            # On a phone the link stands below its sentence, and closer to it than to the next one.
            with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall"):
                st.markdown(f"✘ {plain(one.sentence)}", width="content")
                if one.place is not None:
                    place_link(SAMPANG, one.place.short, key=f"{key}-{number}")
