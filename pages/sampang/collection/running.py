"""The loans that run: those longest behind first, by class and by what is due soon; a row opens one."""

from collections.abc import Mapping
from math import ceil

import pandas as pd
import streamlit as st

from db.sampang.servicing.behind import RunningLoan, pressing_loans, running_loans
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.regions.regions import district
from domain.roles import Person
from domain.sampang.servicing.ageing import AGES, Age
from domain.sampang.servicing.arrears import soon_until
from domain.sampang.servicing.days_late import Pressing
from domain.sampang.servicing.loan_state import LoanState
from domain.sampang.servicing.quality import Quality
from pages.parts.address import pills, told
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.store import database, today
from pages.sampang.quality_colours import CLASS_COLUMN, class_in_colour
from pages.sampang.screens import LOANS
from pages.sampang.settlement.quotes_made import show_expiring, show_to_return

PAGE_SIZE = 25
_PAGE, _CLASS, _TEXT, _ALL = "penagihan-halaman", "kelas", "cari-penagihan", "semua"
_GIVEN = LoanState.HANDED_OVER
_CLASSES = {one.value: one.label for one in Quality} | {_GIVEN.value: _GIVEN.label, _ALL: "Semua"}


def show_running(person: Person) -> None:
    """Show who is late or due this week, or the loans of a class, one page of them."""
    show_expiring(person)
    show_to_return(person)
    ages = {one.key: one for one in AGES if one.first}
    chosen = pills(_CLASS, "Yang mendesak, satu kelas, atau semuanya", _words(person) | _asked_age(ages))
    st.text_input("Cari nama atau nomor", key=_TEXT, type="search", placeholder="nama atau nomor")
    number = st.session_state.get(_PAGE, 1)
    rows, total = _read(person, chosen, number)
    if number > 1 and not rows:
        rows, total = _read(person, chosen, 1)
    if chosen is None:
        st.caption("Yang menunggak atau jatuh tempo dalam 7 hari; pilih kelas atau “Semua” untuk yang lain.")
    _table(rows, total)
    if total > PAGE_SIZE:
        st.pagination(ceil(total / PAGE_SIZE), key=_PAGE)


def _asked_age(ages: Mapping[str, Age]) -> dict[str, str]:
    """The age of arrears that a link asks for, which stands among the choices as long as it is asked for."""
    return {key: f"Menunggak {one.label.lower()}" for key, one in ages.items() if told(_CLASS, "") == key}


def _words(person: Person) -> dict[str, str]:
    with database().read() as session:
        counted = pressing_loans(session, person, today())
    return {one.value: f"{one.label} · {count}" for one, count in counted.items()} | _CLASSES


def _read(person: Person, chosen: str | None, page: int) -> tuple[tuple[RunningLoan, ...], int]:
    day, text = today(), st.session_state.get(_TEXT) or ""
    pressing = next((one for one in Pressing if one == chosen), None)
    quality = next((one for one in Quality if one == chosen), None)
    with database().read() as session:
        return running_loans(
            session,
            person,
            day,
            text=text,
            classes=(quality,) if quality else (),
            due_until=None if chosen or text else soon_until(day),
            late=pressing,
            age=next((one for one in AGES if one.first and one.key == chosen), None),
            only_handed_over=chosen == _GIVEN,
            page=page,
            page_size=PAGE_SIZE,
        )


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
        column_config={"Kelas": CLASS_COLUMN},
        height=min(38 + 35 * len(rows), 620),
    )
    if one := opened_row(chosen, rows):
        st.switch_page(LOANS, query_params={"no": str(one.application_id)})


def _line(one: RunningLoan) -> dict[str, object]:
    place = district(one.district_code) if one.district_code else None
    late = f"{one.months} bulan" if one.months else "–"
    return {
        "Peminjam": one.name,
        "Menunggak": late,
        "Belum lunas sejak": indonesian_date(one.next_due),
        "Kelas": class_in_colour(one.quality),
        "Keadaan": one.standing.told,
        "Sisa pokok": rupiah(one.owed),
        "Kecamatan": place.name if place else "–",
        "Nomor": one.number,
    }
