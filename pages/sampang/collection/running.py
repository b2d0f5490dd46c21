"""The loans that run: those longest behind first, by class and by what is due soon; a row opens one."""

from math import ceil
from typing import Any

import pandas as pd
import streamlit as st

from db.sampang.servicing.behind import RunningLoan, ageing, running_loans
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.regions.regions import district
from domain.roles import Person
from domain.sampang.servicing.arrears import soon_until
from domain.sampang.servicing.quality import Quality
from pages.parts.address import pills
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.store import database, today
from pages.sampang.screens import LOANS
from pages.sampang.settlement.quotes_made import show_expiring, show_to_return

PAGE_SIZE = 25
_PAGE, _CLASS, _WEEK = "penagihan-halaman", "kelas", "tujuh-hari"


def show_running(person: Person) -> None:
    """Show the filters with their counts, and one page of the loans."""
    show_expiring(person)
    show_to_return(person)
    day = today()
    with database().read() as session:
        held = ageing(session, person, day)
        _, soon = running_loans(session, person, day, due_until=soon_until(day), page_size=1)
    words = {one.value: f"{one.label} · {held.of_class(one).loans}" for one in Quality}
    words[_WEEK] = f"Menunggak atau jatuh tempo 7 hari ini · {soon}"
    chosen = pills(_CLASS, "Kelas", words)
    text = st.text_input(
        "Cari nama atau nomor", key="cari-penagihan", type="search", placeholder="nama atau nomor"
    )
    until = soon_until(day) if chosen == _WEEK else None
    classes = (Quality(chosen),) if chosen and chosen != _WEEK else ()
    number = st.session_state.get(_PAGE, 1)
    with database().read() as session:
        asked: dict[str, Any] = {
            "text": text or "",
            "classes": classes,
            "due_until": until,
            "page_size": PAGE_SIZE,
        }
        rows, total = running_loans(session, person, day, page=number, **asked)
        if number > 1 and not rows:
            rows, total = running_loans(session, person, day, **asked)
    _table(rows, total)
    if total > PAGE_SIZE:
        st.pagination(ceil(total / PAGE_SIZE), key=_PAGE)


def _table(rows: tuple[RunningLoan, ...], total: int) -> None:
    if not rows:
        st.info("Tidak ada pinjaman yang cocok. Kosongkan pencarian atau pilih kelas lain.")
        return
    st.caption(f"{total} pinjaman, yang paling lama menunggak di atas. Ketuk satu baris untuk membukanya.")
    chosen = st.dataframe(
        pd.DataFrame([_line(one) for one in rows]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key="penagihan-tabel",
        height=min(38 + 35 * len(rows), 620),
    )
    if one := opened_row(chosen, rows):
        st.switch_page(LOANS, query_params={"no": str(one.application_id)})


def _line(one: RunningLoan) -> dict[str, str]:
    place = district(one.district_code) if one.district_code else None
    late = f"{one.months} bulan" if one.months else "–"
    return {
        "Peminjam": one.name,
        "Menunggak": late,
        "Belum lunas sejak": indonesian_date(one.next_due),
        "Kelas": one.quality.label,
        "Sisa pokok": rupiah(one.owed),
        "Kecamatan": place.name if place else "–",
        "Nomor": one.number,
    }
