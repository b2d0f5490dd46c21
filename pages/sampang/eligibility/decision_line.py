"""The decision on a file in one line."""

import streamlit as st

from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.origination.loan_file import LoanFile


def show_decided(file: LoanFile) -> None:
    """Say what the Pokjanis approved, and when; nothing while it has not."""
    approval = file.approval
    if approval is not None:
        st.markdown(
            f"**Ditetapkan {rupiah(approval.amount or 0)}, {approval.term_months} bulan** (VI.2.b), "
            f"{indonesian_date(approval.on)}"
        )
