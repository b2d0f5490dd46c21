"""What is asked for, and what came before."""

from datetime import date
from typing import Any

import streamlit as st

from domain.sampang.application import EarlierLoan
from domain.sampang.kinds import ApplicantKind, CreditHistory, Purpose, Source
from pages.parts.fields import Form


def read_request(form: Form, kind: ApplicantKind, day: date) -> dict[str, Any]:
    """Ask the amount, the tenor, the purpose and the day of filing."""
    left, right = st.columns(2)
    with left:
        amount = form.rupiah("amount", "Pinjaman yang diminta", help="Plafon: VIII.1.b")
        term = form.count(
            "term_months", "Jangka waktu (bulan)", help="12, 24 atau 36 bulan (III.6, VIII.2.d)"
        )
        purpose = form.choice("purpose", "Penggunaan dana", Purpose, help="Modal kerja (VIII.3.a)")
        plan = form.text("plan", "Rencana penggunaan", long=True)
    with right:
        filed = form.day(
            "filed_on", "Tanggal proposal diterima Dinas", help="Tanggal di surat, bukan tanggal entri"
        )
        source = form.choice("source", "Cara masuk", Source)
        legality = relends = None
        if kind is not ApplicantKind.BUSINESS:
            legality = form.yes_no(
                "agency_legality", "Ada legalitas dari Dinas?", help="IV.1.b, IV.3.a, IV.4.a"
            )
            relends = form.yes_no(
                "relends_to_members", "Dana disalurkan lagi kepada anggota?", help="VIII.2.b butir 6"
            )
        note = form.text("note", "Catatan petugas", long=True)
    return {
        "amount": amount,
        "term_months": term,
        "purpose": purpose,
        "plan": plan,
        "filed_on": filed,
        "source": source or Source.COUNTER,
        "agency_legality": legality,
        "relends_to_members": relends,
        "note": note,
    }


def read_history(form: Form) -> tuple[CreditHistory | None, bool | None, EarlierLoan]:
    """Ask about earlier credit, the red list, and earlier loans from this fund."""
    left, right = st.columns(2)
    with left:
        history = form.choice(
            "credit_history",
            "Kredit yang pernah diterima",
            CreditHistory,
            help="Di luar dana bergulir ini (IV.2.e)",
        )
        red = form.yes_no("on_red_list", "Tercatat di daftar merah Dinas?", help="IX.3")
    with right:
        before = form.yes_no(
            "earlier.borrowed_before", "Pernah meminjam dari dana bergulir ini?", help="III.7, VIII.5.f-h"
        )
        if not before:
            return history, red, EarlierLoan(borrowed_before=before)
        return (
            history,
            red,
            EarlierLoan(
                borrowed_before=True,
                last_amount=form.rupiah("earlier.last_amount", "Pinjaman terakhir", help="VIII.5.h"),
                settled_on=form.day("earlier.settled_on", "Lunas tanggal", help="VIII.5.f"),
                months_run=form.count(
                    "earlier.months_run", "Berjalan berapa bulan sebelum lunas", help="S-45"
                ),
                settled_early_to_renew=form.yes_no(
                    "earlier.settled_early_to_renew",
                    "Lunas lebih awal untuk memperbarui pinjaman?",
                    help="VIII.5.f",
                ),
            ),
        )
