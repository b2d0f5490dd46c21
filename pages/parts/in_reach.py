"""Buttons of a long form that stay in reach of a thumb: at the lower edge of a telephone while it scrolls."""

from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts.markup import Markup

_KEY: Final = "terjangkau"
_STAYS: Final = Markup(f"""<style>
@media (max-width: 40rem) {{
  [data-testid=stLayoutWrapper]:has(> .st-key-{_KEY}) {{ position: sticky; bottom: 0; z-index: 900; }}
  .st-key-{_KEY} {{ background: canvas; color: canvastext; padding: 0.4rem 0; border-top: 1px solid; }}
  .st-key-{_KEY} [data-testid=stAlertContainer] {{ padding: 0.4rem 0.6rem; }}
  .st-key-{_KEY} [data-testid=stAlertContainer] ul {{ margin: 0; padding-left: 1.1rem; }}
  .st-key-{_KEY} [data-testid=stAlertContainer] :is(p, li) {{
    font-size: 0.875rem; line-height: 1.35; margin: 0;
  }}
}}
</style>""")


def buttons_in_reach() -> tuple[DeltaGenerator, DeltaGenerator]:
    """A place for what is wrong, and under it one for the buttons; one form of a screen has them."""
    with st.container(key=_KEY, gap="xsmall"):
        st.html(_STAYS)
        return st.container(), st.container(horizontal=True, gap="small")
