"""What was typed into a report stays, also when another month comes onto the screen."""

import streamlit as st


def hold_typed() -> None:
    """Keep what stands in the fields of every open version, also those that are not drawn again."""
    for key in list(st.session_state):
        name = str(key)
        if name.endswith(":typed"):
            nonce, typed = name.removesuffix(":typed"), st.session_state[name]
            for field in typed:
                typed[field] = st.session_state.get(f"{nonce}:{field}", typed[field])
