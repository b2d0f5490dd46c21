"""One point of Pasal 7 for one candidate: outcome, evidence, reasons, what would mend it, readings."""

import streamlit as st

from domain.blitar.examining import CandidateFindings, Line
from domain.blitar.selecting.standing import PREFERENCE
from domain.regulation.assessment import OtherReading
from domain.regulation.outcomes import Outcome, effect_of
from domain.regulation.rules import Rule
from pages.blitar.selection.outcome_signs import point_mark, verdict_words
from pages.parts.readings import readings_of
from pages.parts.text import plain

_UNKNOWN = f"{Outcome.UNKNOWN}: "


def show_point(found: CandidateFindings, letter: str) -> None:
    """Show everything about one point."""
    line = found.point(letter)
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            title = f"**{letter} · {plain(line.rule.title)}** {point_mark(letter, line.outcome)}"
            st.markdown(title, width="content")
            provision(line.rule, key=f"{letter}:{line.rule.id}")
        if letter == PREFERENCE:
            st.caption("Diutamakan: ditampilkan di samping, tanpa nilai dan tanpa urutan (tafsir B-27).")
        st.markdown(f"Bukti: {plain(line.evidence)}")
        st.markdown(plain(_reasons(line)))
        if line.mends:
            st.markdown(f"Yang dapat memenuhinya: {plain('; '.join(line.mends))}")
        for other in found.assessment.other_readings:
            if other.interpretation.id in line.readings:
                _other_reading(other, found)


def show_points(found: CandidateFindings) -> None:
    """Show all thirteen points, those that decide first and the preference after them."""
    for line in sorted(found.points, key=lambda one: one.letter == PREFERENCE):
        show_point(found, line.letter)


def provision(rule: Rule, key: str) -> None:
    """The place in the regulation, opened to its words, what they mean, and how they can be read."""
    place = rule.citations[0]
    with st.popover(place.place, key=f"provision:{key}", type="tertiary"):
        st.markdown(f"**{plain(str(place))}**")
        if place.words:
            st.markdown(f"“… {plain(place.words)} …”")
        if rule.explanation:
            st.markdown(plain(rule.explanation))
        for entry in rule.interpretations:
            st.markdown(f"**{plain(entry.id)}** {plain(entry.question)}")
            st.markdown(readings_of(entry))


def _reasons(line: Line) -> str:
    """The statements as one sentence, and each question as one of its own."""
    told = [reason.removeprefix(_UNKNOWN) for reason in line.reasons]
    statements = "; ".join(one for one in told if not one.endswith("?"))
    lines = [f"{statements[:1].upper()}{statements[1:]}."] if statements else []
    return " ".join([*lines, *(one for one in told if one.endswith("?"))])


def _other_reading(other: OtherReading, found: CandidateFindings) -> None:
    entry = other.interpretation
    told = effect_of(found.assessment, entry, other.letter, verdict_words)
    st.markdown(
        f"§ Tafsir **{plain(entry.id)}**: dipakai bacaan {plain(entry.in_use)}, "
        f"“{plain(entry.wording(entry.in_use))}”. Menurut bacaan {plain(other.letter)}, "
        f"“{plain(entry.wording(other.letter))}”, {told}."
    )
