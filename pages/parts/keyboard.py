"""Work without a mouse: a few keys, and a way through a form that does not stop at every "?"."""

from typing import Final

import streamlit as st

_SHEET: Final = """
- **/** mencari di layar ini
- **Ctrl + S** menekan tombol **Simpan** atau **Catat** sesudah isian tempat kursor berada
- **F1** membuka penjelasan isian tempat kursor berada
- **Alt + N** halaman atau langkah berikutnya
- **Tab** isian berikutnya, **Esc** menutup yang terbuka
"""
# A field hands over what was typed when it is left, so it is left before its button is pressed.
KEYS: Final = """<script>
if (!window.worksByKeys) {
  window.worksByKeys = true;
  const help = '[data-testid="stTooltipHoverTarget"] button', field = '[data-testid="stElementContainer"]';
  const page = '[data-testid="stMain"], [data-testid="stDialog"]';
  const seen = (one) => one.getClientRects().length > 0 && !one.disabled;
  // Only what keeps what was typed: never a button that approves, sends or decides.
  const saves = (one) => /^(Simpan|Catat)\\b/.test(one.innerText.trim().split("\\n").pop());
  const after = (here) => [...here.closest(page)?.querySelectorAll("button") ?? []].find((one) => seen(one)
    && saves(one) && (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING));
  const next = () => [...document.querySelectorAll('[data-testid="stPaginationNext"],'
    + '[data-testid="stMain"] button')].find((one) => seen(one)
    && (one.dataset.testid === "stPaginationNext" || one.innerText.trim().endsWith("Berikutnya")));
  const press = (one) => {
    if (!one) return false;
    document.activeElement?.blur?.();
    one.focus();
    setTimeout(() => one.click(), 80);
    return true;
  };
  const typing = (one) => one.matches?.("input, textarea, [contenteditable=true]");
  document.addEventListener("keydown", (event) => {
    const here = event.target;
    let done = false;
    if (event.key === "/" && !typing(here)) {
      const search = [...document.querySelectorAll('[data-testid="stMain"] input[type=search]')].find(seen);
      search?.focus();
      done = !!search;
    } else if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey) && !event.altKey) {
      done = typing(here) && (press(after(here)) || true);
    } else if (event.key === "F1") {
      const why = here.closest?.(field)?.querySelector(help);
      why?.focus();
      done = !!why;
    } else if (event.altKey && event.key.toLowerCase() === "n") {
      done = press(next());
    }
    if (done) event.preventDefault();
  }, true);
  const skip = () => document.querySelectorAll(help + ':not([tabindex="-1"])')
    .forEach((one) => one.setAttribute("tabindex", "-1"));
  // What is wider or longer than its frame can be moved by the arrow keys; looked at once in a frame.
  const frames = '[data-testid="stTable"] > div, [data-testid="stPopoverBody"]';
  const stops = "a[href], button, input, textarea, [tabindex]";
  const moves = (one) => one.dataset.testid === "stPopoverBody" ? !one.querySelector(stops)
    : one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight;
  let isDue = false;
  const reach = () => {
    isDue = false;
    document.querySelectorAll(frames).forEach((one) => {
      if (moves(one)) one.setAttribute("tabindex", "0");
    });
  };
  const look = () => {
    skip();
    if (!isDue) requestAnimationFrame(reach);
    isDue = true;
  };
  new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
  look();
}
</script>"""


def offer_key_sheet() -> None:
    """Offer the list of keys; to be called in the sidebar."""
    with st.popover("Pintasan papan ketik", icon=":material/keyboard:", type="tertiary"):
        st.markdown(_SHEET)
