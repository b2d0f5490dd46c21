"""The bank's files: a place to bring one, the newest ones, and one that is opened."""

from math import ceil

import pandas as pd
import streamlit as st

from db.refusals import Refused
from db.sampang.bank_files.bank_file_lists import StoredBankFile, bank_files
from domain.dates import indonesian_date, indonesian_moment
from domain.money import number
from domain.programme import may
from domain.roles import Person
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.store import database
from pages.parts.text import number_in_address, plain
from pages.sampang.bank_files.bringing import show_bringing
from pages.sampang.bank_files.opened_bank_file import FILE, show_bank_file

PAGE_SIZE = 10
_PAGE = "berkas-bank-halaman"


def show_bank_files(person: Person) -> None:
    """Show the opened file, or the place for a new one and the list."""
    chosen = number_in_address(st.query_params.get(FILE, ""))
    if chosen is not None:
        try:
            show_bank_file(person, chosen)
        except Refused as refusal:
            st.error(plain(refusal.sentence))
        return
    if may(person, SampangPermission.UPLOAD_BANK_FILES, SAMPANG):
        show_bringing(person)
    _list(person)


def _list(person: Person) -> None:
    page = st.session_state.get(_PAGE, 1)
    with database().read() as session:
        files, total = bank_files(session, person, page=page, page_size=PAGE_SIZE)
    if not files:
        st.info("Belum ada berkas bank. Yang pertama menentukan sejak kapan data bank dihitung.")
        return
    st.caption(f"{number(total)} berkas, terbaru di atas. Ketuk satu baris untuk membukanya.")
    chosen = st.dataframe(
        pd.DataFrame([_line(one) for one in files]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key=f"berkas-bank-tabel-{page}",
    )
    if one := opened_row(chosen, files):
        st.query_params[FILE] = str(one.id)
        st.rerun()
    if total > PAGE_SIZE:
        st.pagination(ceil(total / PAGE_SIZE), key=_PAGE)


def _line(one: StoredBankFile) -> dict[str, str]:
    waiting = one.count(RowState.WAITING) - one.count(RowState.WAITING, RowKind.DUPLICATE)
    return {
        "Data": f"{indonesian_date(one.first)} – {indonesian_date(one.last)}",
        "Berkas": one.name,
        "Masuk": f"{indonesian_moment(one.at)}, {one.by}",
        "Baris": number(one.rows),
        "Dibukukan": number(one.count(RowState.POSTED)),
        "Menunggu": number(waiting),
        "Keadaan": "sudah dibukukan" if one.accepted_at else "belum dibukukan",
    }
