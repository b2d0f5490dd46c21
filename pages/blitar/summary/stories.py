"""One thing that went well and one that waits, without names."""

from collections.abc import Mapping, Sequence

import streamlit as st

from domain.blitar.staffing.coverage import DistrictCoverage
from domain.dates import indonesian_date
from domain.headline import Story
from domain.money import number
from pages.parts.text import plain


def show_story(story: Story | None) -> None:
    """Show what moved at one binaan that agreed to be shown."""
    with st.container(border=True):
        st.markdown("**Satu cerita**")
        if story is None:
            st.caption("Belum ada binaan yang setuju diceritakan dan indikatornya naik dengan bukti.")
            return
        st.markdown(plain(story.title))
        for label, change in story.changes:
            st.markdown(f"- {plain(label)}: {plain(change)}")
        course = f"{story.course[:1].upper()}{story.course[1:]}"
        st.caption(f"{course}. Tanpa nama; binaan setuju ceritanya ditunjukkan. {story.caution}")


def show_open_district(
    coverage: Sequence[DistrictCoverage],
    binaan: Mapping[str | None, int],
    without_mentor: Mapping[str | None, int],
) -> None:
    """Show the kecamatan that has been without a Pendamping for longest."""
    uncovered = [one for one in coverage if not one.is_covered]
    with st.container(border=True):
        st.markdown("**Satu yang menunggu**")
        if not uncovered:
            st.success("Setiap kecamatan punya Pendamping.")
            return
        one = uncovered[0]
        since = f"sejak {indonesian_date(one.uncovered_since)}" if one.uncovered_since else "sejak awal"
        st.markdown(f"Kecamatan {one.district.name} tanpa Pendamping {since}.")
        there, waiting = binaan.get(one.district.code, 0), without_mentor.get(one.district.code, 0)
        st.caption(
            f"{number(there)} binaan di sana; {number(waiting)} belum diserahterimakan kepada Pendamping "
            "yang bertugas."
        )
