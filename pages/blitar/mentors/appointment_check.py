"""What the provisions find of somebody on the day of the appointment."""

import streamlit as st

from domain.blitar.words import meaning_of, verdict_label
from domain.regulation.assessment import Assessment
from domain.regulation.outcomes import outcome_of
from domain.regulation.wording import tell
from pages.parts.text import plain
from pages.parts.verdicts import colour_of, outcome_badge, sign_of


def show_check(found: Assessment) -> None:
    """Show the verdict and each provision that decides, with its reasons."""
    with st.container(border=True):
        st.markdown("**Pemeriksaan pada hari penetapan**")
        label = verdict_label(found.kind, found.verdict)
        st.badge(f"{sign_of(found.verdict)} {label}", color=colour_of(found.verdict))
        st.caption(plain(meaning_of(found)))
        show_findings(found)


def show_findings(found: Assessment) -> None:
    """Show each provision that decides: how it came out, its place, and why; and a day before the law."""
    with st.container():  # of its own, for the note comes and goes
        if found.law.too_early:
            st.caption(f"⚠ {plain(found.law.too_early)}")
    for finding in (one for one in found.findings if one.decides):
        outcome, told = st.columns([1, 4], gap="small", vertical_alignment="top")
        with outcome:
            outcome_badge(outcome_of(finding))
        reasons = "; ".join(tell(one, finding.case) for one in finding.reasons)
        place = finding.rule.citations[0].place
        told.markdown(f"{plain(finding.rule.title)} ({place})  \n:gray[{plain(reasons)}]")
