"""Where money of a closed month is booked, said in the form in which it is written down."""

from datetime import date

import streamlit as st

from db.sampang.treasury.closing import closed_until
from domain.roles import Person
from domain.sampang.fund.closed_months import said_of_closed
from pages.parts.store import database
from pages.parts.text import plain


def say_booking_day(person: Person, on: date | None) -> None:
    """Say on which day money of a closed month is booked; nothing for a day of an open one."""
    with database().read() as session:
        until = closed_until(session, person)
    # Always a place, so that the fields below it stay where they are.
    with st.container():
        if told := said_of_closed(until, on):
            st.info(plain(told))
