"""Each step of collecting with where it stands and why, or why not yet."""

from collections.abc import Iterable

import streamlit as st

from domain.dates import indonesian_date
from domain.sampang.programme import SAMPANG
from domain.sampang.servicing.collecting import NO_RELIEF
from domain.sampang.servicing.next_step import Outlook
from domain.sampang.servicing.reasons import StepFound
from pages.parts.places import place_link
from pages.parts.text import plain

_SIGNS = {True: "✔", False: "✘", None: "?"}


def show_step(found: StepFound) -> None:
    """Show one step: its stance, from when, and each reason with its provision or reading."""
    day = found.from_day
    since = f", mulai {indonesian_date(day)}" if day else ""
    st.markdown(f"**{found.step.label}** · {found.stance.label.lower()}{since}")
    for one in found.reasons:
        st.markdown(f"{_SIGNS[one.holds]} {plain(one.told)} :gray[({plain(one.source)})]")


def show_steps(outlook: Outlook) -> None:
    """Show what comes next at once, and every step of the regulation in a fold."""
    for found in outlook.next:
        with st.container(border=True, gap="xsmall"):
            show_step(found)
    if outlook.steps:
        with st.expander("Semua langkah, dengan alasannya"):
            _all(outlook.steps)
    st.caption(
        "Program mengusulkan, petugas yang menerbitkan dan mencatat. Tidak ada keringanan, pembebasan, atau "
        "penjadwalan ulang di sini: bagi peminjam macet karena pailit atau bangkrut, angsuran pokok dan jasa "
        f"tetap wajib dikembalikan ({NO_RELIEF.short}). Hapus buku hanya mencatat keputusan kabupaten; "
        "tagihannya tetap ada."
    )
    with st.container(horizontal=True):
        for place in ("IX.1", "IX.2", "IX.3", "VII.5", "VIII.5.i"):
            place_link(SAMPANG, place, key=f"penagihan-{place}")


def _all(steps: Iterable[StepFound]) -> None:
    for found in steps:
        show_step(found)
