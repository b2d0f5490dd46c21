"""Where the same was recorded before: which, and the field for why it is recorded all the same."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import streamlit as st

from db.again import FIELD
from db.refusals import SameAgain
from domain.again import LONGEST_REASON, AgainBecause
from domain.declared import label_in
from domain.money import number
from pages.parts.saved_notice import hush
from pages.parts.sending import Sent, send
from pages.parts.text import plain

Result = TypeVar("Result")
_MOST_TOLD = 10
_HINT = "mis. dua setoran terpisah dengan nomor yang sama"


def ask_why_again(nonce: str) -> str:
    """Show which earlier ones the store named at the last press, and ask why; blank while it named none.

    To be drawn within the form, before its button.
    """
    same = st.session_state.get(_slot(nonce))
    # Always a place, so that the fields below it stay where they are when the question comes.
    with st.container(key=f"{nonce}:tercatat-sebelumnya"):
        return _why(nonce, same) if isinstance(same, SameAgain) else ""


def _why(nonce: str, same: SameAgain) -> str:
    told = "".join(f"\n- {plain(one.sentence)}" for one in same.earlier[:_MOST_TOLD])
    if (more := len(same.earlier) - _MOST_TOLD) > 0:
        told += f"\n- … dan {number(more)} lagi"
    st.warning(
        f"**Sepertinya sudah tercatat.** Belum ada yang disimpan.\n{told}\n\nBila ini memang yang itu, tidak "
        "perlu dicatat lagi. Bila memang lain, tulis mengapa, lalu tekan tombolnya sekali lagi."
    )
    typed = st.text_area(
        label_in(AgainBecause), key=f"{nonce}:{FIELD}", placeholder=_HINT, max_chars=LONGEST_REASON, height=80
    )
    because = (typed or "").replace("\0", "").strip()
    if not because and st.session_state.get(f"{_slot(nonce)}:pressed"):
        st.markdown(":red[⚠ Tulis dahulu mengapa dicatat lagi; belum ada yang disimpan.]")
    return because


def send_or_ask(nonce: str, work: Callable[[Any, datetime], Result], **more: Any) -> Sent[Result] | None:
    """Send as `send` does; where the same was recorded before, draw the form anew with the question."""
    done = send(noting_same(nonce, work), **more)
    if done is None:
        ask_if_same(nonce)
    return done


def noting_same(nonce: str, work: Callable[..., Result]) -> Callable[..., Result]:
    """The same work, noting for the form which earlier ones the store named."""
    slot = _slot(nonce)
    was_asked = st.session_state.pop(slot, None) is not None

    def noted(*given: Any, **more: Any) -> Result:
        try:
            return work(*given, **more)
        except SameAgain as same:
            st.session_state[slot] = same
            st.session_state[f"{slot}:pressed"] = was_asked
            hush()
            raise

    return noted


def ask_if_same(nonce: str) -> None:
    """Draw the form anew with the question, where the store just named earlier ones."""
    if _slot(nonce) in st.session_state:
        st.rerun()


def _slot(nonce: str) -> str:
    return f"{nonce}:same-again"
