"""The decree of an appointment: printed as a draft to be signed, and as it goes out."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from documents.blitar.staffing.appointment_decree import appointment_decree
from domain.blitar.appointment import Appointment
from domain.blitar.staffing.staff_papers import AppointmentDecree
from domain.roles import Person
from pages.blitar.printing import printing_of
from pages.parts.store import today


def offer_decree(person: Person, told: AppointmentDecree) -> None:
    """Offer the decree as a draft, over what stands in the form."""
    printing = printing_of(person, today(), of=told.appointment.appointed_on)
    st.download_button(
        "Cetak konsep keputusan",
        data=lambda: appointment_decree(told, printing, signed=False),
        file_name="konsep-keputusan-penetapan.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
        key="cetak-konsep-penetapan",
    )


def decree_printed(person: Person, told: Appointment) -> Callable[[AppointmentDecree], bytes]:
    """How the decree is drawn as it goes out."""
    printing = printing_of(person, today(), of=told.appointed_on)
    return partial(appointment_decree, printing=printing, signed=True, kept=True)
