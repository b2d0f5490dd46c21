"""The history of a file: every step with its day, its person, its note and its provision."""

import streamlit as st

from db.sampang.origination.loan_files import StepTaken, StoredFile
from db.sampang.servicing.done import DoneLine
from db.sampang.servicing.loan_standing import claim_moves
from domain.dates import indonesian_date, indonesian_moment
from domain.roles import Person
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import STEPS, Step
from domain.sampang.servicing.collecting import HANDING_OVER
from pages.parts.store import database
from pages.parts.text import plain
from pages.sampang.loans.stage_signs import stage_label


def show_timeline(person: Person, stored: StoredFile) -> None:
    """Show every step, the newest first; after the money went out, where the claim went too."""
    if not stored.timeline:
        st.info("Belum ada langkah yang tercatat.")
    if stored.file.stage is Stage.DISBURSED:
        with database().read() as session:
            moves = claim_moves(session, person, stored.id)
        for line in moves:
            _move(line)
    for taken in reversed(stored.timeline):
        _step(taken)


def _move(line: DoneLine) -> None:
    number = f" · nomor {plain(line.number)}" if line.number else ""
    with st.container(border=True, gap="xxsmall"):
        told = f"**{indonesian_date(line.on)}** · {line.what.label} :gray[({HANDING_OVER.short})]{number}"
        st.markdown(told)
        if line.told:
            st.markdown(plain(line.told))
        st.caption(f"{plain(line.by)}, dicatat {indonesian_moment(line.at)}")


def _stages(taken: StepTaken) -> str:
    if taken.step is Step.TAKE_OVER:
        return stage_label(taken.to_stage)
    return f"{stage_label(taken.from_stage)} → {stage_label(taken.to_stage)}"


def _step(taken: StepTaken) -> None:
    places = ", ".join(place.short for place in STEPS[taken.step].places)
    with st.container(border=True, gap="xxsmall"):
        st.markdown(
            f"**{indonesian_date(taken.on)}** · {plain(taken.step.label)} :gray[({places})]  \n"
            f"{_stages(taken)}"
        )
        if taken.note:
            st.markdown(plain(taken.note))
        st.caption(f"{plain(taken.by)}, dicatat {indonesian_moment(taken.at)}")
