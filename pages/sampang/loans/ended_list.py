"""The loans that are paid back, those that ended last first."""

from math import ceil

import pandas as pd
import streamlit as st

from db.sampang.servicing.ended import EndedLoan, ended_loans
from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.regions.regions import district
from domain.roles import Person
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.store import database

PAGE_SIZE = 25
_PAGE, _TEXT = "lunas-halaman", "cari-lunas"


def show_ended(person: Person) -> None:
    """Show the search and one page of the loans."""
    st.caption("Pinjaman yang dihapusbukukan tidak lunas: tagihannya ada di Penagihan, tab Hapus buku.")
    text = st.text_input(
        "Cari nama atau nomor",
        key=_TEXT,
        type="search",
        placeholder="nama atau nomor",
        persist_state="session",
    )
    page = st.session_state.get(_PAGE, 1)
    rows, total = _read(person, text or "", page)
    if page > 1 and not rows:
        page = 1
        rows, total = _read(person, text or "", page)
    _table(rows, total, (page - 1) * PAGE_SIZE)
    if total > PAGE_SIZE:
        st.pagination(ceil(total / PAGE_SIZE), key=_PAGE)


def _read(person: Person, text: str, page: int) -> tuple[tuple[EndedLoan, ...], int]:
    with database().read() as session:
        return ended_loans(session, person, text=text, page=page, page_size=PAGE_SIZE)


def _table(rows: tuple[EndedLoan, ...], total: int, before: int) -> None:
    if not rows:
        st.info("Belum ada pinjaman lunas yang cocok. Kosongkan pencarian untuk melihat semuanya.")
        return
    st.caption(
        f"{before + 1}-{before + len(rows)} dari {number(total)} pinjaman lunas, yang terakhir di atas. "
        "Ketuk satu baris untuk membukanya."
    )
    chosen = st.dataframe(
        pd.DataFrame([_line(one) for one in rows]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key=f"lunas-tabel-{before}",
        height=min(38 + 35 * len(rows), 620),
    )
    if one := opened_row(chosen, rows):
        st.query_params["no"] = str(one.application_id)
        st.rerun()


def _line(one: EndedLoan) -> dict[str, str]:
    place = district(one.district_code) if one.district_code else None
    return {
        "Peminjam": one.name,
        "Lunas": indonesian_date(one.ended_on),
        "Cara": "dilunasi lebih awal (VIII.5.e)" if one.early else "angsuran",
        "Pinjaman": rupiah(one.principal),
        "Cair": indonesian_date(one.disbursed_on),
        "Kecamatan": place.name if place else "–",
        "Nomor": one.number,
    }
