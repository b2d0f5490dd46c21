"""The ladder of one binaan: goal by goal, baseline and latest, with what shows it."""

from collections.abc import Sequence

import streamlit as st

from domain.blitar.caseload.ladder_words import NO_EVIDENCE, after, before, evidence, summary_of
from domain.blitar.caseload.progress import GoalStep, Movement, Rung
from domain.blitar.indicators import OFFICE_OWN
from domain.blitar.instruments import at
from pages.blitar.clients.card.movement_signs import movement_badge, sign_of
from pages.parts.text import plain


def show_steps(steps: Sequence[GoalStep]) -> None:
    """Show the goals that moved, then those not measured again, then those of which nothing is known."""
    st.markdown(f"**{plain(summary_of(steps))}.**")
    st.caption(f"{OFFICE_OWN} ({at('2(2)').place})")
    still = (Movement.NOT_MEASURED, Movement.UNKNOWN)
    for step in steps:
        if step.movement not in still:
            show_step(step)
    for movement in still:
        found = [step for step in steps if step.movement is movement]
        if found:
            title = f"{sign_of(movement)} {movement.label.capitalize()}: {len(found)} tujuan"
            with st.expander(title):
                for step in found:
                    _step(step)


def show_step(step: GoalStep) -> None:
    """Show one goal with each of its indicators."""
    with st.container(border=True, gap="xsmall"):
        _step(step, movement_badge(step))


def _step(step: GoalStep, badge: str = "") -> None:
    st.markdown(f"**{plain(step.goal.label)}** {badge} :gray[({step.goal.citation.place})]")
    st.markdown("\n".join(f"- {_rung(rung)}" for rung in step.rungs))


def _rung(rung: Rung) -> str:
    label = f"{sign_of(rung.movement)} {plain(rung.indicator.label)}"
    if rung.latest is None:
        known = "" if rung.baseline is None else f"{plain(before(rung))}, "
        return f"{label}: {known}:gray[{rung.movement.label}]"
    told = f"{label}: {plain(before(rung))} → **{plain(after(rung))}**, {rung.movement.label}"
    shown = evidence(rung)
    named = shown if shown == NO_EVIDENCE else f"bukti disebut: {shown}"
    files = f" · {rung.files} foto atau pindaian" if rung.files else ""
    return f"{told} :gray[· {plain(named)}{files}]"
