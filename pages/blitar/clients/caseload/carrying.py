"""What each Pendamping carries, beside what they visited this month; a row shows their binaan."""

import pandas as pd
import streamlit as st

from db.blitar.caseload.load import Load, average_load, loads
from domain.blitar.caseload.attention import days_without_visit
from domain.blitar.staffing.measures import printed
from domain.dates import indonesian_date
from domain.money import number
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.caseload.address_choices import MENTOR, VIEW, put, put_alone
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.store import database

_ROW, _HEAD = 35, 38
_BAR = "Perbandingan"


def show_loads(person: Person, law: LawInForce) -> None:
    """Show everybody, who carries most first."""
    with database().read() as session:
        found = loads(session, person, law)
    if not found:
        st.info("Belum ada Pendamping yang bertugas. Penetapannya ada di halaman Pendamping.")
        return
    serving = [one for one in found if one.is_serving]
    average = average_load(serving)
    told = f" rata-rata {printed(average)} binaan; teks tidak memberi batasnya" if average is not None else ""
    st.caption(
        f"{number(len(serving))} Pendamping bertugas,{told}. Dihitung kunjungan yang terkirim atau "
        "diverifikasi. Ketuk satu baris untuk melihat binaannya."
    )
    chosen = st.dataframe(
        pd.DataFrame([_line(one, law) for one in found]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key="binaan-beban",
        height=_HEAD + _ROW * len(found),
        column_config={
            _BAR: st.column_config.ProgressColumn(
                min_value=0, max_value=max(one.clients for one in found) or 1, format=" ", width="small"
            )
        },
    )
    if one := opened_row(chosen, found):
        put(**{VIEW: None})
        put_alone(**{MENTOR: str(one.mentor_id)})
        st.rerun()


def _line(one: Load, law: LawInForce) -> dict[str, object]:
    return {
        "Pendamping": one.name if one.is_serving else f"{one.name} (tidak bertugas)",
        "Binaan": one.clients,
        _BAR: one.clients,
        "Koperasi": one.cooperatives,
        "Usaha mikro": one.businesses,
        f"Tanpa kunjungan > {days_without_visit(law)} hari": one.need_visit,
        "Kunjungan bulan ini": one.visits,
        "Binaan dikunjungi bulan ini": one.visited_clients,
        "Kunjungan terakhir": indonesian_date(one.last_visit_on) if one.last_visit_on else "belum pernah",
    }
