"""The state of a screen in its address, so that it can be sent as a link."""

from collections.abc import Mapping

import streamlit as st


def told(name: str, otherwise: str) -> str:
    """What the address says under a name, or something else."""
    return st.query_params.get(name) or otherwise


def publish(state: Mapping[str, str]) -> None:
    """Put the state into the address at once; what is blank is left out, and other names stay."""
    there = {name: st.query_params.get_all(name) for name in st.query_params}
    with_state = there | {name: [value] for name, value in state.items()}
    wanted = {name: values for name, values in with_state.items() if state.get(name, "as it is")}
    # Each time that the address is set, the browser adds a step to its history.
    if wanted != there:
        st.query_params.from_dict(wanted)
