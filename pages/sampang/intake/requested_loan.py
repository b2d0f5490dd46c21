"""What is asked for, and what came before."""

from collections.abc import Sequence

import streamlit as st

from domain.sampang.application import EarlierLoan
from domain.sampang.kinds import ApplicantKind
from pages.parts.fields import Form
from pages.sampang.intake.own_loans_in_books import put_into


def ask_request(form: Form, kind: ApplicantKind, tenors: Sequence[int]) -> None:
    """Ask the amount, the tenor, the purpose and the day of filing; `tenors` are those that the law names."""
    left, right = st.columns(2)
    with left:
        form.ask("amount", help="Paling banyak sebesar plafonnya (VIII.1.b)")
        form.ask("term_months", help="12, 24 atau 36 bulan (III.6, VIII.2.d)")
        _offer_tenors(form, tenors)
        form.ask("purpose", help="Modal kerja (VIII.3.a)")
        form.ask("plan")
    with right:
        form.ask("filed_on", help="Tanggal di surat, bukan tanggal entri")
        form.ask("source")
        if kind is ApplicantKind.BUSINESS:
            form.answer("agency_legality", None)
            form.answer("relends_to_members", None)
        else:
            form.ask("agency_legality", help="Legalitas dari Dinas teknis (IV.1.b, IV.3.a, IV.4.a)")
            form.ask(
                "relends_to_members",
                help="Bila ya, berkasnya memuat daftar anggota penerima (VIII.2.b butir 6)",
            )
        form.ask("note")


def _offer_tenors(form: Form, tenors: Sequence[int]) -> None:
    """A press fills the field; another number can be typed, which the assessment then judges (S-39)."""
    standing = str(form.standing("term_months") or "")
    with st.container(horizontal=True, gap="xsmall"):
        for months in tenors:
            st.button(
                f"{months} bulan",
                key=f"{form.nonce}:jangka-{months}",
                type="primary" if standing == str(months) else "secondary",
                on_click=put_into,
                args=(form, "term_months", str(months)),
            )


def read_history(form: Form) -> EarlierLoan:
    """Ask about earlier credit, the red list, and earlier loans from this fund, which are given back."""
    left, right = st.columns(2)
    with left:
        form.ask("credit_history", help="Di luar dana bergulir ini (IV.2.e)")
        form.ask("on_red_list", help="Yang tercatat tidak dapat meminjam lagi (IX.3)")
    with right:
        if form.ask("earlier.borrowed_before", help="Menentukan pinjaman berikutnya (III.7, VIII.5.f-h)"):
            form.ask("earlier.last_amount", help="Jumlah yang dulu diterima (VIII.5.h)")
            form.ask("earlier.settled_on", help="Angsuran terakhir masuk pada hari itu (VIII.5.f)")
            form.ask("earlier.months_run", help="Bulan sejak cair sampai lunas (tafsir S-45)")
            form.ask(
                "earlier.settled_early_to_renew",
                help="Pelunasan sebelum waktunya untuk pinjaman baru (VIII.5.f)",
            )
    return EarlierLoan(**form.answers("earlier"))
