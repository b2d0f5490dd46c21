"""A card on Beranda: a kind of work, how much of it waits, and below it the way there."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from domain.money import number

GO = ":material/arrow_forward:"


def work_card(title: str, waiting: int | str) -> DeltaGenerator:
    """A card with how much waits, or with a word for it; what stands below is put into it."""
    card = st.container(border=True, gap="xsmall", height="stretch")
    card.metric(title, number(waiting) if isinstance(waiting, int) else waiting)
    return card
