"""One bank file: how many rows stand where, the rows of one kind a page at a time, and what to do."""

from functools import partial
from math import ceil
from typing import Final

import pandas as pd
import streamlit as st

from db.sampang.bank_files.bank_file_lists import StoredBankFile, StoredBankRow, bank_file, bank_rows
from domain.dates import indonesian_date, indonesian_moment
from domain.money import number, rupiah
from domain.programme import may
from domain.roles import Person
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.address import pills
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.store import database
from pages.parts.text import plain
from pages.sampang.bank_files.bank_papers import show_papers
from pages.sampang.bank_files.booking_rows import show_booking
from pages.sampang.bank_files.deciding_row import show_deciding

FILE: Final = "berkas"
PAGE_SIZE: Final = 25
_GROUP = "baris"


def show_bank_file(person: Person, file_id: int) -> None:
    """Show the file, what of it can be booked, its papers, and its rows by kind."""
    with database().read() as session:
        file = bank_file(session, person, file_id)
    st.button("Semua berkas", icon=":material/arrow_back:", on_click=_close, type="tertiary")
    st.subheader(
        plain(f"{file.bank}, {indonesian_date(file.first)} – {indonesian_date(file.last)}"), anchor=False
    )
    accepted = ""
    if file.accepted_at is not None:
        accepted = f" · dibukukan {indonesian_moment(file.accepted_at)}, {file.accepted_by}"
    st.caption(
        plain(f"{file.name} · {number(file.rows)} baris · masuk {indonesian_moment(file.at)}, {file.by}")
        + plain(accepted)
    )
    show_booking(person, file)
    show_papers(person, file)
    _groups(person, file)


def _groups(person: Person, file: StoredBankFile) -> None:
    groups = {
        **{str(kind): (RowState.WAITING, kind) for kind in RowKind},
        str(RowState.POSTED): (RowState.POSTED, None),
        str(RowState.ASIDE): (RowState.ASIDE, None),
    }
    counts = {key: file.count(state, *((kind,) if kind else ())) for key, (state, kind) in groups.items()}
    words = {
        key: f"{kind.label if kind else state.label.capitalize()} · {number(counts[key])}"
        for key, (state, kind) in groups.items()
        if counts[key]
    }
    if not words:
        st.info("Berkas ini tidak memuat setoran.")
        return
    chosen = pills(_GROUP, "Baris menurut hasil pencocokan", words) or next(iter(words))
    state, kind = groups[chosen]
    _rows(person, file, state, kind, counts[chosen])


def _rows(person: Person, file: StoredBankFile, state: RowState, kind: RowKind | None, total: int) -> None:
    key = f"baris-bank:{file.id}:{state}:{kind}"
    page = min(st.session_state.get(key, 1), ceil(total / PAGE_SIZE))
    read = partial(bank_rows, page=page, page_size=PAGE_SIZE)
    with database().read() as session:
        rows = read(session, person, file.id, state, kind)
    first = (page - 1) * PAGE_SIZE
    st.caption(
        f"{number(first + 1)}–{number(first + len(rows))} dari {number(total)} baris, "
        f"{rupiah(file.amount(state, *((kind,) if kind else ())))}. Ketuk satu baris untuk membukanya."
    )
    chosen = st.dataframe(
        pd.DataFrame([_line(row) for row in rows]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key=f"{key}:{page}:{file.count(state)}",
        column_config={
            "Jumlah": st.column_config.TextColumn(alignment="right"),
            "Alasan": st.column_config.TextColumn(width="large"),
        },
    )
    if total > PAGE_SIZE:
        st.pagination(ceil(total / PAGE_SIZE), key=key)
    if one := opened_row(chosen, rows):
        decides = may(person, SampangPermission.RECORD_PAYMENTS, SAMPANG)
        show_deciding(person, file, one, decides=decides)


def _line(row: StoredBankRow) -> dict[str, str]:
    # What decides stands first; what the bank wrote beside it comes after.
    return {
        "Baris": str(row.line),
        "Pinjaman": row.loan_number or ", ".join(one.number for one in row.near[:2]) or "–",
        "Nama": row.name,
        "Tanggal": indonesian_date(row.on) if row.on else "–",
        "Jumlah": rupiah(row.amount) if row.amount is not None else "–",
        "Alasan": f"{row.reason} {row.because}".strip(),
        "Nomor di berkas": row.number,
        "Bukti": row.reference,
    }


def _close() -> None:
    for name in (FILE, _GROUP):
        st.query_params.pop(name, None)
        st.session_state.pop(name, None)
