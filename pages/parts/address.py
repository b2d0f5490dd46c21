"""The state of a screen in its address, so that it can be sent as a link."""

from collections.abc import Mapping

import streamlit as st


def told(name: str, otherwise: str) -> str:
    """What the address says under a name, or something else."""
    return st.query_params.get(name) or otherwise


def publish(state: Mapping[str, str]) -> None:
    """Put the state into the address; what is blank is left out."""
    for name, value in state.items():
        if not value:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != value:
            st.query_params[name] = value
