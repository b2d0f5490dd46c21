"""What waits for whom, how long the oldest of it and half of it at least, and where most piles up."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from domain.dates import age_in_words, indonesian_date
from domain.headline import WaitsFor
from domain.money import number
from pages.parts.text import plain


def show_waits(waits: Sequence[WaitsFor], day: date) -> None:
    """Show what waits for whom, how long the oldest of it, and half of it at least."""
    if not waits:
        st.success("Tidak ada yang menunggu.")
        return
    rows = [
        {
            "Menunggu": one.what,
            "Siapa": one.who,
            "Jumlah": number(one.count),
            "Tertua": f"{age_in_words(one.since, day)}, sejak {indonesian_date(one.since)}"
            if one.since
            else "–",
            "Separuhnya paling sedikit": age_in_words(one.middle, day) if one.middle else "–",
            "Dasar": one.citation.in_table if one.citation else "–",
        }
        for one in waits
    ]
    st.table(pd.DataFrame(rows).set_index("Menunggu"))
    most = max(waits, key=lambda one: one.count)
    st.caption(
        f"Paling banyak menumpuk: {plain(most.what)} ({number(most.count)}). Dihitung dari hari masuk ke "
        "tahapnya sekarang, hari kalender."
    )
