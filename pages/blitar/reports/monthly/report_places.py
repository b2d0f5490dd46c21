"""How addresses and the session name what is open on the monthly report."""

from collections.abc import Collection

import streamlit as st

from domain.blitar.reporting.behind import Behind, behind_of

IN_ADDRESS, VERSION = "bulan", "versi"
_OPEN_ROWS = "baris"
_TURNS = "laporan-baris-ganti"


def opened_rows() -> Behind | None:
    """The number whose rows are open, if any."""
    return behind_of(st.query_params.get(_OPEN_ROWS, ""))


def open_rows_of(what: Behind) -> None:
    """Open the rows behind a number; also for use as a button's callback."""
    st.query_params[_OPEN_ROWS] = what.address
    _turn()


def close_rows() -> None:
    """Close the rows; also for use as a button's callback."""
    st.query_params.pop(_OPEN_ROWS, None)
    _turn()


def pick_rows(picked: Behind | None, among: Collection[Behind]) -> None:
    """Open what was picked in a table; picking nothing closes only what belongs to that table."""
    if picked is not None:
        st.query_params[_OPEN_ROWS] = picked.address
    elif opened_rows() in among:
        st.query_params.pop(_OPEN_ROWS, None)


def turns() -> int:
    """How often rows were opened or closed by a button, after which tables have nothing picked."""
    return int(st.session_state.get(_TURNS, 0))


def _turn() -> None:
    st.session_state[_TURNS] = turns() + 1
