"""What waits for whom, with what this person does next on top."""

import streamlit as st

from db.blitar.reporting.waiting_recommendations import Waiting
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import BundleState
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_date
from domain.money import number
from domain.programme import may
from domain.roles import Person

_SIGNS = {BundleState.DRAFT: "✎", BundleState.RETURNED: "↩", BundleState.SET: "✉", BundleState.SENT: "…"}


def show_overview(person: Person, found: Waiting) -> None:
    """Say how many wait for whom; friendly when nothing does."""
    lines = _lines(found)
    if not lines:
        answered = found.letters[BundleState.ANSWERED]
        done = f"Semua {number(answered)} surat sudah dijawab. " if answered else ""
        st.success(
            f"✔ {done}Tidak ada rekomendasi yang menunggu. Yang baru muncul di sini sesudah Fasilitator "
            "memverifikasi kunjungan yang menyebut Perangkat Daerah."
        )
        return
    own = _own_state(person)
    with st.container(border=True):
        st.markdown("**Yang menunggu**")
        ordered = sorted(lines, key=lambda one: one[0] is not own)
        st.markdown("  \n".join(f"{line}{_turn(person, state)}" for state, line in ordered))


def _lines(found: Waiting) -> list[tuple[BundleState | None, str]]:
    lines: list[tuple[BundleState | None, str]] = []
    if found.unbundled:
        lines.append((None, f"○ {number(found.unbundled)} rekomendasi belum masuk surat"))
    for state, sign in _SIGNS.items():
        if count := found.letters[state]:
            lines.append((state, f"{sign} {number(count)} surat {state.waits_for}{_since(state, found)}"))
    return lines


def _since(state: BundleState, found: Waiting) -> str:
    if state is not BundleState.SENT or found.unanswered_since is None:
        return ""
    return f" sejak {indonesian_date(found.unanswered_since)}"


def _own_state(person: Person) -> BundleState | None:
    return BundleState.DRAFT if may(person, BlitarPermission.SET_RECOMMENDATIONS, BLITAR) else None


def _turn(person: Person, state: BundleState | None) -> str:
    return " — **giliran Anda**" if _is_turn_of(person, state) else ""


def _is_turn_of(person: Person, state: BundleState | None) -> bool:
    if state is BundleState.DRAFT:
        return may(person, BlitarPermission.SET_RECOMMENDATIONS, BLITAR)
    return state is not BundleState.SENT and may(person, BlitarPermission.BUNDLE_RECOMMENDATIONS, BLITAR)
