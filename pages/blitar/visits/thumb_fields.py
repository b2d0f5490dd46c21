"""Fields for thumbs: choices that all stand on the screen, one tap each."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

import streamlit as st

from pages.parts.fields import Form

Choice = TypeVar("Choice", bound=StrEnum)
Found = TypeVar("Found")


class VisitForm(Form):
    """The form of a visit."""

    def segment(self, field: str, label: str, words: Mapping[Choice, str], *, help: str = "") -> Choice:
        """One of a few values; the first of them while nothing else is known."""
        first = next(iter(words))
        key = self._seed(field, self.start.get(field) or first)
        self.offer(key, words)
        told = st.segmented_control(
            label, list(words), format_func=lambda one: words[one], key=key, required=True, help=help or None
        )
        chosen = first if told is None else told
        self._keep(field, chosen)
        return chosen

    def pills(
        self, field: str, label: str, words: Mapping[Choice, str], *, shows_label: bool = True
    ) -> list[Choice]:
        """Any number of values; what was chosen and is no longer offered is dropped."""
        key = self._seed(field, list(self.start.get(field) or ()))
        self.offer(key, words)
        known = [one for one in st.session_state[key] if one in words]
        # Set only when it differs: what is set here comes over a tap that is just on its way.
        if known != st.session_state[key]:
            st.session_state[key] = known
        told = st.pills(
            label,
            list(words),
            selection_mode="multi",
            format_func=lambda one: words[one],
            key=key,
            label_visibility="visible" if shows_label else "collapsed",
        )
        return list(self._keep(field, told))

    def once(self, name: str, read: Callable[[], Found]) -> Found:
        """What was read from the store when the form first asked for it, so that a tap stays quick."""
        kept: dict[str, Found] = st.session_state.setdefault(f"{self.nonce}:read", {})
        if name not in kept:
            kept[name] = read()
        return kept[name]

    def one_or_other(self, field: str, label: str, names: Sequence[str], *, hint: str = "") -> str:
        """One of some names, or another that is typed; blank while none is chosen."""
        key = self._seed(field, self.start.get(field) or None)
        standing = st.session_state[key]
        offered = list(names) + ([standing] if standing and standing not in names else [])
        told = st.selectbox(
            label, offered, index=None, accept_new_options=True, placeholder=hint or "Belum diisi", key=key
        )
        return str(self._keep(field, told) or "").replace("\0", "").strip()

    def start_with(self, field: str, value: object) -> None:
        """The first value of a field that becomes known late."""
        if field not in self.start:
            self.start = {**self.start, field: value}

    def seeded(self, field: str) -> str:
        """The key of a field that is drawn elsewhere, with its first value in place."""
        return self._seed(field, self.start.get(field))
