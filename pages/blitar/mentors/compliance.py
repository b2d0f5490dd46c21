"""How each Pendamping's plans of a month keep to two office days and three field days."""

from calendar import monthrange
from datetime import date

import pandas as pd
import streamlit as st
from babel.dates import format_date

from db.blitar.staffing.week_plans import week_plans
from domain.blitar.staffing.work_week import PLACE, Compliance, compliance_in
from domain.roles import Person
from pages.blitar.mentors.register import Register
from pages.parts.store import database, today

_ROW, _HEAD = 35, 38


def show_compliance(person: Person, register: Register, monday: date) -> None:
    """Show the month to which the week belongs."""
    last = monday.replace(day=monthrange(monday.year, monday.month)[1])
    with database().read() as session:
        plans = [plan for plan, _ in week_plans(session, person, monday.replace(day=1), last)]
    services = [one.service for one in register.mentors]
    found = compliance_in(monday.year, monday.month, plans, services, until=today())
    names = {one.mentor_id: one.name for one in services}
    month = format_date(monday, "MMMM y", locale="id")
    with st.expander(f"Kepatuhan jadwal {month} ({PLACE.place})", icon=":material/checklist:"):
        st.caption("Minggu dihitung ke bulan hari Seninnya, hanya yang sudah mulai dan selama ia bertugas.")
        if not found:
            st.info("Belum ada minggu yang dihitung pada bulan ini.")
            return
        lines = [_line(names[mentor], one) for mentor, one in found.items()]
        lines.sort(key=lambda line: line["Pendamping"])
        st.dataframe(pd.DataFrame(lines), hide_index=True, height=_HEAD + _ROW * len(lines))


def _line(name: str, one: Compliance) -> dict[str, str]:
    return {
        "Pendamping": name,
        "Berjadwal": f"{one.planned} dari {one.weeks} minggu",
        "Memenuhi 2 + 3": f"{one.kept} dari {one.weeks} minggu",
        "": "✔"
        if one.kept == one.weeks
        else ("… belum lengkap" if one.planned < one.weeks else "⚠ kurang hari"),
    }
