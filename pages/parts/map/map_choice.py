"""Which kecamatan is chosen: by a click on the map, on a row of the table, or by the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

IN_ADDRESS = "kecamatan"
PICKED = "kecamatan"  # the name of a click in the drawing


@dataclass(slots=True)
class _Seen:
    """What map and table said at the last run, and how often each was put back to nothing."""

    on_map: str | None = None
    in_table: str | None = None
    map_turn: int = 0
    table_turn: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen kecamatan by its code, the one to outline without a click, and the widgets' keys."""

    code: str | None
    marked: str | None
    map_key: str
    table_key: str


def choice_of(screen: str, codes: Sequence[str]) -> Choice:
    """Find what is chosen now; the last click wins, and the address tells it to whoever gets the link.

    `codes` are in the order of the table's rows.
    """
    seen: _Seen = st.session_state.setdefault(f"{screen}-dilihat", _Seen())
    on_map, in_table = _on_map(_map_key(screen, seen)), _in_table(_table_key(screen, seen), codes)
    if on_map != seen.on_map and _is_drawn(_map_key(screen, seen)):
        code = on_map
    elif in_table != seen.in_table and _is_drawn(_table_key(screen, seen)):
        code = in_table
    else:
        code = st.query_params.get(IN_ADDRESS)
    code = code if code in codes else None
    if on_map not in (None, code):
        on_map, seen.map_turn = None, seen.map_turn + 1
    if in_table not in (None, code):
        in_table, seen.table_turn = None, seen.table_turn + 1
    seen.on_map, seen.in_table = on_map, in_table
    _publish(code)
    marked = None if code == on_map else code
    return Choice(code, marked, _map_key(screen, seen), _table_key(screen, seen))


def choose(code: str | None) -> None:
    """Choose a kecamatan, or none, from a button; for use as its callback."""
    _publish(code)


def _publish(code: str | None) -> None:
    # This name alone: the measure beside it belongs to its widget. Setting it adds a step to the history.
    if code is None:
        st.query_params.pop(IN_ADDRESS, None)
    elif st.query_params.get(IN_ADDRESS) != code:
        st.query_params[IN_ADDRESS] = code


def _map_key(screen: str, seen: _Seen) -> str:
    return f"{screen}-peta-{seen.map_turn}"


def _table_key(screen: str, seen: _Seen) -> str:
    return f"{screen}-tabel-{seen.table_turn}"


def _is_drawn(key: str) -> bool:
    # A widget of another screen is forgotten, and then says nothing about what was chosen.
    return key in st.session_state


def _on_map(key: str) -> str | None:
    picked = _selection(key).get(PICKED) or []
    code = picked[0].get("code") if picked else None
    return code if isinstance(code, str) else None


def _in_table(key: str, codes: Sequence[str]) -> str | None:
    rows = _selection(key).get("rows") or []
    return codes[rows[0]] if rows and rows[0] < len(codes) else None


def _selection(key: str) -> dict[str, Any]:
    state = st.session_state.get(key) or {}
    return dict(state.get("selection", {}))
