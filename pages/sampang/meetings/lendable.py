"""What the fund can lend, and what is left of it should the chosen files be approved (VIII.5.b)."""

import streamlit as st

from domain.money import rupiah
from domain.sampang.fund.position import REVOLVES, Position
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.text import plain
from pages.sampang.screens import FUND


def show_fund(position: Position, chosen: int, left: int) -> None:
    """Show the four figures, and what is left after `chosen` files; in words where it is too little."""
    if not position.is_open:
        st.warning(
            "Saldo awal dana belum dicatat, jadi belum ada yang dapat ditetapkan. Ketua Harian mencatatnya "
            "di layar Kas dana; menolak dan menunda tetap bisa."
        )
        st.page_link(FUND, label="Buka Kas dana", icon=":material/account_balance:")
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.subheader("Dana yang tersedia", anchor=False)
        place_link(SAMPANG, REVOLVES.short, key="rapat-dana")
    with st.container(horizontal=True, gap="medium"):
        st.metric(
            "Bebas",
            rupiah(position.free),
            width="content",
            help="Kas dikurangi yang sudah ditetapkan belum cair",
        )
        st.metric("Ditetapkan, belum cair", rupiah(position.committed), width="content")
        st.metric("Kas", rupiah(position.cash), width="content", help="Di rekening Tim Pokjanis")
        st.metric("Beredar", rupiah(position.lent), width="content", help="Pokok pinjaman yang belum kembali")
    if chosen:
        st.markdown(
            f"Sisa bila {chosen} berkas yang dipilih ditetapkan: **{plain(rupiah(left))}** "
            + shortage_in_words(left)
        )


def shortage_in_words(left: int) -> str:
    """A red sentence where the fund is too small, otherwise nothing."""
    if left >= 0:
        return ""
    return f":red[⚠ Dana bebas kurang {plain(rupiah(-left))}: kurangi yang dipilih atau jumlahnya.]"
