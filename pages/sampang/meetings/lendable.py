"""What the fund can lend, and what is left of it should the chosen files be approved (VIII.5.b)."""

import streamlit as st

from domain.money import rupiah
from domain.sampang.fund.position import REVOLVES, Position
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.text import plain
from pages.sampang.screens import FUND


def show_fund(position: Position, chosen: int = 0, total: int = 0, left: int = 0) -> None:
    """Show the free balance with what makes it, and what `chosen` files of `total` rupiah leave of it."""
    if not position.is_open:
        st.warning(
            "Saldo awal dana belum dicatat, jadi belum ada yang dapat ditetapkan. Ketua Harian mencatatnya "
            "di layar Kas dana; menolak dan menunda tetap bisa."
        )
        st.page_link(FUND, label="Buka Kas dana", icon=":material/account_balance:")
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(f"Dana bebas :primary[**{plain(rupiah(position.free))}**]", width="content")
        st.caption(
            plain(
                f"kas {rupiah(position.cash)} dikurangi ditetapkan, belum cair {rupiah(position.committed)}; "
                f"beredar {rupiah(position.lent)}"
            )
        )
        place_link(SAMPANG, REVOLVES.short, key="rapat-dana")
    if chosen:
        st.markdown(
            f"{chosen} berkas dipilih, seluruhnya {plain(rupiah(total))}. "
            f"Sisa bila {chosen} berkas yang dipilih ditetapkan: **{plain(rupiah(left))}** "
            + shortage_in_words(left)
        )


def shortage_in_words(left: int) -> str:
    """A red sentence where the fund is too small, otherwise nothing."""
    if left >= 0:
        return ""
    return f":red[⚠ Dana bebas kurang {plain(rupiah(-left))}: kurangi yang dipilih atau jumlahnya.]"
