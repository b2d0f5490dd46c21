"""The verdict first, then what to do."""

import streamlit as st

from db.sampang.applications.stored_application import StoredApplication
from domain.money import rupiah
from domain.regulation.assessment import Assessment, Verdict
from domain.regulation.most import Most
from domain.regulation.outcomes import counts_of, meaning_of
from domain.sampang.eligibility import Eligibility
from domain.sampang.largest import could_be_in_words, most_in_words
from domain.sampang.next_steps import NextStep, groups_of, sentence
from domain.sampang.programme import SAMPANG
from domain.sampang.what_is_wrong import what_is_wrong
from pages.parts.places import place_link
from pages.parts.text import plain
from pages.parts.verdicts import verdict_badge

MOST_STEPS = 6
MOST_LINKS = 3
MOST_WRONG = 4
MOST_QUESTIONS = 3


def show_verdict(stored: StoredApplication, found: Eligibility) -> None:
    """Show the verdict and the largest amount, then why: what is wrong, the counts, other readings."""
    with st.container(border=True):
        left, right = st.columns([2, 3])
        with left:
            verdict_badge(found.assessment.verdict)
            st.metric("Paling banyak", sentence(most_in_words(found.most)))
            asked = stored.application.amount
            wanted = "belum diisi" if asked is None else rupiah(asked)
            st.caption(f"diminta {wanted} · dibatasi {found.most.binding.limit.title}")
        with right:
            _why(found)
            _could_be(found.most)
    for warning in found.warnings:
        st.warning(plain(warning))


def _why(found: Eligibility) -> None:
    """What is wrong, in place of the sentence that says that something is."""
    wrong, assessment = what_is_wrong(found), found.assessment
    if not wrong or assessment.verdict is not Verdict.NOT_QUALIFIED:
        st.markdown(plain(meaning_of(assessment)))
    if wrong:
        st.markdown("\n".join(f"- ✘ {plain(one)}" for one in wrong[:MOST_WRONG]))
    if len(wrong) > MOST_WRONG:
        st.caption(f"dan {len(wrong) - MOST_WRONG} lagi, di tab Ketentuan dan Agunan")
    _asked_by(assessment)
    counts = " · ".join(f"{count} {outcome}" for outcome, count in counts_of(assessment))
    st.caption(f"Ketentuan: {counts}")


def _asked_by(assessment: Assessment) -> None:
    """The questions on which a verdict turns, in words behind their ids."""
    if assessment.verdict is not Verdict.DEPENDS_ON_READING:
        return
    entries = {entry.id: entry for one in assessment.combinations for entry, _ in one.readings}
    for entry in list(entries.values())[:MOST_QUESTIONS]:
        st.caption(plain(f"{entry.id}: {entry.question}"))


def _could_be(most: Most) -> None:
    if told := could_be_in_words(most):
        st.caption(told)
    for interpretation, letter, amount in most.elsewhere:
        st.caption(plain(f"{interpretation.read_as(letter)}: {rupiah(amount)}"))


def show_next_steps(found: Eligibility) -> None:
    """Show, group by group, what to mend, what to ask, and which reading is to be settled."""
    groups = [group for group in groups_of(found) if group.steps]
    if not groups:
        return
    st.subheader("Langkah berikutnya")
    for group in groups:
        told = f"{len(group.steps)} pertanyaan" if group.who == "Kepada" else f"{len(group.steps)} hal"
        st.markdown(f"**{plain(group.title)}** · {told}")
        for step in group.steps[:MOST_STEPS]:
            _step(step)
        if len(group.steps) > MOST_STEPS:
            with st.expander(f"{len(group.steps) - MOST_STEPS} lagi"):
                for step in group.steps[MOST_STEPS:]:
                    _step(step)


def _step(step: NextStep) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"{plain(step.what)} :gray[— {plain(step.who)}]")
        for place in step.places[:MOST_LINKS]:
            place_link(SAMPANG, place, key=f"langkah-{step.what}-{place}")
