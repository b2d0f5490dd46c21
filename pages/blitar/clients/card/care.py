"""In whose care a new binaan comes: a Pendamping their own, a Fasilitator whom they choose."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from db.blitar.staffing.assignments import deployment
from db.blitar.staffing.staff import staff
from domain.blitar.instruments import at
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.coverage import coverage_on
from domain.programme import may
from domain.roles import Person
from pages.parts.fields import Form
from pages.parts.store import database, today
from pages.parts.text import plain


@dataclass(frozen=True, slots=True)
class Carers:
    """The Pendamping on duty whom the person may choose, and who covers each kecamatan today."""

    names: dict[int, str]
    by_district: dict[str, int]


def carers_for(person: Person, day: date) -> Carers:
    """Read them; for a Pendamping only themself."""
    with database().read() as session:
        mentors, deployed = staff(session, person), deployment(session, person)
    serving = [one for one in mentors if one.service.is_on(day)]
    if not may(person, BlitarPermission.HAND_OVER_CLIENTS, BLITAR):
        serving = [one for one in serving if one.person_id == person.id]
    covered = coverage_on(day, deployed.services, deployed.assignments)
    by_district = {one.district.code: one.covers[0].service.mentor_id for one in covered if one.covers}
    return Carers({one.id: one.name for one in serving}, by_district)


def read_care(form: Form, person: Person, district_code: str | None) -> tuple[int | None, date | None]:
    """Ask who mentors the binaan and since when; the one who covers the kecamatan stands first."""
    carers = carers_for(person, today())
    since = form.day("since", "Didampingi sejak")
    if not may(person, BlitarPermission.HAND_OVER_CLIENTS, BLITAR):
        own = next(iter(carers.names), None)
        told = plain(carers.names[own]) if own is not None else "belum ada"
        st.markdown(f"Pendamping: **{told}** (binaan Anda sendiri)")
        return own, since
    covering = carers.by_district.get(district_code or "")
    key = f"mentor:{district_code}"  # another kecamatan begins with its own Pendamping
    form.start = {**form.start, key: str(covering) if covering in carers.names else None}
    chosen = form.code(key, "Pendamping", {str(number): name for number, name in carers.names.items()})
    if district_code and covering is None:
        st.caption(f"Kecamatan ini belum ada Pendampingnya ({at('11(2)').place}); boleh dikosongkan dahulu.")
    elif chosen and int(chosen) != covering and district_code:
        st.caption("Bukan Pendamping yang bertugas di kecamatan ini; pastikan memang demikian.")
    return (int(chosen) if chosen else None), since
