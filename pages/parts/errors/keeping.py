"""What was typed outlives a run that could not draw its fields."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from enum import Enum
from typing import Final

import streamlit as st
from streamlit.errors import StreamlitAPIException

from pages.parts.kept_fields import hold_typed

_KEPT: Final = "isian-yang-disimpan"
_TYPED: Final = (str, int, float, date, Enum)


def keep_typed() -> None:
    """Keep what stands in fields that this run did not draw, and that Streamlit would therefore forget.

    Buttons and tables must not be set by the program, and are left out.
    """
    hold_typed()
    kept = [key for key, value in st.session_state.items() if _is_typed(value)]
    _set_to_what_they_are(kept)
    st.session_state[_KEPT] = kept


def show_kept() -> None:
    """Let the fields of this run show what was kept, which Streamlit otherwise holds to be shown already."""
    _set_to_what_they_are(st.session_state.pop(_KEPT, ()))


def _set_to_what_they_are(keys: Iterable[str | int]) -> None:
    for key in keys:
        if key in st.session_state:
            with suppress(StreamlitAPIException):  # a field that was drawn, and needs no keeping
                st.session_state[key] = st.session_state[key]


def _is_typed(value: object) -> bool:
    if isinstance(value, list | tuple):
        return all(_is_typed(each) for each in value)
    return isinstance(value, _TYPED) and not isinstance(value, bool)
