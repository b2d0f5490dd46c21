"""What the theme cannot say: names of figures read whole, small print dark enough, the demo label."""

import streamlit as st

from pages.parts.indonesian import INDONESIAN_WORDS
from pages.parts.keyboard import KEYS
from pages.parts.markup import Markup
from pages.parts.menu_folding import FOLDS_THE_MENU

MENU_WIDTH = 236  # pixels; the longest entry of the menu stands on one line
# The width belongs to the answer: a laptop of 1280 pixels has 1,000 of them beside the menu, not 820.
_WIDTH = """
[data-testid="stMainBlockContainer"] { padding-left: 1rem; padding-right: 1rem; }
@media (min-width: 48.1rem) {
  [data-testid="stMainBlockContainer"] { padding-left: 1.5rem; padding-right: 1.5rem; }
  /* With the menu folded away its button stands above the page, and needs the room. */
  .stApp:has([data-testid="stSidebar"][aria-expanded="true"]) [data-testid="stMainBlockContainer"] {
    padding-top: 1.5rem;
  }
}
[data-testid="stHeading"] h1 { padding: 0 0 0.35rem; }
[data-testid="stHeading"] h2 { padding: 0.4rem 0 0.2rem; }
[data-testid="stHeading"] h3 { padding: 0.2rem 0 0.4rem; }
[data-testid="stSidebarHeader"] { height: 2.25rem; margin-bottom: 0; }
[data-testid="stSidebarNav"], [data-testid="stSidebarUserContent"], [data-testid="stSidebarHeader"] {
  margin-left: -0.75rem; margin-right: -0.75rem;
}
"""
# Streamlit cuts the name of a figure with an ellipsis; an Indonesian name then loses its meaning.
_FIGURES = """
[data-testid="stMetricLabel"], [data-testid="stMetricLabel"] * {
  white-space: normal !important; overflow: visible; text-overflow: clip;
  width: 100%; min-width: 0; max-width: 100%; height: auto;
}
"""
# Its small print has less contrast than the 4.5 to 1 that WCAG 2 asks for.
_SMALL_PRINT = """
[data-testid="stCaptionContainer"] { opacity: 0.8; }
[data-testid="stCaptionContainer"]:has(.stMarkdownColoredText) { opacity: 1; }
"""
# The label stays in the corner while the page scrolls, on a telephone too, where the menu is folded away;
# what carries the style takes no room of the screen.
_LABEL = """
[data-testid="stLayoutWrapper"]:has(> .st-key-tata-layar) {
  position: absolute; left: 0; width: 1px; height: 0; overflow: hidden;
}
.st-key-data-contoh { position: fixed; top: 0.15rem; right: 0.75rem; z-index: 999990; width: auto; }
.st-key-data-contoh p {
  background: canvas; color: canvastext; border: 1px solid; border-radius: 0.3rem; padding: 0 0.5rem;
  font-size: 0.75rem;
}
@media (min-width: 48.1rem) {
  .stApp:has(.st-key-data-contoh) .st-key-kepala-layar { padding-right: 6.5rem; }
}
"""


