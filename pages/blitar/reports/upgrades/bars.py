"""The twelve goals as bars: how many binaan went up of all, and in words where the others stand."""

from collections.abc import Sequence

import streamlit as st

from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.proposal import GoalCount
from domain.blitar.goals_and_tasks import GoalGroup
from domain.blitar.indicators import OFFICE_OWN
from domain.blitar.instruments import at
from domain.money import number
from pages.blitar.clients.card.movement_signs import sign_of
from pages.blitar.screens import CLIENTS
from pages.parts.text import plain, plain_label


def show_proposable(counts: Sequence[GoalCount]) -> None:
    """Show in which goals binaan went up, one of which a proposal needs; each leads to those binaan."""
    risen = [one for one in counts if one.up]
    if not risen:
        st.caption("Belum ada binaan yang salah satu tujuannya naik, jadi belum ada yang dapat diusulkan.")
        return
    st.caption("Usul diajukan dari layar binaan yang salah satu tujuannya sudah naik:")
    with st.container(horizontal=True, gap="small", key="dapat-diusulkan"):
        for one in risen:
            label = f"{plain_label(one.goal.label)}: {number(one.up)} binaan"
            st.page_link(CLIENTS, label=label, query_params=_risen(one))


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
            st.page_link(CLIENTS, label="Lihat binaan yang naik", query_params=_risen(one))


def _risen(one: GoalCount) -> dict[str, str]:
    # One goal at a time: without the goal the list weighs all of them, and one that fell hides the risen.
    return {"tujuan": one.goal.value, "gerak": Movement.UP.value}
