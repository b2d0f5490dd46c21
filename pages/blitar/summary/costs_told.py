"""What the mentoring costs: budget, spending, and for each binaan and visit; said where it is not entered."""

from datetime import date

import streamlit as st

from db.blitar.reporting.costs import costs
from db.office.practice import law_of
from domain.blitar.costs import Entered
from domain.blitar.instruments import at
from domain.blitar.programme import BLITAR
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.programme import may
from domain.roles import OfficePermission, Person
from pages.parts.office_screens import LEGAL_BASIS
from pages.parts.places import PROGRAM
from pages.parts.store import database
from pages.parts.text import plain

_NOT_ENTERED = "belum diisi"


def show_costs(person: Person, day: date) -> None:
    """Show the four figures with what they rest on, and where they are entered."""
    with database().read() as session:
        law = law_of(session, BLITAR, day)
        found = costs(session, person, law)
    with st.grid("auto", min_column_width=200, gap="small"):
        st.metric(f"Pagu DPA {day.year}", _told(found.budget), border=True)
        st.metric("Realisasi", _told(found.spent), border=True)
        st.metric("Biaya per binaan", _amount(found.per_client), border=True)
        st.metric("Biaya per kunjungan", _amount(found.per_visit), border=True)
    if found.rests_on:
        st.caption(plain(f"Dihitung dari {found.rests_on}."))
    for name, entered in (("Pagu", found.budget), ("Realisasi", found.spent)):
        if entered is not None:
            st.caption(f"{name} menurut ketetapan kantor per {indonesian_date(entered.on)}.")
    st.caption(
        f"Dasar: {at('14').place}. Pagu dan realisasi diisi kantor sebagai ketetapan bertanggal: "
        "administrator mengusulkan, Kepala Dinas menyetujui; tanggal berlakunya adalah hari keadaan angkanya."
    )
    if may(person, OfficePermission.PROPOSE_SETTINGS, BLITAR):
        st.page_link(
            LEGAL_BASIS,
            label="Isi pagu dan realisasi di Dasar hukum",
            icon=":material/edit:",
            query_params={"bagian": "Ketetapan kantor", PROGRAM: BLITAR.key},
        )


def _told(entered: Entered | None) -> str:
    return _amount(None if entered is None else entered.amount)


def _amount(amount: int | None) -> str:
    return _NOT_ENTERED if amount is None else rupiah(amount)
