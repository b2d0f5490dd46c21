"""The widgets of a form, one place for each kind of field."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

import streamlit as st

from domain.money import number, parse_rupiah, rupiah
from domain.problems import Problem
from domain.typed_days import parse_day, typed_day
from domain.typed_numbers import parse_count, parse_decimal, typed_number
from pages.parts.day_field import day_field, say_day
from pages.parts.kept_fields import KeptFields
from pages.parts.paper_letters import lacking_on_paper
from pages.parts.text import plain

Choice = TypeVar("Choice", bound=StrEnum)
Read = TypeVar("Read")
_YES_NO = {True: "Ya", False: "Tidak"}
_EMPTY = "Belum diisi"


class Widgets(KeptFields):
    """Fields on the screen; reading one gives its value, or None while it is blank.

    What cannot be read is added to `problems`.
    """

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
        typed = str(self._keep(field, told or "")).replace("\0", "").strip()
        if lacking := lacking_on_paper(typed):
            self._slots[field].caption(plain(lacking))
        return typed

    def rupiah(self, field: str, label: str, *, help: str = "") -> int | None:
        """An amount of rupiah, typed as people write it."""
        started = self.start.get(field)
        key = self._seed(field, "" if started is None else number(started))
        told = st.text_input(label, key=key, help=help or None, placeholder="mis. 12.500.000 atau 12,5 juta")
        self._keep(field, told)
        read = self._readable(parse_rupiah(told or "", field))
        if read is not None and number(read) != told:
            self._echo(field, rupiah(read))
        return read

    def count(self, field: str, label: str, *, help: str = "") -> int | None:
        """A whole number."""
        started = self.start.get(field)
        key = self._seed(field, "" if started is None else typed_number(started))
        told = st.text_input(label, key=key, help=help or None)
        self._keep(field, told)
        read = self._readable(parse_count(told or "", field))
        if read is not None and told.strip() not in (str(read), number(read)):
            self._echo(field, number(read))
        return read

    def rate(self, field: str, label: str, decimals: int, *, help: str = "") -> int | Decimal | None:
        """A number with decimals."""
        started = self.start.get(field)
        key = self._seed(field, "" if started is None else typed_number(started))
        told = st.text_input(label, key=key, help=help or None, placeholder="mis. 2,5")
        self._keep(field, told)
        read = parse_decimal(told or "", field, decimals)
        if isinstance(read, Problem):
            return self._readable(read)
        if read is not None and told.strip() != typed_number(read):
            self._echo(field, typed_number(read))
        return read

    def day(self, field: str, label: str, *, help: str = "") -> date | None:
        """A day."""
        started = self.start.get(field)
        key = self._seed(field, typed_day(started) if isinstance(started, date) else "")
        read = day_field(label, key, help=help)
        told = self._keep(field, st.session_state[key])
        if isinstance(read, date):
            say_day(self._slots[field], told, read)
        return self._readable(replace(read, field=field) if isinstance(read, Problem) else read)

    def day_standing(self, field: str) -> date | None:
        """The day that stands in a field now, also before the field is drawn; None unless it can be read."""
        told = self.standing(field)
        read = told if isinstance(told, date) else parse_day(told or "")
        return read if isinstance(read, date) else None

    def _echo(self, field: str, read: str) -> None:
        # In the place of the field's problems, which is always there: an element that comes and goes would
        # move the fields below it, and the browser would forget what is being typed into them.
        self._slots[field].caption(f"= {read}")

    def _readable(self, read: Read | Problem | None) -> Read | None:
        """What was read, or None with its problem noted, and said beside the field at once."""
        if isinstance(read, Problem):
            self.problems.append(read)
            self._slots[read.field].markdown(f":red[⚠ {plain(read.sentence)}]")
            return None
        return read

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
        self.offer(key, choices)
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
        self.offer(key, choices)
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
        self.offer(key, options)
        told = st.pills(label, options, selection_mode="multi", key=key, help=help or None)
        self._keep(field, told)
        return list(told)

    def tick(self, field: str, label: str, *, help: str = "") -> bool:
        """A box that is ticked or not."""
        key = self._seed(field, bool(self.start.get(field)))
        return bool(self._keep(field, st.checkbox(label, key=key, help=help or None)))
