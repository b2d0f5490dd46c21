"""What was typed into a form, kept while a field is hidden, and what is wrong said beside its field."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from domain.problems import Problem
from pages.parts.text import plain
from pages.parts.unsent.open_forms import begin


class KeptFields:
    """The fields of one form: `nonce` names its widgets, `start` gives the first values by field.

    What is typed is kept in the session by field, also while a field is hidden.
    """

    def __init__(self, nonce: str, start: Mapping[str, Any]) -> None:
        self.nonce, self.start = nonce, start
        self.problems: list[Problem] = []
        self._slots: dict[str, DeltaGenerator] = {}
        self._places: dict[str, str] = {}
        self._typed: dict[str, Any] = st.session_state.setdefault(f"{nonce}:typed", {})
        self._open = begin(nonce, self._typed)

    def slot(self, field: str, where: str = "") -> None:
        """The place, just here, where the problems of a field and its parts are said, after `where`."""
        self._slots[field] = st.empty()
        self._places[field] = where

    def standing(self, field: str) -> Any:
        """What stands in a field now, also before the field is drawn."""
        otherwise = self._typed.get(field, self.start.get(field))
        return st.session_state.get(f"{self.nonce}:{field}", otherwise)

    def kept(self, field: str) -> Any:
        """What was typed into a field when it was last read, or None."""
        return self._typed.get(field)

    def keep(self, field: str, told: Any) -> None:
        """Keep what stands in a field that the form does not draw itself; at first, what it begins with."""
        self._note_first(field, None if field in self._typed else told)
        self._typed[field] = told

    def keep_told(self, field: str, told: Any) -> None:
        """Keep what a person has just put into a field, also before it was ever drawn."""
        self._note_first(field, None)
        self._typed[field] = told

    def say(self, problems: Sequence[Problem]) -> list[Problem]:
        """Say every problem beside its field; gives back those whose field is not on the screen."""
        said: dict[str, list[str]] = {}
        elsewhere = []
        for problem in dict.fromkeys(problems):
            field = self._nearest_slot(problem.field)
            if field is None:
                elsewhere.append(problem)
            else:
                where = self._places[field]
                said.setdefault(field, []).append(
                    f"{where}: {problem.sentence}" if where else problem.sentence
                )
        for field, sentences in said.items():
            self._slots[field].markdown(" ".join(f":red[⚠ {plain(one)}]" for one in sentences))
        return elsewhere

    def _nearest_slot(self, field: str) -> str | None:
        """The slot of a field, or of the part of the form that it belongs to."""
        while field not in self._slots:
            field, dot, _ = field.rpartition(".")
            if not dot:
                return None
        return field

    def offer(self, key: str, options: Iterable[Any]) -> None:
        """Let a choice that came back from the store, as plain text, be the option that it is equal to.

        A list shows only its own options; what is none of them is left for the list to drop.
        """
        by_value = {option: option for option in options}
        standing = st.session_state.get(key)
        if isinstance(standing, list | tuple):
            offered: Any = [by_value.get(one, one) for one in standing]
            is_same = all(one is other for one, other in zip(offered, standing, strict=True))
        else:
            offered = by_value.get(standing, standing)
            is_same = offered is standing
        if not is_same:  # set only then: what is set here comes over a tap that is just on its way
            st.session_state[key] = offered

    def _seed(self, field: str, value: Any) -> str:
        key = f"{self.nonce}:{field}"
        self._note_first(field, value)
        st.session_state.setdefault(key, self._typed.get(field, value))
        return key

    def _note_first(self, field: str, value: Any) -> None:
        if self._open is not None:
            self._open.first.setdefault(field, value)

    def _keep(self, field: str, told: Any) -> Any:
        self._typed[field] = told
        self.slot(field)
        return told


def hold_typed() -> None:
    """Keep what stands in the fields of every open form, also of those that this run does not draw."""
    for key in list(st.session_state):
        name = str(key)
        if name.endswith(":typed"):
            nonce, typed = name.removesuffix(":typed"), st.session_state[name]
            for field in typed:
                typed[field] = st.session_state.get(f"{nonce}:{field}", typed[field])
