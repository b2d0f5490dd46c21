"""What the settings of the theme cannot say: names of figures are read whole."""

import streamlit as st

# Streamlit cuts the name of a figure with an ellipsis; an Indonesian name then loses its meaning.
_STYLE = """
[data-testid="stMetricLabel"], [data-testid="stMetricLabel"] * {
  white-space: normal !important; overflow: visible; text-overflow: clip;
  width: 100%; min-width: 0; max-width: 100%; height: auto;
}
"""


def set_look() -> None:
    """Add the style to the page; to be called once in each run."""
    st.html(f"<style>{_STYLE}</style>")
