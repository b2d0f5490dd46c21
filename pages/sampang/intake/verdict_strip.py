"""The result so far, and what is wrong, in sight at the upper edge while somebody types."""

from collections.abc import Sequence
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from domain.problems import Problem
from domain.sampang.eligibility import Eligibility
from domain.sampang.largest import most_in_words
from domain.sampang.next_steps import questions_left
from domain.sampang.still_running import StillRunning
from domain.sampang.what_is_wrong import what_is_wrong
from pages.parts.markup import Markup
from pages.parts.text import plain
from pages.parts.verdicts import colour_of, label_of
from pages.sampang.still_running_part import link_still_running

MOST_SAID: Final = 2
MOST_RUNNING: Final = 2
_STAYS: Final = """<style>
[data-testid=stLayoutWrapper]:has(> .st-key-pengajuan-hasil) {
  position: sticky; top: 2rem; z-index: 900;
}
.st-key-pengajuan-hasil {
  background: canvas; color: canvastext; padding: 0.35rem 0.7rem; border: 1px solid; border-radius: 0.5rem;
}
.st-key-pengajuan-hasil [data-testid=stMarkdownContainer] { margin-bottom: 0; }
.st-key-pengajuan-hasil p { margin: 0; font-size: 0.875rem; line-height: 1.35; }
@media (max-width: 40rem) {
  [data-testid=stLayoutWrapper]:has(> .st-key-pengajuan-hasil) { top: 3.8rem; }
}
</style>"""


def strip_place() -> DeltaGenerator:
    """The place of the strip, above the form: one element, so that nothing below it moves while one types."""
    st.html(Markup(_STAYS))
    with st.container(key="pengajuan-hasil"):
        return st.empty()


def show_strip(
    place: DeltaGenerator,
    found: Eligibility,
    problems: Sequence[Problem],
    by_books: Sequence[str],
    running: Sequence[StillRunning],
) -> None:
    """Fill it: the verdict, the largest loan, what is open or wrong, and what the applicant still has."""
    verdict = found.assessment.verdict
    told = [f":{colour_of(verdict)}-badge[{label_of(verdict)}]", f"paling banyak {most_in_words(found.most)}"]
    if left := len(questions_left(found)):
        told.append(f"belum diketahui {left} hal")
    if problems:
        told.append(f":red[⚠ {len(problems)} isian perlu diperbaiki]")
    wrong = [*(f"⚠ {plain(one.sentence)}" for one in problems), *by_books]
    wrong += [f"✘ {plain(one)}" for one in what_is_wrong(found)]
    lines = [" · ".join(told), *wrong[:MOST_SAID]]
    if len(wrong) > MOST_SAID:
        lines.append(f"dan {len(wrong) - MOST_SAID} lagi; semuanya di bawah isian.")
    with place.container(gap="xxsmall"):
        st.markdown("  \n".join(lines))
        link_still_running(running[:MOST_RUNNING])
