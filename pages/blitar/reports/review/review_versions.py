"""The saved reviews of a month with who and when, and the newest on paper."""

import streamlit as st

from db.blitar.reporting.reviews import FacilitatorMonth, ReviewVersion, review_versions
from documents.blitar.reporting.review_sheet import ReviewPaper, review_sheet
from domain.blitar.goals_and_tasks import FacilitatorTask
from domain.blitar.reporting.facilitator_deeds import Deeds
from domain.blitar.reporting.facilitator_review import FacilitatorReview
from domain.dates import indonesian_moment
from domain.roles import Person
from pages.blitar.printing import printing_of
from pages.blitar.reports.review.tasks_seen import found_in_words
from pages.parts.store import database, today
from pages.parts.text import plain


def show_versions(person: Person, chosen: FacilitatorMonth, deeds: Deeds) -> None:
    """Say whether there is a review, with its paper; earlier versions are folded away."""
    newest = chosen.newest
    if newest is None:
        st.markdown("… **Belum dinilai**")
    else:
        st.markdown(
            f"✔ **Versi {chosen.versions}**, {plain(newest.by)}, {indonesian_moment(newest.at)} · "
            f"{newest.review.judged} dari {len(FacilitatorTask)} tugas dinilai"
        )
    _paper(person, chosen, deeds)
    if chosen.versions > 1:
        with st.expander(f"Versi sebelumnya: {chosen.versions - 1}"):
            with database().read() as session:
                found = review_versions(session, person, chosen.service.mentor_id, deeds.month)
            for number, one in enumerate(reversed(found[1:]), 1):
                _earlier(number, one)


def _earlier(number: int, one: ReviewVersion) -> None:
    st.markdown(f"**Versi {number}**, {plain(one.by)}, {indonesian_moment(one.at)}")
    lines = [
        f"- {task.letter}. {task.label}: {found_in_words(one.review.of(task))}"
        for task in FacilitatorTask
        if one.review.of(task).result is not None
    ]
    if one.review.conclusion.strip():
        lines.append(f"- Kesimpulan: {plain(one.review.conclusion)}")
    st.markdown("\n".join(lines))


def _paper(person: Person, chosen: FacilitatorMonth, deeds: Deeds) -> None:
    newest, number = chosen.newest, chosen.service.mentor_id
    told = ReviewPaper(
        name=chosen.service.name,
        decree=chosen.decree,
        review=newest.review if newest else FacilitatorReview(staff_id=number, month=deeds.month),
        deeds=deeds,
        by=newest.by if newest else "",
        at=newest.at if newest else None,
        version=chosen.versions,
    )
    printing = printing_of(person, today())
    st.download_button(
        "Unduh lembar penilaian" if newest else "Unduh lembar kosong",
        data=lambda: review_sheet(told, printing),
        file_name=f"kinerja-fasilitator-{number}-{deeds.month:%Y-%m}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
    )
