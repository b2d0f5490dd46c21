"""The review of a Fasilitator's nine tasks, month by month (Pasal 15 ayat (2), Pasal 5 ayat (3))."""

from datetime import date

import streamlit as st

from db.blitar.reporting.deeds import done_by
from db.blitar.reporting.reviews import FacilitatorMonth, reviews
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.facilitator_review import NO_SCALE, REVIEWED
from domain.blitar.reporting.report import month_of
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_month
from domain.programme import may
from domain.roles import Person
from pages.blitar.reports.review.review_choice import ask_facilitator, ask_month
from pages.blitar.reports.review.review_form import show_form
from pages.blitar.reports.review.review_versions import show_versions
from pages.blitar.reports.review.tasks_seen import show_reading
from pages.parts.places import place_link
from pages.parts.store import database, today
from pages.parts.text import plain, shortened


def show_reviews(person: Person) -> None:
    """Show a month of a Fasilitator: to the Kepala Dinas as a form, to the Fasilitator to read."""
    st.caption(f"Kepala Dinas memantau dan mengevaluasi kinerja Fasilitator ({REVIEWED.place}). {NO_SCALE}")
    place_link(BLITAR, REVIEWED.short, f"Baca {REVIEWED.place}", key="kinerja-dasar")
    month = ask_month()
    with database().read() as session:
        found = reviews(session, person, month)
    reviewing = may(person, BlitarPermission.REVIEW_FACILITATORS, BLITAR)
    if not found:
        _nobody(month, reviewing=reviewing)
        return
    chosen = ask_facilitator(found)
    if chosen is not None:
        _month_of(person, chosen, month, reviewing=reviewing)


def _nobody(month: date, *, reviewing: bool) -> None:
    whom = "Tidak ada Fasilitator yang bertugas" if reviewing else "Anda tidak bertugas sebagai Fasilitator"
    st.info(f"{whom} pada {indonesian_month(month)}. Pilih bulan lain.")


def _month_of(person: Person, chosen: FacilitatorMonth, month: date, *, reviewing: bool) -> None:
    service = chosen.service
    with database().read() as session:
        deeds = done_by(session, person, service.mentor_id, month)
    st.subheader(f"{plain(shortened(service.name, 80))}, {indonesian_month(month)}", anchor=False)
    if month == month_of(today()):
        st.caption("Bulan ini belum selesai; yang tercatat masih dapat bertambah.")
    show_versions(person, chosen, deeds)
    if reviewing and not chosen.is_own:
        show_form(person, chosen, deeds)
    else:
        show_reading(chosen, deeds)
