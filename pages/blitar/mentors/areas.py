"""Who has which of the 22 kecamatan today, gaps first; giving one, and ending an assignment (Pasal 11(2))."""

import pandas as pd
import streamlit as st

from db.blitar.caseload.districts_cared_for import clients_held, figures_by_district
from domain.blitar.instruments import at
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.coverage import Cover, DistrictCoverage, coverage_on
from domain.dates import indonesian_date
from domain.programme import may
from domain.regions.regions import district
from domain.roles import Person
from pages.blitar.mentors.area_forms import WANTED, show_area_forms
from pages.blitar.mentors.register import Register
from pages.blitar.mentors.spreading import show_spreading
from pages.blitar.screen_tabs import VIEW, MentorsTab
from pages.parts.store import database, today

_ROW, _HEAD = 35, 38


def open_at_district() -> None:
    """Open this tab where the address names a kecamatan, as the link from Cakupan does."""
    code = st.query_params.pop("kecamatan", None)
    if code and district(code):
        st.session_state[WANTED], st.session_state[VIEW] = code, MentorsTab.AREAS


def show_areas(person: Person, register: Register) -> None:
    """Show the table, and to the Fasilitator the forms (first where a kecamatan is asked for) and more."""
    deployed = register.deployment
    with database().read() as session:
        figures = figures_by_district(session, person)
        held = clients_held(session, person)
    load = {code: figure.clients for code, figure in figures.items()}
    manages, wanted = may(person, BlitarPermission.MANAGE_STAFF, BLITAR), WANTED in st.session_state
    if manages and wanted:
        show_area_forms(person, register)
    found = coverage_on(today(), deployed.services, deployed.assignments)
    covered = sum(one.is_covered for one in found)
    st.markdown(
        f"**{covered} dari {len(found)} kecamatan** punya Pendamping pada {indonesian_date(today())} "
        f"({at('11(2)').place}); yang kosong paling atas, yang terlama menunggu lebih dahulu."
    )
    st.dataframe(
        pd.DataFrame([_line(one, load.get(one.district.code, 0)) for one in found]),
        hide_index=True,
        height=_HEAD + _ROW * len(found),
    )
    if manages and not wanted:
        show_area_forms(person, register)
    if manages:
        show_spreading(person, register, load, held)


def _line(one: DistrictCoverage, clients: int) -> dict[str, object]:
    return {
        "Kecamatan": one.district.name,
        "Pendamping": ", ".join(cover.service.name for cover in one.covers) or "✕ tidak ada",
        "Sejak / sampai": "; ".join(map(_when, one.covers)) or _since(one),
        "Binaan di kecamatan": clients,
    }


def _when(cover: Cover) -> str:
    first, last = cover.assignment.starts_on, cover.assignment.last_day(cover.service)
    kind = "sementara, " if cover.assignment.temporary else ""
    return f"{kind}sejak {indonesian_date(first)} sampai {indonesian_date(last)}"


def _since(one: DistrictCoverage) -> str:
    if one.uncovered_since is None:
        return "kosong sejak awal: belum pernah ada penugasan"
    return f"kosong sejak {indonesian_date(one.uncovered_since)}"
