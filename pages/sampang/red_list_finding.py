"""Who of an application's people stands on the red list, beside what was typed about it (IX.3)."""

from collections.abc import Sequence

import streamlit as st

from domain.sampang.programme import SAMPANG
from domain.sampang.servicing.red_listing import RedListFinding, contradicts
from pages.parts.places import place_link
from pages.parts.text import plain


def show_red_listed(findings: Sequence[RedListFinding], typed: bool | None) -> None:
    """Show each entry that was found; the typed answer stays as it is, and a person settles it."""
    if not findings:
        return
    told = "".join(f"\n- {plain(one.told)}" for one in findings)
    if contradicts(tuple(findings), typed):
        answer = "“tidak”" if typed is False else "belum diisi"
        st.error(
            f"**Ditemukan di daftar merah.**\n{told}\n\nIsian “Tercatat di daftar merah Dinas?” {answer}: "
            "periksa, lalu betulkan isiannya. Program tidak mengubahnya sendiri."
        )
    else:
        st.warning(f"**Ditemukan di daftar merah.**\n{told}")
    place_link(SAMPANG, "IX.3", key="daftar-merah-ketentuan")
