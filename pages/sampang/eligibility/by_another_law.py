"""An application by the law of another day: what would be found, and what turns; nothing is kept."""

from datetime import date

import streamlit as st

from db.sampang.applications.stored_application import StoredApplication
from domain.regulation.receipt_changes import changes
from domain.sampang.application import LoanApplication
from domain.sampang.eligibility import Eligibility, examine
from domain.sampang.largest import most_in_words
from domain.version import VERSION
from pages.parts.law_day import say_law_day
from pages.parts.text import plain
from pages.parts.verdicts import label_of
from pages.sampang.eligibility.collateral_and_papers import show_checklist, show_collateral
from pages.sampang.eligibility.provisions import show_provisions, show_readings
from pages.sampang.eligibility.verdict_summary import show_verdict
from pages.sampang.law import law_by_day


def show_by_the_law_of(
    day: date, stored: StoredApplication, application: LoanApplication, shown: Eligibility
) -> None:
    """Show the verdict that the file as it stands would have by another day's law, and what turns."""
    found = examine(application, law_by_day()(day))
    say_law_day(
        found.assessment.law,
        "Isian berkasnya yang tercatat sekarang, dihitung pada tanggal itu; tidak ada yang disimpan, dan "
        f"putusan atau penilaian berkas ini tetap: {_in_short(shown)}.",
    )
    show_verdict(stored, found)
    _turned(shown, found)
    provisions, collateral, papers, readings = st.tabs(["Ketentuan", "Agunan", "Berkas", "Tafsir"])
    with provisions:
        show_provisions(found)
    with collateral:
        show_collateral(found)
    with papers:
        show_checklist(found)
    with readings:
        show_readings(found)


def _in_short(found: Eligibility) -> str:
    return f"{label_of(found.assessment.verdict).lower()}, paling banyak {most_in_words(found.most)}"


def _turned(before: Eligibility, after: Eligibility) -> None:
    """The provisions that come out differently, each with both outcomes."""
    turned = changes(after.assessment.law.regulation, before.receipt(VERSION), after.receipt(VERSION))
    if turned:
        st.markdown("**Yang lain daripada menurut hukum berkas ini**")
        st.markdown("\n".join(f"- {plain(one)}" for one in turned))
    else:
        st.caption("Tidak ada hasil yang lain daripada menurut hukum berkas ini.")
