"""Where a paper that people sign as printed stands, and how it is opened: as the numbers in it are."""

from datetime import date

import streamlit as st

from db.sampang.origination.papers_to_sign import paper_to_sign_bytes, scan_bytes
from domain.dates import indonesian_date
from domain.programme import may
from domain.roles import Person
from domain.sampang.origination.for_signing import SigningState
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.store import database, now
from pages.parts.text import plain


def say_state(state: SigningState | None, because: str, signed_on: date | None) -> None:
    """Say it; nothing of a paper that is not signed as printed."""
    if state is SigningState.WAITING:
        st.markdown("**Untuk ditandatangani**: belum kembali dengan tanda tangan.")
    elif state is SigningState.SIGNED and signed_on is not None:
        st.markdown(f"✔ **Ditandatangani** {indonesian_date(signed_on)}.")
    elif state is SigningState.VOID:
        st.markdown(f":red[✘ **Tidak berlaku lagi**: {plain(because)}.]")


def opens_numbers(person: Person) -> bool:
    """Whether a person opens papers that have identity numbers in full."""
    return may(person, SampangPermission.REVEAL_IDENTITY, SAMPANG)


def open_to_sign(person: Person, paper_id: int) -> bytes:
    """The paper as it was printed; that it was opened is written down."""
    with database().write() as session:
        return paper_to_sign_bytes(session, person, paper_id, at=now())


def open_scan(person: Person, evidence_id: int) -> bytes:
    """A scan of the signed paper, likewise."""
    with database().write() as session:
        return scan_bytes(session, person, evidence_id, at=now())
