"""Forms for what is done beside letters: a report, a joint collection, a claim handed over or back."""

from datetime import datetime
from typing import Any

import streamlit as st

from db.sampang.servicing.noting import hand_over, note_report, note_visit, take_back_claim
from db.sampang.servicing.outlooks import Collection
from domain.programme import may
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.collecting import BorrowerReport, HandingBack, HandingOver, JointVisit
from pages.parts.store import today
from pages.sampang.collection.deed_form import deed_form
from pages.sampang.collection.letter_prints import printed_sheet


def show_deeds(person: Person, found: Collection) -> None:
    """Show a fold for each thing that this person may write down."""
    if may(person, SampangPermission.RECORD_COLLECTION, SAMPANG):
        with st.expander("Catat laporan peminjam (IX.3)"):
            _report(person, found)
    if may(person, SampangPermission.COLLECT_TOGETHER, SAMPANG):
        with st.expander("Penagihan bersama Bank Jatim (VII.5)"):
            _visit(person, found)
    if may(person, SampangPermission.RECORD_COLLECTION, SAMPANG):
        with st.expander("Pelimpahan ke Kejaksaan atau KPKNL (IX.2)"):
            _claim(person, found)


def _report(person: Person, found: Collection) -> None:
    def verb(session: Any, told: BorrowerReport, nonce: str, because: str, at: datetime) -> None:
        note_report(session, person, found.loan_id, told, nonce=nonce, at=at, again_because=because)

    st.caption("Laporan sejak tunggakan mulai mencegah daftar merah (tafsir S-38, O-13).")
    deed_form(
        person,
        found.loan_id,
        "laporan",
        BorrowerReport,
        verb,
        button="Catat laporan",
        said="Laporan peminjam tercatat.",
    )


def _visit(person: Person, found: Collection) -> None:
    def verb(session: Any, told: JointVisit, nonce: str, because: str, at: datetime) -> None:
        note_visit(session, person, found.loan_id, told, nonce=nonce, at=at, again_because=because)

    if found.outlook.time is not None and found.outlook.counted_on is not None:
        st.download_button(
            "Cetak lembar penagihan",
            data=lambda: printed_sheet(found, today()),
            file_name=f"lembar-penagihan-{found.number}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:",
            key=f"lembar-penagihan-{found.loan_id}",
        )
    deed_form(
        person,
        found.loan_id,
        "penagihan-bersama",
        JointVisit,
        verb,
        button="Catat penagihan",
        said="Penagihan bersama tercatat.",
    )


def _claim(person: Person, found: Collection) -> None:
    if found.done.handed_over is not None:
        _back(person, found)
        return

    def verb(session: Any, told: HandingOver, nonce: str, because: str, at: datetime) -> None:
        hand_over(session, person, found.loan_id, told, nonce=nonce, at=at, again_because=because)

    deed_form(
        person,
        found.loan_id,
        "pelimpahan",
        HandingOver,
        verb,
        button="Catat pelimpahan",
        said="Pelimpahan penagihan tercatat.",
    )


def _back(person: Person, found: Collection) -> None:
    def verb(session: Any, told: HandingBack, nonce: str, _because: str, at: datetime) -> None:
        take_back_claim(session, person, found.loan_id, told, nonce=nonce, at=at)

    deed_form(
        person,
        found.loan_id,
        "kembali",
        HandingBack,
        verb,
        button="Catat kembalinya",
        said="Kembalinya penagihan tercatat.",
    )
