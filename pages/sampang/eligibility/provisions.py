"""Every provision with its place, outcome, reason and remedy; and the readings that touch the case."""

import streamlit as st

from domain.regulation.assessment import Finding
from domain.regulation.interpretations import Interpretation
from domain.regulation.outcomes import effect_of, outcome_of
from domain.regulation.rules import Rule, RuleKind
from domain.regulation.truth import Truth
from domain.regulation.wording import OUTCOMES, tell
from domain.sampang.eligibility import Eligibility
from domain.sampang.next_steps import ways_of
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.text import plain
from pages.parts.verdicts import outcome_badge

_WIDTHS = [1.7, 2.7, 2.8, 3.3, 2.7]


def show_provisions(found: Eligibility) -> None:
    """Show the provisions that decide, those not met first, then priorities, rights and duties."""
    findings = found.assessment.findings
    deciding = sorted((one for one in findings if one.decides), key=lambda one: one.truth)
    for place, finding in enumerate(deciding):
        _row(found, finding, place)
    st.subheader("Prioritas")
    st.caption("Hanya menentukan urutan, tidak memutuskan.")
    for place, finding in enumerate(one for one in findings if one.rule.kind is RuleKind.PRIORITY):
        _row(found, finding, 100 + place)
    with st.expander("Hak dan kewajiban bila pinjaman diberikan"):
        rules = found.assessment.law.rules_for(found.assessment.kind).unconditional
        for rule in rules:
            st.markdown(f"- {plain(rule.title)} ({plain(rule.place)})")


def _row(found: Eligibility, finding: Finding, place: int) -> None:
    with st.container(border=True):  # on a phone the columns stand below each other
        where, title, outcome, reason, change = st.columns(_WIDTHS, vertical_alignment="top")
    with where:
        place_link(SAMPANG, finding.rule.place, key=f"ketentuan-{place}")
    title.markdown(plain(finding.rule.title))
    with outcome:
        outcome_badge(outcome_of(finding))
    reason.markdown("  \n".join(plain(tell(one, finding.case)) for one in finding.reasons))
    if finding.truth is not Truth.MET:
        change.caption(f"Yang mengubahnya: {_what_changes_it(found, finding)}")


def _what_changes_it(found: Eligibility, finding: Finding) -> str:
    if told := ways_of(found, finding):
        return "  \natau ".join(map(plain, told))
    if finding.truth is Truth.UNKNOWN:
        return "jawaban atas pertanyaan itu"
    return "–" if finding.truth is Truth.MET else "tidak ada yang dapat diubah pemohon sekarang"


def show_readings(found: Eligibility) -> None:
    """Show the readings that change the verdict, together or alone, then those that change a provision."""
    assessment = found.assessment
    others = [one for one in assessment.other_readings if one not in assessment.deciding_readings]
    if not others and not assessment.combinations:
        st.info("Tidak ada tafsir yang mengubah hasil pemohon ini.")
        return
    for number, one in enumerate(assessment.combinations):
        with st.container(border=True):
            for entry, letter in one.readings:
                _show_reading(entry, letter, key=f"penentu-{number}")
            together = "menentukan hasil" if len(one.readings) == 1 else "bersama-sama menentukan hasil"
            st.caption(f"{_changed(one.changes)}; hasil: {one.verdict.label} ({together}).")
    for other in others:
        with st.container(border=True):
            _show_reading(other.interpretation, other.letter, key="bacaan")
            effect = effect_of(assessment, other.interpretation, other.letter, lambda one: one.in_sentence)
            st.caption(f"{_changed(other.changes)}; {effect}.")


def _show_reading(entry: Interpretation, letter: str, key: str) -> None:
    st.markdown(f"**{entry.id}** · {plain(entry.question)}")
    st.markdown(f"Dipakai, bacaan {entry.in_use}: {plain(entry.wording(entry.in_use))}")
    st.markdown(f"Bacaan lain, {letter}: {plain(entry.wording(letter))}")
    place_link(SAMPANG, entry.id, "baca di Dasar hukum", key=f"{key}-{entry.id}-{letter}")


def _changed(changes: tuple[tuple[Rule, Truth], ...]) -> str:
    return plain(", ".join(f"{rule.place} menjadi {OUTCOMES[truth]}" for rule, truth in changes))
