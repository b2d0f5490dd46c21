"""The history of a file: every step with its day, its person, its note and its provision."""

import streamlit as st

from db.sampang.origination.loan_files import StepTaken, StoredFile
from domain.dates import indonesian_date, indonesian_moment
from domain.sampang.origination.steps import STEPS
from pages.parts.text import plain
from pages.sampang.loans.stage_signs import stage_label


def show_timeline(stored: StoredFile) -> None:
    """Show every step, the newest first."""
    if not stored.timeline:
        st.info("Belum ada langkah yang tercatat.")
    for taken in reversed(stored.timeline):
        _step(taken)


def _step(taken: StepTaken) -> None:
    places = ", ".join(place.short for place in STEPS[taken.step].places)
    with st.container(border=True, gap="xxsmall"):
        st.markdown(
            f"**{indonesian_date(taken.on)}** · {plain(taken.step.label)} :gray[({places})]  \n"
            f"{stage_label(taken.from_stage)} → {stage_label(taken.to_stage)}"
        )
        if taken.note:
            st.markdown(plain(taken.note))
        st.caption(f"{plain(taken.by)}, dicatat {indonesian_moment(taken.at)}")
