"""Photos and scans beside a record: small ones at once, a large one when it is asked for."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from db.evidence.kept import EvidenceLine
from domain.dates import indonesian_moment
from domain.evidence.brought import TakenAt
from domain.evidence.contents import FileKind
from pages.parts.text import plain

_SMALL = 200


def show_gallery(
    lines: Sequence[EvidenceLine],
    small: Mapping[int, bytes],
    read: Callable[[int], bytes],
    below: Callable[[EvidenceLine], None],
) -> None:
    """Show what is not withdrawn, each with its own words; `below` draws what may be done with it."""
    shown = [one for one in lines if one.withdrawn is None]
    with st.grid("auto", min_column_width=_SMALL + 20, gap="small"):
        for place, one in enumerate(shown, 1):
            with st.container(border=True, gap="xsmall"):
                _one(place, one, small, read)
                below(one)
    for one in lines:
        if one.withdrawn is not None:
            st.caption(f"↩ Ditarik {plain(one.withdrawn_by or '')}: {plain(one.withdrawn)}")


def caption_of(place: int, one: EvidenceLine) -> str:
    """The number of a photo or scan, with what was written beside it."""
    kind = "Pindaian" if one.kind is FileKind.PDF else "Foto"
    return f"{kind} {place}" + (f": {one.caption}" if one.caption else "")


def taken_in_words(taken: TakenAt) -> str:
    """What its taker allowed to be known of place and time; blank where that is nothing."""
    told = [f"diambil {indonesian_moment(taken.clock)}"] if taken.clock else []
    if taken.has_place:
        told.append(f"di {taken.latitude:.5f}; {taken.longitude:.5f}".replace(".", ","))
    return ", ".join(told)


def _one(place: int, one: EvidenceLine, small: Mapping[int, bytes], read: Callable[[int], bytes]) -> None:
    caption = caption_of(place, one)
    if one.kind is FileKind.PDF:
        st.markdown(f":material/picture_as_pdf: {plain(caption)}")
        st.download_button(
            "Unduh PDF",
            data=lambda: read(one.id),
            file_name=f"pindaian-{one.id}.pdf",
            mime="application/pdf",
            on_click="ignore",
            key=f"bukti-unduh-{one.id}",
        )
    else:
        st.image(small[one.id], width=_SMALL, alt=caption)
        st.markdown(plain(caption))
        large = st.popover("Perbesar", key=f"bukti-besar-{one.id}", on_change="rerun")
        if large.open:
            large.image(read(one.id), alt=caption)
    told = " · ".join(filter(None, [taken_in_words(one.taken), f"{one.by}, {indonesian_moment(one.at)}"]))
    st.caption(plain(told))
