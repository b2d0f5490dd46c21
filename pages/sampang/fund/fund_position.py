"""The four figures of the fund, each with its provision and the small sum that makes it."""

import streamlit as st

from db.sampang.fund.opening_balance import Fund
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.fund.fund_figures import Figure, Part, cash_of, figures_of
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.text import plain


def show_figures(fund: Fund) -> None:
    """Show what is free, spoken for, lent and returned, then how the cash came about, and the decree."""
    with st.grid("auto", min_column_width=225, gap="small"):
        for figure in figures_of(fund.position):
            _card(figure)
    cash = cash_of(fund.position)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{cash.title}** {told_sum(cash)}", width="content")
        place_link(SAMPANG, cash.place.short, key="kas-asal")
    if fund.opened_on:
        st.caption(
            f"Saldo awal per {indonesian_date(fund.opened_on)} menurut {plain(fund.decree)}, "
            "dicatat satu kali."
        )


def _card(figure: Figure) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.metric(figure.title, rupiah(figure.amount))
        st.caption(figure.meaning)
        if figure.parts:
            st.caption(told_sum(figure))
        place_link(SAMPANG, figure.place.short, key=f"kas-{figure.title}")


def told_sum(figure: Figure) -> str:
    """The parts of a figure and what they come to, on one line."""
    told = " ".join(_part(part, is_first=place == 0) for place, part in enumerate(figure.parts))
    return f"{told} = {plain(rupiah(figure.amount))}"


def _part(part: Part, *, is_first: bool) -> str:
    sign = "−" if part.is_taken_off else "" if is_first else "+"
    return f"{sign} {part.label} {plain(rupiah(part.amount))}".strip()
