"""The decision on a file in one line."""

import streamlit as st

from db.sampang.applications.assessments import StoredReceipt
from db.sampang.applications.stored_application import StoredApplication
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.eligibility import Eligibility
from domain.sampang.origination.loan_file import LoanFile
from domain.sampang.origination.stages import UNDECIDED
from pages.parts.verdicts import label_of


def show_decided(file: LoanFile) -> None:
    """Say what the Pokjanis approved, and when; nothing while it has not."""
    approval = file.approval
    if approval is not None:
        st.markdown(
            f"**Ditetapkan {rupiah(approval.amount or 0)}, {approval.term_months} bulan** (VI.2.b), "
            f"{indonesian_date(approval.on)}"
        )


def show_verdict_kept(
    stored: StoredApplication, found: Eligibility, history: tuple[StoredReceipt, ...]
) -> None:
    """Say of a decided file where the program now reckons otherwise than the receipt that it rests on."""
    if stored.status in UNDECIDED or not history or stored.verdict is None:
        return
    if found.assessment.verdict is not stored.verdict:
        st.warning(
            f"Berkas ini diputus menurut penilaian {history[0].seq}: {label_of(stored.verdict)}. Program "
            "yang sekarang menghitungnya berbeda, seperti di bawah; yang berlaku tetap penilaian itu (tab "
            "Riwayat)."
        )
