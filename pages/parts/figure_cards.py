"""The numbers as cards; each opens what it is made of and the provision behind it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from domain.dates import indonesian_date
from domain.headline import Headline, WaitsFor
from domain.money import number
from pages.parts.text import plain


def show_headlines(headlines: Sequence[Headline]) -> None:
    """Show one card for each number."""
    with st.grid("auto", min_column_width=225, gap="small"):
        for headline in headlines:
            _card(headline)


def _card(headline: Headline) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.metric(headline.title, headline.in_words)
        if headline.change_in_words:
            st.caption(f"{_arrow(headline)} {headline.change_in_words}")
        if headline.target_told:
            target = "belum ditetapkan" if headline.target is None else headline.printed(headline.target)
            st.caption(f"Sasaran: {target}")
        rows = st.popover(
            "Rincian",
            icon=":material/list:",
            type="tertiary",
            key=f"rincian-{headline.key}",
            on_change="rerun",
        )
        if rows.open:
            with rows:
                _behind(headline)


def _arrow(headline: Headline) -> str:
    change = headline.amount - (headline.before or 0)
    return "=" if not change else "▲" if change > 0 else "▼"


def _behind(headline: Headline) -> None:
    """What the number means, what it is made of, where it rests, and what it does not say."""
    st.markdown(f"**{headline.title}: {plain(headline.in_words)}**")
    st.markdown(plain(headline.meaning))
    if headline.parts:
        rows = [(part.label, headline.printed(part.amount)) for part in headline.parts]
        rows.append(("Jumlah", headline.printed(sum(part.amount for part in headline.parts))))
        st.table(pd.DataFrame(rows, columns=[headline.parts_by, "Angka"]).set_index(headline.parts_by))
    else:
        st.caption("Belum ada yang tercatat.")
    st.caption(f"Dasar: {headline.citation}.")
    if headline.target_told:
        st.caption(f"Sasaran: {headline.target_told}.")
    if headline.caution:
        st.caption(plain(headline.caution))


def show_waits(waits: Sequence[WaitsFor]) -> None:
    """Show what waits for whom, and since when."""
    st.subheader("Menunggu siapa", anchor=False)
    if not waits:
        st.success("Tidak ada yang menunggu.")
        return
    for one in waits:
        since = f", paling lama sejak {indonesian_date(one.since)}" if one.since else ""
        st.markdown(f"**{number(one.count)}** · {plain(one.what)}")
        st.caption(f"Menunggu {plain(one.who)}{since} ({one.citation.place}).")
