"""The calculator's state in its address; what stood there is put back when the menu returns here."""

from collections.abc import Mapping

import streamlit as st

from pages.parts.address import publish

_STATE = ("jumlah", "jenis", "tanah", "kendaraan", "barang", "tenor", "cara", "cair", "lunas")
_LAST = "kalkulator-terakhir"  # no widget's key, so that another screen does not drop it


def tell(state: Mapping[str, str]) -> None:
    """Put a part of the state into the address, and remember the whole of it."""
    publish(state)
    st.session_state[_LAST] = _in_address()


def recall() -> None:
    """Put the last state back into an address that says nothing; a link always wins."""
    arriving = "kalkulator-jumlah" not in st.session_state
    if arriving and not _in_address():
        publish(st.session_state.get(_LAST, {}))


def link() -> dict[str, str]:
    """What a link to this simulation says: the loan, never who is acting."""
    return _in_address()


def _in_address() -> dict[str, str]:
    return {name: st.query_params[name] for name in _STATE if name in st.query_params}
