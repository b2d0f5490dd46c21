"""The rows behind a number, just below where the number stands."""

from math import ceil

import pandas as pd
import streamlit as st

from db.blitar.reporting.rows_behind import PAGE, rows_behind
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.behind import Behind, Number, Row, Rows
from domain.blitar.reporting.report_words import amount_of
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_date
from domain.money import number
from domain.programme import may
from pages.blitar.reports.monthly.report_page import Page
from pages.blitar.reports.monthly.report_places import close_rows, open_rows_of, opened_rows
from pages.blitar.screens import CLIENTS, VISITS
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.store import database, today
from pages.parts.text import plain

_ROW, _HEAD = 35, 38
_OF_MENTOR = (Number.MENTOR, Number.MENTOR_CLIENTS)


def show_open(page: Page, *numbers: Behind) -> None:
    """Show the rows that are open, when they belong to one of these numbers."""
    what = opened_rows()
    if what is None or what not in numbers:
        return
    key = f"laporan-hal:{page.month}:{what.address}"
    place = st.session_state.get(key, 1)
    with database().read() as session:
        found = rows_behind(session, page.person, page.month, what, day=today(), page=place)
    with st.container(border=True, gap="small"):
        st.markdown(f"**{plain(_title(page, what))}: {number(found.total)} baris**")
        _notes(page, what, found)
        _table(page, found, f"{key}:{place}")
        if (pages := ceil(found.total / PAGE)) > 1:
            st.pagination(pages, key=key, max_visible_pages=5)
        with st.container(horizontal=True, gap="small"):
            _turn(page, what)
            st.button(
                "Tutup baris", on_click=close_rows, key=f"tutup:{what.address}", icon=":material/close:"
            )


def _title(page: Page, what: Behind) -> str:
    if what.number in _OF_MENTOR:
        names = {str(one.staff_id): one.name for one in page.figures.mentors}
        return f"{what.label} {names.get(what.key, '')}"
    return what.label


def _notes(page: Page, what: Behind, found: Rows) -> None:
    told = amount_of(page.figures, what)
    if found.own_only:
        st.caption(f"Dari {number(told)} dalam laporan, yang tampak hanya kunjungan dan binaan Anda sendiri.")
    elif found.total != told:
        st.caption(
            f"Laporan yang terkirim mencatat {number(told)}; data sesudahnya berubah, sekarang "
            f"{number(found.total)}."
        )


def _table(page: Page, found: Rows, key: str) -> None:
    if not found.rows:
        st.caption("Tidak ada baris.")
        return
    chosen = st.dataframe(
        pd.DataFrame([_line(row) for row in found.rows]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key=key,
        height=_HEAD + _ROW * min(len(found.rows), 12),
        column_config={
            "Binaan": st.column_config.TextColumn(width=170),
            "Isi": st.column_config.TextColumn(width="large"),
        },
    )
    st.caption("Ketuk satu baris untuk membukanya.")
    if one := opened_row(chosen, found.rows):
        _go(page, one)


def _go(page: Page, row: Row) -> None:
    if row.visit_id is not None and may(page.person, BlitarPermission.RECORD_VISITS, BLITAR):
        st.switch_page(VISITS, query_params={"kunjungan": str(row.visit_id)})
    st.switch_page(CLIENTS, query_params={"binaan": str(row.client_id)})


def _turn(page: Page, what: Behind) -> None:
    """From the visits of a Pendamping to the binaan, and back."""
    if what.number not in _OF_MENTOR:
        return
    other = Number.MENTOR_CLIENTS if what.number is Number.MENTOR else Number.MENTOR
    to = Behind(other, what.key)
    words = "binaan pada akhir bulan" if other is Number.MENTOR_CLIENTS else "kunjungan"
    label = f"Lihat {number(amount_of(page.figures, to))} {words}"
    st.button(label, on_click=open_rows_of, args=(to,), key=f"putar:{to.address}")


def _line(row: Row) -> dict[str, str]:
    return {
        "Tanggal": indonesian_date(row.on),
        "Binaan": row.client_name,
        "Pendamping": row.mentor_name or "belum ada",
        "Isi": row.told,
        "Nomor": row.client_number,
    }
