"""What the store knows of the people on the form: their loans, files like this one, the red list."""

import streamlit as st

from db.sampang.applications.look_alikes import look_alikes
from db.sampang.applications.own_loans import own_loans
from db.sampang.applications.still_running import still_running
from db.sampang.servicing.red_listed import red_listed
from domain.roles import Person
from domain.sampang.application import Applicant, LoanApplication
from domain.sampang.own_loans import OwnLoan
from domain.sampang.still_running import StillRunning
from pages.parts.store import database
from pages.sampang.red_list_finding import show_red_listed
from pages.sampang.resembling import show_look_alikes


def loans_in_books(person: Person, applicant: Applicant, except_id: int | None) -> tuple[OwnLoan, ...]:
    """The loans of the applicant in our books."""
    with database().read() as session:
        return own_loans(session, person, applicant, except_id)


def running_in_books(person: Person, applicant: Applicant, except_id: int | None) -> tuple[StillRunning, ...]:
    """The unpaid loans and open applications of the applicant."""
    with database().read() as session:
        return still_running(session, person, [applicant], except_id).get(0, ())


def point_out_look_alikes(person: Person, told: LoanApplication, except_id: int | None) -> None:
    """Show who may be the same, and who is on the red list; a person looks, nothing is merged or blocked."""
    with database().read() as session:
        found = look_alikes(session, person, told.applicant, except_id)
        listed = red_listed(session, person, told.applicant)
    show_red_listed(listed, told.on_red_list)
    if found:
        with st.container(border=True):
            st.markdown("**Mungkin orang atau usaha yang sama** — periksa dahulu; tidak digabung otomatis.")
            show_look_alikes(found)
