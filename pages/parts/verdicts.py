"""A verdict on the screen: words and a sign first, colour only as an addition."""

from typing import Literal

import streamlit as st

from domain.regulation.assessment import Verdict
from domain.regulation.outcomes import Outcome

Colour = Literal["green", "red", "orange", "violet", "gray", "blue"]
_SIGNS: dict[Verdict, tuple[str, Colour]] = {
    Verdict.QUALIFIES: ("✔", "green"),
    Verdict.NOT_QUALIFIED: ("✘", "red"),
    Verdict.INCOMPLETE: ("…", "orange"),
    Verdict.DEPENDS_ON_READING: ("§", "violet"),
    Verdict.NEEDS_JUDGEMENT: ("☰", "blue"),
}
_OUTCOMES: dict[Outcome, tuple[str, Colour]] = {
    Outcome.MET: ("✔", "green"),
    Outcome.NOT_APPLICABLE: ("–", "gray"),
    Outcome.NOT_MET: ("✘", "red"),
    Outcome.UNKNOWN: ("…", "orange"),
    Outcome.AWAITS_JUDGEMENT: ("☰", "blue"),
    Outcome.STILL_POSSIBLE: ("…", "orange"),
}


def label_of(verdict: Verdict | None) -> str:
    """A verdict in words with its sign."""
    return "Belum dinilai" if verdict is None else f"{_SIGNS[verdict][0]} {verdict.label}"


def sign_of(verdict: Verdict) -> str:
    """The sign that stands before a verdict's words."""
    return _SIGNS[verdict][0]


def colour_of(verdict: Verdict) -> Colour:
    """The colour that a verdict's badge has in addition."""
    return _SIGNS[verdict][1]


def verdict_badge(verdict: Verdict) -> None:
    """A verdict as a badge."""
    st.badge(label_of(verdict), color=_SIGNS[verdict][1])


def outcome_badge(outcome: Outcome) -> None:
    """One provision's outcome as a badge."""
    sign, colour = _OUTCOMES[outcome]
    st.badge(f"{sign} {outcome}", color=colour)
