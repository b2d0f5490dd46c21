"""Ringkasan Senin: what waits for a Fasilitator this week, on one screen and one paper."""

import pandas as pd
import streamlit as st

from db.blitar.reporting.monday import monday_digest
from db.office.practice import law_of
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.digest import NO_SCORE, DigestPart, MondayDigest
from domain.dates import indonesian_date
from domain.money import number
from domain.roles import Person
from pages.blitar.printing import printing_of
from pages.parts.store import database, today
from pages.parts.text import plain

_ROW, _HEAD = 35, 38


def show_monday(person: Person) -> None:
    """Show the figures, what needs attention, each Pendamping's week, and the paper."""
    with database().read() as session:
        told = monday_digest(session, person, law_of(session, BLITAR, today()))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"**{number(told.to_verify)}** menunggu verifikasi Anda · **{number(told.visits_last_week)}** "
            f"kunjungan pekan lalu · **{number(told.unplanned)}** dari {number(len(told.mentors))} "
            "Pendamping belum berjadwal pekan ini",
            width="stretch",
        )
        _print(person, told)
    with st.grid("auto", min_column_width=300, gap="small"):
        for part in told.parts:
            if part.count:
                _part(part)
    if not any(part.count for part in told.parts):
        st.success("✔ Tidak ada yang menunggu.")
    _mentors(told)


def _part(part: DigestPart) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.markdown(f"**{part.label}: {number(part.count)}**")
        st.markdown("\n".join(f"- {plain(one)}" for one in part.first))
        if part.more:
            st.caption(f"dan {number(part.more)} lagi pada layar Binaan")


def _mentors(told: MondayDigest) -> None:
    st.subheader(f"Pendamping, pekan mulai {indonesian_date(told.monday)}", anchor=False)
    if not told.mentors:
        st.info("Belum ada Pendamping yang bertugas. Penetapannya ada di halaman Pendamping.")
        return
    st.dataframe(
        pd.DataFrame(
            {
                "Pendamping": one.name,
                "Perlu dikunjungi": one.need_visit,
                "Kunjungan pekan lalu": one.visits_last_week,
                "Jadwal pekan ini": "ada" if one.is_planned else "belum ada",
                "Binaan": one.clients,
            }
            for one in told.mentors
        ),
        hide_index=True,
        height=_HEAD + _ROW * len(told.mentors),
    )
    st.caption(NO_SCORE)


def _print(person: Person, told: MondayDigest) -> None:
    st.download_button(
        "Cetak",
        data=lambda: _paper(person, told),
        file_name=f"ringkasan-senin-{told.day}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
    )


def _paper(person: Person, told: MondayDigest) -> bytes:
    from documents.blitar.reporting.monday_sheet import monday_sheet

    printing = printing_of(person, told.day)
    return monday_sheet(told, printing)
