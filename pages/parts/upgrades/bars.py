"""The twelve goals as bars: how many binaan went up of all, and in words where the others stand."""

from collections.abc import Sequence

import streamlit as st

from domain.blitar_mentoring.caseload.indicators import OFFICE_OWN
from domain.blitar_mentoring.caseload.progress import Movement
from domain.blitar_mentoring.caseload.proposal import GoalCount
from domain.blitar_mentoring.instruments import at
from domain.blitar_mentoring.tasks import GoalGroup
from pages.parts.menu import CLIENTS
from pages.parts.text import plain
from pages.parts.upgrades.signs import sign_of


def show_goals(counts: Sequence[GoalCount]) -> None:
    """Show each goal; the name leads to the binaan that went up."""
    st.subheader("Dua belas tujuan", anchor=False)
    st.caption(
        f"Semua binaan yang masih didampingi, dari kunjungan yang diverifikasi. {OFFICE_OWN} "
        f"({at('2(2)').place}) Satu tujuan naik bila ada indikatornya yang naik dan tidak ada yang turun; "
        "cara menghitung itu pun pilihan kantor."
    )
    for group in GoalGroup:
        st.markdown(f"**{group.label}**")
        for one in (one for one in counts if one.goal.group is group):
            _goal(one)


def _goal(one: GoalCount) -> None:
    with st.container(border=True, gap="xsmall"):
        up = f"{sign_of(Movement.UP)} {one.up} dari {one.total} binaan naik"
        st.progress(one.share_up, text=f"**{plain(one.goal.label)}** · {up}")
        st.caption(f"{plain(one.told or 'belum ada binaan')} · {one.goal.citation.place}")
        if one.up:
            wanted = {"tujuan": one.goal.value, "gerak": Movement.UP.value}
            st.page_link(CLIENTS, label="Lihat binaan yang naik", query_params=wanted)
