"""A list that stays on the screen as it was opened, however it changes in the store meanwhile.

Nothing moves under the hands of who types; what changed is said, and nothing is saved until they looked.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from domain.blitar.rows_seen import rows_changed
from pages.parts.saving import opened
from pages.parts.text import plain

Rows = TypeVar("Rows")


@dataclass(frozen=True)
class Held(Generic[Rows]):
    """The rows as they were opened, and what changed since, in words; blank when nothing did."""

    rows: Rows
    changed: str


def held_list(
    name: str,
    now: Rows,
    words: Callable[[Rows], Mapping[Hashable, str]],
    title: str,
    *,
    before_anew: Callable[[str], None] | None = None,
) -> Held[Rows]:
    """Hold the rows that were first found under a name; `words` tell each row by its own key.

    Where they changed it is said under a title, with a button that takes the rows of now, and before that
    calls `before_anew` with the name.
    """
    rows = opened(name, now)
    changed = rows_changed(words(rows), words(now))
    if changed:
        st.warning(f"{title} berubah sejak Anda membukanya. {plain(changed)} Isian Anda tetap ada.")
        st.button("Pakai daftar terbaru", on_click=_take, args=(name, now, before_anew), key=f"{name}:anew")
    return Held(rows, changed)


def let_go(prefix: str) -> None:
    """Let the lists whose names begin so be opened anew, after the person themselves changed them."""
    for key in [str(one) for one in st.session_state if str(one).startswith(prefix)]:
        if key.endswith(":opened"):
            del st.session_state[key]


def refuse_changed(*changed: str) -> bool:
    """Say that nothing is saved while a list on the screen is not the one of now; tell whether it was so."""
    if any(changed):
        st.error(
            "Belum tersimpan: daftarnya berubah sejak Anda membukanya. Tekan “Pakai daftar terbaru”, periksa "
            "barisnya, lalu simpan lagi; yang sudah Anda ketik tetap ada."
        )
    return any(changed)


def _take(name: str, now: object, before_anew: Callable[[str], None] | None) -> None:
    if before_anew is not None:
        before_anew(name)
    st.session_state[f"{name}:opened"] = now
