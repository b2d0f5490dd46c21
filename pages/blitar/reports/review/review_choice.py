"""Which month and which Fasilitator, both in the address."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from db.blitar.reporting.reviews import FacilitatorMonth
from domain.blitar.reporting.report import newest_finished
from domain.dates import indonesian_month, months_up_to
from pages.parts.address import pills
from pages.parts.store import today
from pages.parts.text import plain_label

_MONTH, _FACILITATOR = "bulan", "fasilitator"
_KEY = "kinerja-bulan"
_MONTHS = 13


def ask_month() -> date:
    """A month up to the present one; at first the newest that is over."""
    months = {f"{month:%Y-%m}": month for month in reversed(months_up_to(today(), _MONTHS))}
    told = st.query_params.get(_MONTH, "")
    if st.session_state.get(_KEY) not in months:
        st.session_state[_KEY] = told if told in months else f"{newest_finished(today()):%Y-%m}"
    chosen = st.selectbox(
        "Bulan", list(months), format_func=lambda one: indonesian_month(months[one]), key=_KEY, width=240
    )
    if st.query_params.get(_MONTH) != chosen:
        st.query_params[_MONTH] = chosen
    return months[chosen]


def ask_facilitator(found: Sequence[FacilitatorMonth]) -> FacilitatorMonth | None:
    """The only one, or the one that is chosen; the words tell who is reviewed already."""
    if len(found) == 1:
        return found[0]
    by_id = {str(one.service.mentor_id): one for one in found}
    words = {number: f"{plain_label(one.service.name)} ({_state(one)})" for number, one in by_id.items()}
    chosen = pills(_FACILITATOR, "Fasilitator", words)
    if chosen is None:
        st.info("Pilih Fasilitator untuk melihat apa yang tercatat dan menilai sembilan tugasnya.")
        return None
    return by_id.get(chosen)


def _state(one: FacilitatorMonth) -> str:
    return "✔ sudah dinilai" if one.newest else "belum dinilai"
