"""A row of a table that is opened by a tap anywhere on it, also on its text."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, TypeVar

import streamlit as st

Line = TypeVar("Line")
# Streamlit alone opens a row only by the small box at its beginning.
BY_A_TAP: Final[Sequence[Literal["single-row", "single-cell"]]] = ("single-row", "single-cell")


def opened_row(chosen: Mapping[str, Any], lines: Sequence[Line]) -> Line | None:
    """The line whose row was chosen or tapped; None while there is none, or no longer such a line."""
    selection = chosen["selection"]
    rows = [*(selection.get("rows") or ()), *(row for row, _ in selection.get("cells") or ())]
    return next((lines[row] for row in rows if row < len(lines)), None)


def is_row_opened(table_key: str) -> bool:
    """Whether a row of the table with this key was chosen, to be asked before it is shown."""
    shown = st.session_state.get(table_key)
    return bool(shown and (shown["selection"].get("rows") or shown["selection"].get("cells")))
