"""The list as a workbook: masked numbers unless somebody who may ticks whole ones; the trail keeps who."""

import streamlit as st

from db.blitar.caseload.client_export import MOST_EXPORTED, export_clients
from db.blitar.caseload.client_filters import ClientFilter
from db.blitar.caseload.explorer import ClientSort
from db.engine import Database
from documents.blitar.caseload.client_workbook import Taken, client_workbook
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.money import number
from domain.programme import may
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.parts.store import database, is_demo_database, now

_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer_workbook(
    person: Person, wanted: ClientFilter, told: str, sort: ClientSort, law: LawInForce, *, count: int
) -> None:
    """Offer every binaan that is left as XLSX."""
    label, icon = "Unduh Excel", ":material/download:"
    with st.popover(label, icon=icon, type="tertiary", disabled=not count, key="unduh"):
        st.caption(
            f"{number(count)} binaan menurut saringan ini. Siapa yang mengunduh, kapan, dan dengan saringan "
            "apa tercatat dalam jejak perubahan."
        )
        if count > MOST_EXPORTED:
            st.warning(
                f"Paling banyak {number(MOST_EXPORTED)} binaan sekali unduh. Persempit saringannya dahulu."
            )
            return
        whole = may(person, BlitarPermission.REVEAL_CLIENT_IDENTITY, BLITAR) and st.checkbox(
            "Dengan NIK lengkap", key="nik-lengkap", help="Tanpa centang, NIK disamarkan: 3505**********12."
        )
        store, demo = database(), is_demo_database()
        st.download_button(
            "Unduh daftar binaan",
            data=lambda: _made(store, person, wanted, told, sort, law, whole=whole, demo=demo),
            file_name=f"binaan-{law.day}.xlsx",
            mime=_MIME,
            on_click="ignore",
            icon=":material/table_view:",
            type="primary",
        )


def _made(
    store: Database,
    person: Person,
    wanted: ClientFilter,
    told: str,
    sort: ClientSort,
    law: LawInForce,
    *,
    whole: bool,
    demo: bool,
) -> bytes:
    at = now()
    with store.write() as session:
        found = export_clients(
            session, person, wanted, law, sort=sort, whole_numbers=whole, told=told[:300], at=at
        )
    return client_workbook(found, Taken(told=told, at=at, by=person.name, whole_numbers=whole, demo=demo))
