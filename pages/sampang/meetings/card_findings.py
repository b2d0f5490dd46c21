"""What the rules say of the file at the amount and tenor on its card, as they are typed."""

from typing import Final

import streamlit as st

from db.sampang.origination.loan_files import StoredFile
from domain.money import rupiah
from domain.sampang.eligibility import Eligibility
from domain.sampang.hindrance import Hindrance
from domain.sampang.largest import NOT_YET_KNOWN
from domain.sampang.origination.conditions import Around, hindrances_to_deciding
from domain.sampang.origination.records import DecisionKind, Meeting
from domain.sampang.origination.steps import Step, day_refused
from pages.parts.store import today
from pages.parts.text import plain
from pages.parts.verdicts import verdict_badge
from pages.sampang.meetings.card_answers import Answers
from pages.sampang.step_sending import show_hindrances

MOST_SHOWN: Final = 8


def show_findings(
    found: Eligibility, answers: Answers, meeting: Meeting, stored: StoredFile, around: Around
) -> None:
    """Show the verdict at this amount, the limit that binds, and what stands in the way of approval."""
    decision = answers.decision(DecisionKind.APPROVE, meeting.held_on)
    st.caption("Bila ditetapkan sebesar isian ini, dengan lolos seleksi dan jumlahnya dinilai pantas:")
    verdict_badge(found.assessment.verdict)
    _most(found)
    _readings(found)
    hindrances = list(hindrances_to_deciding(decision, meeting, stored.file, around))
    last = stored.timeline[-1].on if stored.timeline else None
    if told := day_refused(Step.APPROVE, meeting.held_on, last, today()):
        hindrances.insert(0, Hindrance(told))
    if not hindrances:
        st.success("Tidak ada yang menghalangi penetapan.")
        return
    st.markdown("**Sebelum dapat ditetapkan**")
    show_hindrances(hindrances[:MOST_SHOWN], "sebelum-ditetapkan")
    if len(hindrances) > MOST_SHOWN:
        st.caption(f"dan {len(hindrances) - MOST_SHOWN} lagi; semuanya ada di Kelayakan berkas ini.")


def _most(found: Eligibility) -> None:
    most = found.most
    if most.told is None:
        st.markdown(f"Paling banyak: {NOT_YET_KNOWN} ({most.binding.limit.title})")
        return
    place = most.binding.limit.citations[0].short
    st.markdown(
        f"Paling banyak **{plain(rupiah(most.told))}**, dibatasi {most.binding.limit.title} ({place})"
    )
    for interpretation, letter, amount in most.elsewhere:
        st.caption(f"Menurut tafsir {interpretation.id} bacaan {letter}: {rupiah(amount)}")


def _readings(found: Eligibility) -> None:
    """Each smallest set of readings that decides here; one has to be taken, with its reason."""
    in_use = found.assessment.verdict_in_use.label
    for one in found.assessment.combinations:
        for entry, letter in one.readings:
            st.markdown(f"§ **{entry.id}** {plain(entry.question)}")
            st.caption(
                f"Dipakai, bacaan {entry.in_use}: {plain(entry.wording(entry.in_use))}  \n"
                f"Bacaan {letter}: {plain(entry.wording(letter))}"
            )
        st.caption(f"Seperti dipakai → {in_use}. {one.name} → {one.verdict.label}.")
