"""The week counter: days met at the Dinas and in the field against 2 + 3 (Pasal 7 huruf m)."""

from datetime import date, timedelta

import streamlit as st

from db.blitar.visiting.presence import presence
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.presence import CAUTION, RULE, WeekPresence
from domain.dates import add_months, indonesian_date
from domain.roles import Person
from pages.parts.store import database, today

_FRIDAY, _DAY = timedelta(days=4), timedelta(days=1)


def show_weeks(person: Person, mentor: Service, month: date | None) -> None:
    """Show this week of a Pendamping, or every week of a month."""
    first = month or today()
    last = add_months(month, 1) - _DAY if month else today()
    with database().read() as session:
        weeks = presence(session, person, mentor.mentor_id, first, min(last, today()) if month else last)
    for week in weeks:
        st.markdown(week_in_words(week))
    st.caption(f"{RULE.place}: 2 hari di kantor, 3 hari di lapangan. {CAUTION}")


def week_in_words(week: WeekPresence) -> str:
    """One week in a line, with a sign."""
    sign = "✔" if week.is_reached else "…"
    span = f"{indonesian_date(week.monday)} sampai {indonesian_date(week.monday + _FRIDAY)}"
    return f"{sign} Pekan {span}: **{week.in_words}**"
