"""Where things stand: beside each other on a desk; on a telephone the figures first, the questions folded."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from domain.money import rupiah
from domain.sampang.quote import Wish
from pages.parts.address import told
from pages.parts.markup import Markup
from pages.sampang.calculator.one_step import ONE_STEP

# What a shared link says, so that its reader sees the answer and not the questions.
SHARED = {"lihat": "hasil"}
_SHARED_KEY, _OPENED = "kalkulator-dibagikan", "kalkulator-terbuka"
_WIDE = "62rem"
_LAYOUT = """
.st-key-kalkulator { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
.st-key-kalkulator > * { width: 100% !important; min-width: 0; }
.st-key-kalkulator-jangka {
  display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.4rem;
}
.st-key-kalkulator-jangka > * { width: 100% !important; min-width: 0; }
.st-key-kalkulator-jangka button { height: auto; min-height: 3rem; padding: 0.3rem 0.2rem; }
.st-key-kalkulator-jangka button p { white-space: pre-line; line-height: 1.3; }
"""
_ON_A_DESK = """
  .st-key-kalkulator { grid-template-columns: minmax(0, 2fr) minmax(0, 5fr); column-gap: 2rem; }
  .st-key-kalkulator > *:has(> .st-key-kalkulator-isian) { grid-column: 1; grid-row: 1 / span 2; }
  .st-key-kalkulator > *:has(> .st-key-kalkulator-angka) { grid-column: 2; grid-row: 1; }
  .st-key-kalkulator > *:has(> .st-key-kalkulator-rinci) { grid-column: 2; grid-row: 2; }
  .st-key-kalkulator-ubah { display: none; }
"""
_FOLDED = ".st-key-kalkulator-isian { display: none; }"


@dataclass(frozen=True, slots=True)
class Places:
    """The three parts of the screen."""

    figures: DeltaGenerator
    asking: DeltaGenerator
    details: DeltaGenerator


def lay_out() -> Places:
    """The three parts, in the order of a telephone; on a desk the questions stand at the left."""
    st.html(Markup(ONE_STEP), unsafe_allow_javascript=True)
    with st.container(key="kalkulator"):
        figures = st.container(key="kalkulator-angka", gap="small")
        asking = st.container(key="kalkulator-isian")
        details = st.container(key="kalkulator-rinci", gap="small")
    return Places(figures, asking, details)


def fold(wish: Wish | None) -> None:
    """One line with what was asked, which opens the questions; without a readable wish they stand open."""
    shared = st.session_state.setdefault(_SHARED_KEY, told("lihat", "") == SHARED["lihat"])
    opened = bool(st.session_state.get(_OPENED)) or wish is None
    if wish is not None:
        st.button(
            f"{_asked(wish)} — {'tutup isian' if opened else 'ubah'}",
            key="kalkulator-ubah",
            icon=":material/edit:",
            type="tertiary",
            on_click=_turn,
        )
    st.html(Markup(f"<style>{_style(shared=shared, opened=opened)}</style>"))


def _turn() -> None:
    st.session_state[_OPENED] = not st.session_state.get(_OPENED)


def _asked(wish: Wish) -> str:
    method = wish.method.label.split(" ")[-1].strip("()").lower() if wish.method else ""
    return " · ".join(filter(None, (rupiah(wish.principal), f"{wish.tenor} bulan", method)))


def _style(*, shared: bool, opened: bool) -> str:
    folded = "" if opened else _FOLDED
    if shared and not opened:
        return _LAYOUT + folded
    return (
        f"{_LAYOUT} @media (min-width: {_WIDE}) {{ {_ON_A_DESK} }} "
        f"@media (max-width: calc({_WIDE} - 0.02px)) {{ {folded} }}"
    )