# What is kept while somebody types is said in a corner where it covers nothing that can be pressed.
_KEPT = """
.st-key-tersimpan-sementara {
  position: fixed; top: 0.15rem; right: 9.5rem; z-index: 999980; width: auto; pointer-events: none;
}
@media (max-width: 40rem) { .st-key-tersimpan-sementara { top: 2.1rem; right: 1rem; } }
.st-key-tersimpan-sementara p {
  background: canvas; color: canvastext; border: 1px solid; border-radius: 0.3rem; padding: 0 0.5rem;
  font-size: 0.75rem; margin: 0;
}
"""
# On a telephone what was left unsent takes two lines, not half of the first window.
_UNSENT = """
@media (max-width: 40rem) {
  .st-key-isian-belum-disimpan:not(:empty) { padding: 0.4rem 0.6rem; gap: 0.3rem; }
  .st-key-isian-belum-disimpan [data-testid="stHorizontalBlock"] { gap: 0.3rem; }
  .st-key-isian-belum-disimpan p { font-size: 0.8125rem; line-height: 1.3; }
  .st-key-isian-belum-disimpan button { min-height: 2rem; padding: 0.1rem 0.6rem; }
}
"""
# On a telephone a link is read whole; Streamlit would cut it at its end.
_LINKS = """
@media (max-width: 40rem) {
  [data-testid="stMain"] [data-testid="stPageLink"] a { height: auto; }
  [data-testid="stMain"] [data-testid="stPageLink"] p {
    white-space: normal; overflow: visible; line-height: 1.35;
  }
}
"""
# What was stored is said at the lower edge of the window, where it is seen wherever the page stands.
_SAVED = """
.st-key-kabar {
  position: fixed; bottom: 1rem; left: 50%; transform: translateX(-50%); z-index: 999985;
  width: min(38rem, calc(100vw - 2rem)); background: canvas; color: canvastext;
  border: 1px solid; border-radius: 0.5rem; padding: 0.3rem; box-shadow: 0 0.3rem 1rem rgb(0 0 0 / 25%);
}
/* On a telephone the lower half of the window is where people type: it stands at the top, and is short. */
@media (max-width: 40rem) {
  .st-key-kabar { top: 3.9rem; bottom: auto; padding: 0.1rem; width: calc(100vw - 1rem); }
  .st-key-kabar p { font-size: 0.8125rem; }
  .st-key-kabar .stHorizontalBlock { flex-wrap: nowrap; }
  [data-testid="stMain"] { scroll-padding-top: 9rem; }
}
.st-key-kabar p { font-size: 0.875rem; line-height: 1.35; }
.st-key-kabar [data-testid="stAlertContainer"] { padding: 0.3rem 0.6rem; }
"""
# A field hands over what was typed when it is left: a page that is hidden or closed leaves it.
_LEAVE_FIELD = """<script>
if (!window.leavesFields) {
  window.leavesFields = true;
  const leave = () => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); };
  document.addEventListener("visibilitychange", () => { if (document.hidden) leave(); });
  window.addEventListener("pagehide", leave);
  window.addEventListener("beforeunload", leave);
}
</script>"""


_TO_THE_TOP = """<script>
document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
</script>"""
# What differs stands beside the script, which runs anew; the script itself is always the same, and so known.
_NTH = '<span hidden data-ke="{}"></span>'
SCRIPTS = (INDONESIAN_WORDS, _LEAVE_FIELD, KEYS, FOLDS_THE_MENU, _TO_THE_TOP)
"""Every script that this adds to the page; the content policy lets these run, and no other."""
_STOOD_AT = "di-alamat"
_STYLE = Markup(f"<style>{_WIDTH}{_FIGURES}{_SMALL_PRINT}{_LABEL}{_KEPT}{_UNSENT}{_LINKS}{_SAVED}</style>")
_SCRIPTS = Markup(INDONESIAN_WORDS + _LEAVE_FIELD + KEYS + FOLDS_THE_MENU)


def set_look(*, is_demo: bool) -> None:
    """Add style and words to the page, and over demo data its label; to be called once in each run."""
    with st.container(key="tata-layar"):
        st.html(_STYLE)
        st.html(_SCRIPTS, unsafe_allow_javascript=True)
        st.html(Markup(_TO_THE_TOP + _NTH.format(_addresses_seen())), unsafe_allow_javascript=True)
        if is_demo:
            with st.container(key="data-contoh"):
                st.markdown("**DATA CONTOH**")


def _addresses_seen() -> int:
    """How many things were opened in this visit, one after the other; each is read from its beginning."""
    here = {name: told for name, told in st.query_params.items() if told.isdigit()}
    seen, before = st.session_state.get(_STOOD_AT, (0, here))
    if here != before:
        seen += 1
    st.session_state[_STOOD_AT] = (seen, here)
    return int(seen)
