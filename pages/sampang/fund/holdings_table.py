"""What came in for each share of the interest, what was remitted and paid out, and what is left."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from domain.money import rupiah
from domain.sampang.fund.interest_shares import Holding
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.text import plain

_AMOUNTS = ("Saldo awal", "Diterima", "Disetor", "Dibayarkan", "Belum disetor", "Di Kas Daerah", "Sisa")


def show_holdings(holdings: Sequence[Holding]) -> None:
    """Show the three shares with their sums, and say where interest went back after it was remitted."""
    st.subheader("Jasa menurut bagiannya", anchor=False)
    has_opening = any(one.opening for one in holdings)
    rows = pd.DataFrame([_row(one, has_opening=has_opening) for one in holdings])
    st.dataframe(
        rows,
        hide_index=True,
        height=38 + 35 * len(rows),
        column_config={name: st.column_config.TextColumn(alignment="right") for name in _AMOUNTS},
    )
    st.caption(
        "Seluruh jasa yang diterima dibagi sekaligus, bukan tiap angsuran, supaya pembulatan tidak "
        "menumpuk (O-08). Jasa disetor dahulu ke Kas Daerah, baru dibayarkan dari sana (O-22); sisanya "
        "belum dibayarkan, baik yang masih di Bank Jatim maupun yang sudah di Kas Daerah."
    )
    with st.container(horizontal=True):
        for place in ("VIII.4", "VII.10"):
            place_link(SAMPANG, place, key=f"jasa-{place}")
    if below := [one for one in holdings if one.held < 0]:
        told = ", ".join(f"{one.share.label} {rupiah(one.held)}" for one in below)
        st.warning(
            f"Belum disetor di bawah nol: {plain(told)}. Ada angsuran yang dibalik sesudah jasanya disetor; "
            "selisihnya diperhitungkan dengan setoran berikutnya (O-22)."
        )


def _row(one: Holding, *, has_opening: bool) -> dict[str, str]:
    opening = {"Saldo awal": rupiah(one.opening)} if has_opening else {}
    return {
        "Bagian": one.share.label,
        **opening,
        "Diterima": rupiah(one.received),
        "Disetor": rupiah(one.remitted),
        "Dibayarkan": rupiah(one.paid),
        "Belum disetor": rupiah(one.held),
        "Di Kas Daerah": rupiah(one.payable),
        "Sisa": rupiah(one.left),
        "Dasar": one.share.place.short,
    }
