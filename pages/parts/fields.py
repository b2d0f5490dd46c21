"""Form fields that keep what was typed, read it, and say beside the field what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from domain.money import number, parse_rupiah, rupiah
from domain.problems import Problem
from pages.parts.text import plain

Choice = TypeVar("Choice", bound=StrEnum)
_YES_NO = {True: "Ya", False: "Tidak"}
_EMPTY = "Belum diisi"
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)


def first_values(start: Any, prefix: str = "") -> dict[str, Any]:
    """Every field of a dataclass by its place ("business.founded_on")."""
    found: dict[str, Any] = {}
    for field in fields(start):
        value = getattr(start, field.name)
        if is_dataclass(value):
            found |= first_values(value, f"{prefix}{field.name}.")
        elif isinstance(value, dict):
            found |= {f"{prefix}{field.name}.{key}": entry for key, entry in value.items()}
        else:
            found[f"{prefix}{field.name}"] = value
    return found


class Form:
    """One form on the screen: `nonce` names its widgets, `start` gives the first values by field.

    What is typed is kept in the session by field, also while a field is hidden. Reading a field gives
    its value, or None while it is blank; what cannot be read is added to `problems`.
    """

    def __init__(self, nonce: str, start: Mapping[str, Any]) -> None:
        self.nonce, self.start = nonce, start
        self.problems: list[Problem] = []
        self._slots: dict[str, DeltaGenerator] = {}
        self._places: dict[str, str] = {}
        self._typed: dict[str, Any] = st.session_state.setdefault(f"{nonce}:typed", {})

    def text(
        self,
        field: str,
        label: str,
        *,
        help: str = "",
        long: bool = False,
        hint: str = "",
        shows_label: bool = True,
    ) -> str:
        """A line of text, or several lines; the label may be left to readers of the screen alone."""
        key = self._seed(field, self.start.get(field) or "")
        ask = st.text_area if long else st.text_input
        told = ask(
            label,
            key=key,
            help=help or None,
            placeholder=hint or None,
            label_visibility="visible" if shows_label else "collapsed",
        )
        # A pasted zero character cannot be seen, and no database can hold it.
        return str(self._keep(field, told or "")).replace("\0", "").strip()

    def rupiah(self, field: str, label: str, *, help: str = "") -> int | None:
        """An amount of rupiah, typed as people write it."""
        started = self.start.get(field)
        key = self._seed(field, "" if started is None else number(started))
        told = st.text_input(label, key=key, help=help or None, placeholder="mis. 12.500.000 atau 12,5 juta")
        self._keep(field, told)
        read = parse_rupiah(told or "", field)
        if isinstance(read, Problem):
            self.problems.append(read)
            return None
        if read is not None and number(read) != told:
            st.caption(f"= {rupiah(read)}")
        return read

    def count(self, field: str, label: str, *, help: str = "") -> int | None:
        """A whole number."""
        key = self._seed(field, self.start.get(field))
        told = st.number_input(label, key=key, value=None, step=1, format="%d", help=help or None)
        self._keep(field, told)
        return None if told is None else int(told)

    def day(self, field: str, label: str, *, help: str = "") -> date | None:
        """A day."""
        key = self._seed(field, self.start.get(field))
        told = st.date_input(
            label,
            key=key,
            value=None,
            min_value=_FIRST_DAY,
            max_value=_LAST_DAY,
            format="DD/MM/YYYY",
            help=help or None,
        )
        self._keep(field, told)
        return told if isinstance(told, date) else None

    def yes_no(self, field: str, label: str, *, help: str = "") -> bool | None:
        """Yes, no, or not known while neither is chosen."""
        key = self._seed(field, self.start.get(field))
        told = st.segmented_control(
            label, list(_YES_NO), format_func=lambda v: _YES_NO[v], key=key, help=help or None
        )
        self._keep(field, told)
        return told if isinstance(told, bool) else None

    def choice(self, field: str, label: str, choices: type[Choice], *, help: str = "") -> Choice | None:
        """One of a few named values."""
        key = self._seed(field, self.start.get(field))
        told = st.selectbox(
            label,
            list(choices),
            index=None,
            format_func=lambda c: getattr(c, "label", str(c)),
            placeholder=_EMPTY,
            key=key,
            help=help or None,
        )
        self._keep(field, told)
        return None if told is None else choices(told)

    def one_of(self, field: str, label: str, choices: type[Choice]) -> Choice | None:
        """One of a few named values that all stand on the screen."""
        key = self._seed(field, self.start.get(field))
        told = st.radio(
            label,
            list(choices),
            format_func=lambda c: getattr(c, "label", str(c)),
            key=key,
            horizontal=True,
        )
        self._keep(field, told)
        return None if told is None else choices(told)

    def code(self, field: str, label: str, names: Mapping[str, str], *, help: str = "") -> str | None:
        """One of a list of codes, shown by their names."""
        key = self._seed(field, self.start.get(field))
        before = st.session_state.get(key)
        if before not in names:
            st.session_state[key] = None
        told = st.selectbox(
            label,
            list(names),
            index=None,
            format_func=lambda code: names[code],
            placeholder=_EMPTY,
            key=key,
            help=help or None,
        )
        self._keep(field, told)
        if before is not None and before not in names:
            st.caption(f"ℹ {label} yang tadi dipilih tidak ada dalam daftar ini. Pilih lagi bila ada.")
        return told

    def several(
        self, field: str, label: str, options: Sequence[Any], *, first: Sequence[Any], help: str = ""
    ) -> list[Any]:
        """Any number of values out of a few; `first` are chosen at first."""
        key = self._seed(field, list(first))
        told = st.pills(label, options, selection_mode="multi", key=key, help=help or None)
        self._keep(field, told)
        return list(told)

    def tick(self, field: str, label: str, *, help: str = "") -> bool:
        """A box that is ticked or not."""
        key = self._seed(field, bool(self.start.get(field)))
        return bool(self._keep(field, st.checkbox(label, key=key, help=help or None)))

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
        """Keep what was typed into a field that the form does not draw itself."""
        self._typed[field] = told

    def say(self, problems: Sequence[Problem]) -> list[Problem]:
        """Say every problem beside its field; gives back those whose field is not on the screen."""
        said: dict[str, list[str]] = {}
        elsewhere = []
        for problem in problems:
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

    def _seed(self, field: str, value: Any) -> str:
        key = f"{self.nonce}:{field}"
        st.session_state.setdefault(key, self._typed.get(field, value))
        return key

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
