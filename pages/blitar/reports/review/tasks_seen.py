"""What is known of a task, and what the Kepala Dinas found, to read."""

import streamlit as st

from db.blitar.reporting.reviews import FacilitatorMonth
from domain.blitar.goals_and_tasks import FacilitatorTask
from domain.blitar.reporting.facilitator_deeds import Deeds
from domain.blitar.reporting.facilitator_review import TaskResult, TaskReview
from pages.parts.text import plain

_SIGNS = {
    TaskResult.DONE: "✔",
    TaskResult.PARTLY: "◐",
    TaskResult.NOT_DONE: "✕",
    TaskResult.NOT_DUE: "–",
    None: "…",
}


def show_known(deeds: Deeds, task: FacilitatorTask) -> None:
    """The task with its letter and place, and what the store knows of the month."""
    st.markdown(f"**{task.letter}. {task.label}** · {task.citation.place}")
    st.markdown("\n".join(f"- {plain(line)}" for line in deeds.told(task)))


def found_in_words(found: TaskReview) -> str:
    """A finding with its sign and its note."""
    note = f": {found.note}" if found.note.strip() else ""
    return f"{_SIGNS[found.result]} {found.told}{plain(note)}"


def show_reading(chosen: FacilitatorMonth, deeds: Deeds) -> None:
    """Nine tasks to read, each with the finding of the newest review, if there is one."""
    if chosen.newest is None:
        st.info("Kepala Dinas belum menilai bulan ini. Di bawah ini yang tercatat dalam program.")
    for task in FacilitatorTask:
        with st.container(border=True):
            show_known(deeds, task)
            if chosen.newest is not None:
                st.markdown(f"Hasil: {found_in_words(chosen.newest.review.of(task))}")
    if chosen.newest is not None and chosen.newest.review.conclusion.strip():
        st.markdown(f"**Kesimpulan:** {plain(chosen.newest.review.conclusion)}")
