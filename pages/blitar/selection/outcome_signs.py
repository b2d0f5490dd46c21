"""Outcomes and verdicts of a candidate as signs with words, so that nothing is told by colour alone."""

from collections.abc import Mapping

import streamlit as st

from domain.blitar.kinds import SubjectKind
from domain.blitar.selecting.results import OutcomeKind, TestResult
from domain.blitar.selecting.standing import PREFERENCE, Preference, Standing
from domain.blitar.words import verdict_label
from domain.regulation.assessment import Verdict
from domain.regulation.outcomes import Outcome
from pages.parts.verdicts import Colour, colour_of, sign_of

# The sign, the word of a narrow cell, and the colour that only adds to them.
_CELLS: Mapping[Outcome, tuple[str, str, Colour]] = {
    Outcome.MET: ("✔", "ya", "green"),
    Outcome.NOT_MET: ("✘", "tidak", "red"),
    Outcome.UNKNOWN: ("?", "tanya", "orange"),
    Outcome.AWAITS_JUDGEMENT: ("☰", "nilai", "blue"),
    Outcome.STILL_POSSIBLE: ("…", "susul", "orange"),
}
_PREFERENCES: Mapping[Preference, str] = {
    Preference.HAS: "+ ada",
    Preference.HAS_NOT: "– tidak",
    Preference.UNKNOWN: "? tanya",
}
_KINDS: Mapping[OutcomeKind | None, str] = {
    OutcomeKind.PASSED: "✔",
    OutcomeKind.RESERVE: "◷",
    OutcomeKind.FAILED: "✘",
    OutcomeKind.LATE: "✘",
    None: "…",
}
NOT_DECIDED = "Belum diputuskan"
LEGEND = " · ".join(f"{sign} {word} = {outcome}" for outcome, (sign, word, _) in _CELLS.items())


def cell(standing: Standing, letter: str) -> str:
    """One point of a candidate in a narrow cell; the preference has words of its own."""
    if letter == PREFERENCE:
        return _PREFERENCES[standing.preference]
    sign, word, _ = _CELLS[standing.points[letter]]
    return f"{sign} {word}"


def point_mark(letter: str, outcome: Outcome, before: str = "") -> str:
    """A point's outcome as the Markdown of a badge, with some words before the sign."""
    if letter == PREFERENCE:
        words = {Outcome.MET: "+ ada", Outcome.NOT_MET: "– tidak ada"}.get(outcome, "? belum diketahui")
        return f":gray-badge[{before}{words}]"
    sign, _, colour = _CELLS[outcome]
    return f":{colour}-badge[{before}{sign} {outcome}]"


def verdict_words(verdict: Verdict) -> str:
    """A verdict in words with its sign."""
    return f"{sign_of(verdict)} {verdict_label(SubjectKind.CANDIDATE, verdict)}"


def candidate_badge(verdict: Verdict) -> None:
    """A candidate's verdict as a badge."""
    st.badge(verdict_words(verdict), color=colour_of(verdict))


def outcome_words(kind: OutcomeKind | None) -> str:
    """What was decided, in words with a sign."""
    return f"{_KINDS[kind]} {kind.label if kind else NOT_DECIDED}"


def test_words(result: TestResult | None) -> str:
    """How a test came out, in words with a sign."""
    if result is None:
        return "… belum"
    return "✔ lulus" if result.passed else "✘ tidak lulus"
