"""The collateral piece by piece, and the papers of the file."""

import streamlit as st

from domain.money import rupiah
from domain.sampang.eligibility import CollateralFinding, Eligibility
from domain.sampang.next_steps import sentence
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.text import plain, shortened

_IN_FILE = {True: "✔ ada", False: "✘ belum ada", None: "… belum dicatat"}


def show_collateral(found: Eligibility) -> None:
    """Show which pieces count, why, and what would mend those that do not."""
    if not found.collateral:
        st.info("Belum ada agunan yang dicatat.")
    for place, one in enumerate(found.collateral, 1):
        _piece(place, one)


def _piece(place: int, one: CollateralFinding) -> None:
    with st.container(border=True):
        value = "nilai belum diisi" if one.thing.value is None else rupiah(one.thing.value)
        title = f"{place}. {one.thing.kind.label}: {shortened(one.thing.named or 'tanpa keterangan')}"
        st.markdown(f"**{plain(title)}**")
        st.markdown(f"{value} · **{one.label}**")
        st.caption("  \n".join(plain(sentence(words)) for words in one.why))
        for way in one.mends[:2]:
            if way:
                st.caption("Yang mengubahnya: " + "; ".join(plain(step.sentence) for step in way))
        with st.container(horizontal=True, gap="small"):
            for cited in one.places:
                place_link(SAMPANG, cited.short, key=f"agunan-{place}-{cited.short}")


def show_checklist(found: Eligibility) -> None:
    """Show every paper that the file needs or may need."""
    for place, line in enumerate(found.checklist):
        name, state, where = st.columns([6, 2, 1.5])
        name.markdown(plain(line.paper.title) + ("" if line.needed else " (mungkin perlu)"))
        state.markdown(_IN_FILE[line.in_file])
        with where:
            place_link(SAMPANG, line.paper.citation.short, key=f"berkas-{place}")
