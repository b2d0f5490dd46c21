"""The verification sheet of one Pendamping, for a week or a month, as a paper."""

from datetime import date, timedelta

import streamlit as st

from db.blitar.visiting.presence import verification_sheet_of
from documents.blitar.visiting.verification_sheet import verification_sheet
from domain.blitar.staffing.assignments import Service
from domain.dates import add_months, indonesian_date
from domain.roles import Person
from domain.working_days import monday_of
from pages.blitar.printing import printing_of
from pages.parts.day_field import day_looked_at
from pages.parts.store import database, today
from pages.parts.text import plain

_WEEK, _MONTH = "Sepekan", "Sebulan"
_SIX, _ONE = timedelta(days=6), timedelta(days=1)


def show_printing(person: Person, mentor: Service) -> None:
    """Show the choice of a week or a month, and the button that prints it."""
    with st.expander("Lembar verifikasi (PDF)", icon=":material/print:"):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            span = st.segmented_control(
                "Untuk", [_WEEK, _MONTH], default=_WEEK, required=True, key="lembar-untuk"
            )
            day = day_looked_at("yang memuat tanggal", "lembar-hari", today())
        first, last = _span(span == _MONTH, day)
        st.caption(f"{plain(mentor.name)}, {indonesian_date(first)} sampai {indonesian_date(last)}.")
        st.download_button(
            "Cetak lembar verifikasi",
            data=lambda: _printed(person, mentor, first, last),
            file_name=f"lembar-verifikasi-{mentor.mentor_id}-{first}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:",
        )


def _span(is_month: bool, day: date) -> tuple[date, date]:
    if is_month:
        first = day.replace(day=1)
        return first, add_months(first, 1) - _ONE
    return monday_of(day), monday_of(day) + _SIX


def _printed(person: Person, mentor: Service, first: date, last: date) -> bytes:
    with database().read() as session:
        told = verification_sheet_of(session, person, mentor.mentor_id, first, last)
    printing = printing_of(person, today())
    return verification_sheet(told, printing)
