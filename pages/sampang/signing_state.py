"""Where a paper that people sign as printed stands, in one line with its sign."""

from datetime import date

import streamlit as st

from domain.dates import indonesian_date
from domain.sampang.origination.for_signing import SigningState
from pages.parts.text import plain


def say_state(state: SigningState | None, because: str, signed_on: date | None) -> None:
    """Say it; nothing of a paper that is not signed as printed."""
    if state is SigningState.WAITING:
        st.markdown("**Untuk ditandatangani**: belum kembali dengan tanda tangan.")
    elif state is SigningState.SIGNED and signed_on is not None:
        st.markdown(f"✔ **Ditandatangani** {indonesian_date(signed_on)}.")
    elif state is SigningState.VOID:
        st.markdown(f":red[✘ **Tidak berlaku lagi**: {plain(because)}.]")
