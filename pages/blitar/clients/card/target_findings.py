"""Whether a binaan is a target of the mentoring (Pasal 3), and its size class with the criterion."""

import streamlit as st

from domain.blitar.caseload.client_words import reasons_in_words
from domain.blitar.caseload.scale import ScaleFinding
from domain.blitar.examining import ClientFindings, Line
from domain.blitar.words import meaning_of, verdict_in_sentence, verdict_label
from domain.dates import indonesian_date
from domain.regulation.assessment import Verdict
from domain.regulation.outcomes import effect_of
from domain.regulation.rules import Rule
from pages.parts.text import plain
from pages.parts.verdicts import colour_of, outcome_badge, sign_of


def show_target(found: ClientFindings) -> None:
    """Show the verdict, then each provision that decides: outcome, place, reasons, what would mend it."""
    assessment = found.assessment
    label = verdict_label(assessment.kind, assessment.verdict)
    st.badge(f"{sign_of(assessment.verdict)} {label}", color=colour_of(assessment.verdict))
    st.caption(plain(meaning_of(assessment)))
    deciding = {id(finding.rule) for finding in assessment.findings if finding.decides}
    for line in found.points:
        if id(line.rule) in deciding:
            _line(found, line)
    for warning in found.warnings:
        st.caption(f"ℹ {plain(warning)}")


def show_scale(scale: ScaleFinding | None) -> None:
    """Show the size class with its criterion, amount, day and provision; a koperasi has none."""
    if scale is None:
        st.markdown("Koperasi tidak dibagi menurut ukuran usaha PP 7/2021.")
        return
    since = f", sejak {indonesian_date(scale.since)}" if scale.since else ""
    place = f" ({plain(str(scale.citation))})" if scale.citation else ""
    st.markdown(f"{plain(scale.told)}{since}{place}")


def _line(found: ClientFindings, line: Line) -> None:
    outcome, told = st.columns([1, 4], gap="small", vertical_alignment="top")
    with outcome:
        outcome_badge(line.outcome)
    text = (
        f"{plain(line.rule.title)} ({line.rule.citations[0].place})  \n:gray[{plain(reasons_in_words(line))}]"
    )
    if line.mends:
        text += f"  \nYang dapat memenuhinya: {plain('; '.join(line.mends))}"
    told.markdown(text)
    for other in _others(found, line.rule):
        told.caption(other)


def _others(found: ClientFindings, rule: Rule) -> list[str]:
    """Every reading under which this provision comes out differently, with what the verdict would be."""

    def words(verdict: Verdict) -> str:
        return verdict_in_sentence(found.assessment.kind, verdict)

    return [
        f"§ Bergantung tafsir {plain(other.interpretation.id)}: {plain(other.interpretation.question)} "
        f"Bacaan {other.letter}: "
        f"{plain(effect_of(found.assessment, other.interpretation, other.letter, words))}."
        for other in found.assessment.other_readings
        if any(changed is rule for changed, _ in other.changes)
    ]
