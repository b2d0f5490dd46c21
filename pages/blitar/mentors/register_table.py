"""The register as a table: who serves by which decree until when, where, with how many binaan."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from db.blitar.staffing.staff import StoredStaff
from domain.blitar.instruments import at
from domain.blitar.staffing.service_state import ServiceState, state_in_words, state_of
from domain.dates import indonesian_date
from pages.blitar.mentors.register import Register, name_of
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.signs import LATE
from pages.parts.store import today

_SIGNS = {
    ServiceState.COMING: "…",
    ServiceState.SERVING: "✔",
    ServiceState.ENDING: LATE,
    ServiceState.ENDED: "✕",
}
_ORDER = list(ServiceState)
_ROW, _HEAD = 35, 38


def show_register(register: Register) -> None:
    """Show everybody, those in service first; a row opens the person."""
    for title, people, place in (
        ("Pendamping", register.mentors, at("11(1)").place),
        ("Fasilitator", register.facilitators, at("5(1)").place),
    ):
        serving = sum(one.service.is_on(today()) for one in people)
        st.subheader(f"{title}: {serving} bertugas", anchor=False)
        st.caption(f"Ditetapkan dengan Keputusan Kepala Dinas ({place}). Ketuk satu baris untuk membukanya.")
        if people:
            _table(title, _sorted(people, register), register)
        else:
            st.info(f"Belum ada {title} yang ditetapkan.")


def state_badge(one: StoredStaff, register: Register) -> str:
    """The state of somebody's service in words, with its sign."""
    state = state_of(one.service, register.law)
    return f"{_SIGNS[state]} {state.label}"


def _sorted(people: Sequence[StoredStaff], register: Register) -> list[StoredStaff]:
    return sorted(people, key=lambda one: _place(one, register))


def _place(one: StoredStaff, register: Register) -> tuple[int, date, str]:
    return _ORDER.index(state_of(one.service, register.law)), one.service.last_day, one.name


def _table(title: str, people: Sequence[StoredStaff], register: Register) -> None:
    chosen = st.dataframe(
        pd.DataFrame([_line(one, register) for one in people]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key=f"daftar-{title}",
        height=min(_HEAD + _ROW * len(people), 860),
        column_config={
            "Binaan dipegang": st.column_config.NumberColumn(width="small"),
            "Kecamatan": st.column_config.TextColumn(width=170),
        },
    )
    if one := opened_row(chosen, people):
        st.query_params["orang"] = str(one.id)
        st.rerun()


def _line(one: StoredStaff, register: Register) -> dict[str, object]:
    is_mentor = one in register.mentors
    areas = register.areas(one.id, today()) if is_mentor else ()
    names = [name_of(area.district_code) + (" (sementara)" if area.temporary else "") for area in areas]
    line = {
        "Nama": one.name,
        "Keadaan": state_badge(one, register),
        "Masa tugas": state_in_words(one.service, today()),
        "Kecamatan": ", ".join(names) or "–",
        "Binaan dipegang": one.clients,
        "Bimtek": str(len(register.trainings.get(one.id, ()))),
        "Keputusan": f"{one.decree}, {indonesian_date(one.service.appointed_on)}",
        "Kontrak sampai": indonesian_date(one.service.contract_until),
    }
    if not is_mentor:
        for column in ("Kecamatan", "Binaan dipegang", "Bimtek"):
            del line[column]
    return line
