"""Laporan: the monthly report, moving up, recommendations, a Fasilitator's review (Pasal 13, 15, 16)."""

import streamlit as st

from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.roles import Person
from pages.blitar.reports.monthly.monthly_report import show_monthly
from pages.blitar.reports.recommendations.recommendations import show_recommendations
from pages.blitar.reports.review.facilitator_review import show_reviews
from pages.blitar.reports.upgrades.upgrades import show_upgrades
from pages.parts.acting import must_be

MONTHLY, UPGRADES, RECOMMENDATIONS, REVIEWS = (
    "Laporan bulanan", "Naik kelas", "Rekomendasi", "Kinerja Fasilitator",
)  # fmt: skip


def main() -> None:
    """Show the screen."""
    person = must_be(BLITAR, BlitarPermission.READ_REPORTS)
    st.title("Laporan")
    names = _tabs(person)
    tabs = st.tabs(names, default=MONTHLY, key="bagian", bind="query-params", on_change="rerun")
    opened = next((tab for tab in tabs if tab.open), tabs[0])
    with opened:
        _open(names[tabs.index(opened)], person)


def _tabs(person: Person) -> list[str]:
    # A Pendamping reads the report and what became of the recommendations, not the review of another.
    sees_review = may(person, BlitarPermission.WRITE_REPORTS, BLITAR) or may(
        person, BlitarPermission.REVIEW_FACILITATORS, BLITAR
    )
    return [MONTHLY, UPGRADES, RECOMMENDATIONS, *([REVIEWS] if sees_review else [])]


def _open(tab: str, person: Person) -> None:
    match tab:
        case "Laporan bulanan":
            show_monthly(person)
        case "Naik kelas":
            show_upgrades(person)
        case "Rekomendasi":
            show_recommendations(person)
        case "Kinerja Fasilitator":
            show_reviews(person)


main()
