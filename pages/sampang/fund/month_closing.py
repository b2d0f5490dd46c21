"""Tutup bulan: the next month to close, those that were closed, and the books as a workbook."""

from datetime import date

import pandas as pd
import streamlit as st

from db.sampang.treasury.closing import ClosedMonth, close_month, closings
from domain.dates import indonesian_date, indonesian_moment, indonesian_month, month_end
from domain.money import number
from domain.programme import may
from domain.roles import Person
from domain.sampang.fund.closed_months import is_over
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from pages.parts.saved_notice import say_saved
from pages.parts.sending import forget, nonce_of, send
from pages.parts.store import database, today
from pages.sampang.fund.books_for_audit import offer_books

_FORM = "tutup-bulan"


def show_closing(person: Person) -> None:
    """Show how far the books are closed, the button for who closes them, and the workbook."""
    with database().read() as session:
        found = closings(session, person)
    if found.closed_until is None:
        st.markdown("**Belum ada bulan yang ditutup.**")
    else:
        st.markdown(f"**Pembukuan ditutup sampai {indonesian_date(found.closed_until)}.**")
    st.caption(
        "Bulan ditutup berurutan dan tidak dibuka lagi. Uang bertanggal di bulan yang sudah ditutup tetap "
        "dapat dicatat: dibukukan pada hari pencatatannya, tanggal uangnya tetap terbaca."
    )
    if found.next_month is not None:
        _show_next(person, found.next_month)
    offer_books(person, found.next_month)
    if found.closed:
        st.subheader("Bulan yang sudah ditutup", anchor=False)
        st.dataframe(pd.DataFrame([_row(one) for one in found.closed]), hide_index=True)


def _show_next(person: Person, month: date) -> None:
    name, end = indonesian_month(month), month_end(month)
    if not is_over(month, today()):
        st.info(f"{name} masih berjalan; dapat ditutup sesudah {indonesian_date(end)}.")
        return
    if not may(person, SampangPermission.CLOSE_MONTHS, SAMPANG):
        st.info(f"{name} sudah berakhir dan menunggu ditutup {SampangRole.TEAM_LEAD.label}.")
        return
    nonce = nonce_of(_FORM)
    with st.container(border=True):
        st.markdown(f"**Tutup {name}**")
        sure = st.checkbox(
            f"Angsuran, setoran, dan pencairan sampai {indonesian_date(end)} sudah dibukukan, dan saldo bank "
            "sudah cocok",
            key=f"{nonce}:yakin",
        )
        sent = st.button(f"Tutup {name}", type="primary", key=f"{nonce}:kirim", disabled=not sure)
    if not sent:
        return
    done = send(lambda session, at: close_month(session, person, month, nonce=nonce, at=at))
    if done is None:
        return
    forget(_FORM)
    say_saved(f"{name} ditutup. Pembukuan berikutnya masuk bulan yang masih terbuka.")
    st.rerun()


def _row(one: ClosedMonth) -> dict[str, str]:
    return {
        "Bulan": indonesian_month(one.month),
        "Ditutup oleh": one.by,
        "Pada": indonesian_moment(one.at),
        "Pembukuan sampai saat itu": number(one.entries),
    }
