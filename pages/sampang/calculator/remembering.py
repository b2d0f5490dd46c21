"""The calculator's state in its address; what stood there is put back when the menu returns here."""

from collections.abc import Mapping

import streamlit as st

from pages.parts.address import publish

_STATE = ("jumlah", "jenis", "tanah", "kendaraan", "barang", "tenor", "cara", "cair", "lunas")
_LAST = "kalkulator-terakhir"  # no widget's key, so that another screen does not drop it
_ARRIVES = "kalkulator-tiba"


def tell(state: Mapping[str, str]) -> None:
    """Remember a part of the state, and put it into the address, from the first change on.

    Nothing is put there on arrival: that would be one more step back for whoever only looks.
    """
    st.session_state[_LAST] = _told({**link(), **state})
    if not arrives():
        publish(state)


def recall() -> None:
    """Put the last state back into an address that says nothing; a link always wins."""
    st.session_state[_ARRIVES] = arriving = "kalkulator-jumlah" not in st.session_state
    if arriving and not _in_address():
        publish(link())
    elif arriving:
        st.session_state[_LAST] = _in_address()


def arrives() -> bool:
    """Whether this run is the first since the screen was opened; to be asked after `recall`."""
    return bool(st.session_state.get(_ARRIVES))


def link() -> dict[str, str]:
    """What a link to this simulation says: the loan, never who is acting."""
    return dict(st.session_state.get(_LAST, {}))


def _in_address() -> dict[str, str]:
    return {name: st.query_params[name] for name in _STATE if name in st.query_params}


def _told(state: Mapping[str, str]) -> dict[str, str]:
    return {name: state[name] for name in _STATE if state.get(name)}
