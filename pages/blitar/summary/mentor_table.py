"""Which Pendamping does most and least in a month, beside what each carries; no score, no order."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from db.blitar.caseload.deeds_by_mentor import deeds_by_mentor
from domain.blitar.mentor_deeds import MentorDeeds, most_and_least
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_month, months_up_to
from domain.programme import may
from domain.roles import Person
from pages.parts.store import database
from pages.parts.text import plain

_MONTHS = 12
_ROW, _HEAD = 35, 38


def show_mentors(person: Person, day: date) -> None:
    """Show a month in words and as a table; names only to who reads the register of Pendamping."""
    months = list(reversed(months_up_to(day, _MONTHS)))
    month = st.selectbox("Bulan", months, format_func=indonesian_month, key="pendamping-bulan", width=220)
    with database().read() as session:
        found = deeds_by_mentor(session, person, month, day)
    if not found:
        st.info("Belum ada Pendamping yang bertugas pada bulan itu.")
        return
    for sentence in most_and_least(found):
        st.markdown(f"{plain(sentence)}.")
    named = may(person, BlitarPermission.READ_STAFF, BLITAR)
    st.dataframe(_table(found, named=named), hide_index=True, height=_HEAD + _ROW * min(len(found), 25))
    st.caption(
        "Menurut kecamatan yang dilayani hari ini, tanpa nilai dan tanpa peringkat: jumlah binaan, jarak, "
        "dan lama bertugas berbeda. Kunjungan yang terkirim atau diverifikasi; tindak lanjut dihitung pada "
        "Pendamping yang menyepakatinya, menurut kunjungan yang diverifikasi; binaan dan yang naik menurut "
        f"keadaan hari ini. Dasar: {plain('Pasal 12')}."
    )


def _table(found: Sequence[MentorDeeds], *, named: bool) -> pd.DataFrame:
    rows = []
    for one in found:
        row: dict[str, object] = {"Kecamatan": one.area}
        if named:
            row["Pendamping"] = one.name
        rows.append(
            row
            | {
                "Binaan": one.clients,
                "Kunjungan": one.visits,
                "Binaan dikunjungi": one.visited,
                "Tindak lanjut selesai": one.done,
                "Binaan naik (kini)": one.moved,
            }
        )
    return pd.DataFrame(rows)
