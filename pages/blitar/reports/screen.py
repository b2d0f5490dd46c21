"""Laporan: the monthly report, moving up, recommendations, a Fasilitator's review (Pasal 13, 15, 16)."""

import streamlit as st

from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.roles import Person
from pages.blitar.reports.digest.monday import show_monday
from pages.blitar.reports.monthly.monthly_report import show_monthly
from pages.blitar.reports.recommendations.recommendations import show_recommendations
from pages.blitar.reports.review.facilitator_review import show_reviews
from pages.blitar.reports.upgrades.upgrades import show_upgrades
from pages.blitar.screen_tabs import PART, ReportsTab
from pages.parts.acting import must_be
from pages.parts.tabs import open_tab


def main() -> None:
    """Show the screen."""
    person = must_be(BLITAR, BlitarPermission.READ_REPORTS)
    st.title("Laporan")
    tab, place = open_tab(_tabs(person), PART, first=ReportsTab.MONTHLY)
    with place:
        _open(tab, person)


def _tabs(person: Person) -> list[ReportsTab]:
    # A Pendamping reads the report and what became of the recommendations, not the review of another.
    sees_review = may(person, BlitarPermission.WRITE_REPORTS, BLITAR) or may(
        person, BlitarPermission.REVIEW_FACILITATORS, BLITAR
    )
    verifies = may(person, BlitarPermission.VERIFY_VISITS, BLITAR)
    opens = {ReportsTab.REVIEWS: sees_review, ReportsTab.MONDAY: verifies}
    return [tab for tab in ReportsTab if opens.get(tab, True)]


def _open(tab: ReportsTab, person: Person) -> None:
    match tab:
        case ReportsTab.MONTHLY:
            show_monthly(person)
        case ReportsTab.UPGRADES:
            show_upgrades(person)
        case ReportsTab.RECOMMENDATIONS:
            show_recommendations(person)
        case ReportsTab.REVIEWS:
            show_reviews(person)
        case ReportsTab.MONDAY:
            show_monday(person)


main()
