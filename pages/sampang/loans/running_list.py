"""The loans that run: by class, by days late, by name or number, those longest behind first."""

from math import ceil

import pandas as pd
import streamlit as st

from db.sampang.servicing.behind import RunningLoan, running_loans
from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.regions.regions import district
from domain.roles import Person
from domain.sampang.servicing.days_late import DaysLate
from domain.sampang.servicing.loan_state import LoanState
from domain.sampang.servicing.quality import Quality
from pages.parts.address import pills
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.store import database, today
from pages.sampang.bank_files.data_until import show_data_until
from pages.sampang.quality_colours import CLASS_COLUMN, class_in_colour

PAGE_SIZE = 25
_PAGE, _CLASS, _LATE, _TEXT = "berjalan-halaman", "kelas", "hari", "cari-berjalan"
_GIVEN = LoanState.HANDED_OVER
_CLASSES = {one.value: one.label for one in Quality} | {_GIVEN.value: _GIVEN.label}
_RANGES = {one.value: one.label for one in DaysLate}


def show_running(person: Person) -> None:
    """Show the filters and one page of the loans."""
    show_data_until(person)
    st.text_input(
        "Cari nama atau nomor",
        key=_TEXT,
        type="search",
        placeholder="nama atau nomor",
        persist_state="session",
    )
    quality, late = pills(_CLASS, "Kelas", _CLASSES), pills(_LATE, "Hari menunggak", _RANGES)
    page = st.session_state.get(_PAGE, 1)
    rows, total = _read(person, quality, late, page)
    if page > 1 and not rows:
        page = 1
        rows, total = _read(person, quality, late, page)
    _table(rows, total, (page - 1) * PAGE_SIZE)
    if total > PAGE_SIZE:
        st.pagination(ceil(total / PAGE_SIZE), key=_PAGE)


def _read(
    person: Person, quality: str | None, late: str | None, page: int
) -> tuple[tuple[RunningLoan, ...], int]:
    with database().read() as session:
        return running_loans(
            session,
            person,
            today(),
            text=st.session_state.get(_TEXT) or "",
            classes=(Quality(quality),) if quality and quality != _GIVEN else (),
            late=DaysLate(late) if late else None,
            only_handed_over=quality == _GIVEN,
            page=page,
            page_size=PAGE_SIZE,
        )


def _table(rows: tuple[RunningLoan, ...], total: int, before: int) -> None:
    if not rows:
        st.info("Tidak ada pinjaman berjalan yang cocok. Kosongkan pencarian, kelas, atau hari menunggak.")
        return
    st.caption(
        f"{before + 1}-{before + len(rows)} dari {number(total)} pinjaman berjalan, yang paling lama "
        "menunggak di atas. Ketuk satu baris untuk membukanya."
    )
    chosen = st.dataframe(
        pd.DataFrame([_line(one) for one in rows]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key=f"berjalan-tabel-{before}",
        column_config={"Kelas": CLASS_COLUMN},
        height=min(38 + 35 * len(rows), 620),
    )
    if one := opened_row(chosen, rows):
        st.query_params["no"] = str(one.application_id)
        st.rerun()


def _line(one: RunningLoan) -> dict[str, object]:
    place = district(one.district_code) if one.district_code else None
    return {
        "Peminjam": one.name,
        "Kelas": class_in_colour(one.quality),
        "Menunggak": f"{number(one.days)} hari" if one.days else "–",
        "Sisa pokok": rupiah(one.owed),
        "Pinjaman": rupiah(one.principal),
        "Jatuh tempo": indonesian_date(one.next_due),
        "Keadaan": one.standing.told,
        "Kecamatan": place.name if place else "–",
        "Nomor": one.number,
    }
