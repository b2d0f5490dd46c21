"""What the settings of the theme cannot say: names of figures are read whole, small print is dark enough."""

import streamlit as st

# Streamlit cuts the name of a figure with an ellipsis; an Indonesian name then loses its meaning.
_FIGURES = """
[data-testid="stMetricLabel"], [data-testid="stMetricLabel"] * {
  white-space: normal !important; overflow: visible; text-overflow: clip;
  width: 100%; min-width: 0; max-width: 100%; height: auto;
}
"""
# Its small print has less contrast than the 4.5 to 1 that WCAG 2 asks for.
_SMALL_PRINT = '[data-testid="stCaptionContainer"] { opacity: 0.8; }'


def set_look() -> None:
    """Add the style to the page; to be called once in each run."""
    st.html(f"<style>{_FIGURES}{_SMALL_PRINT}</style>")
