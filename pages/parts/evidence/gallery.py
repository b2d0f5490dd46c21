"""Photos and scans beside a record: small ones at once, a large one when it is asked for."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from db.evidence.folder import FileAway
from db.evidence.kept import EvidenceLine, Looks
from domain.dates import indonesian_moment
from domain.evidence.brought import TakenAt
from domain.evidence.contents import FileKind
from pages.parts.giving_back import Asking
from pages.parts.text import plain

if TYPE_CHECKING:
    from documents.annex_pictures import AnnexPicture

WITHDRAWING = Asking(
    "Tarik", "Tarik foto atau pindaian ini?", "Mengapa ditarik", "mis. bukan foto usaha ini", "Ya, tarik"
)
_SMALL = 200
_CLOSED = "Memuat nomor identitas; dibuka oleh petugas atau Ketua Harian."
_AWAY = "Berkasnya hilang dari folder penyimpanan atau isinya berubah. Beri tahu administrator."


def _all(one: EvidenceLine) -> bool:
    return True


def show_gallery(
    lines: Sequence[EvidenceLine],
    looks: Looks,
    read: Callable[[int], bytes],
    below: Callable[[EvidenceLine], None],
    opens: Callable[[EvidenceLine], bool] = _all,
) -> None:
    """Show what is not withdrawn, each with its own words; `below` draws what may be done with it.

    What this person may not open is named without its picture.
    """
    shown = [one for one in lines if one.withdrawn is None]
    with st.grid("auto", min_column_width=_SMALL + 20, gap="small"):
        for place, one in enumerate(shown, 1):
            with st.container(border=True, gap="xsmall"):
                _one(place, one, looks, read if opens(one) else None)
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


def annex_pictures(lines: Sequence[EvidenceLine], read: Callable[[int], bytes]) -> "list[AnnexPicture]":
    """The photos for an annex, with their words; a PDF, or one out of reach, without its bytes."""
    from documents.annex_pictures import AnnexPicture

    found = []
    for place, one in enumerate(lines, 1):
        try:
            data = None if one.kind is FileKind.PDF else read(one.id)
        except FileAway:
            data = None
        found.append(AnnexPicture(caption_of(place, one), taken_in_words(one.taken), one.by, one.at, data))
    return found


def _one(place: int, one: EvidenceLine, looks: Looks, read: Callable[[int], bytes] | None) -> None:
    caption = caption_of(place, one)
    if one.id in looks.small and one.kind is not FileKind.PDF:
        st.image(looks.small[one.id], width=_SMALL, alt=caption)
    sign = ":material/picture_as_pdf: " if one.kind is FileKind.PDF else ""
    st.markdown(f"{':material/lock: ' if read is None else sign}{plain(caption)}")
    if read is None:
        st.caption(_CLOSED)
    elif one.id in looks.away:
        st.warning(_AWAY)
    elif one.kind is FileKind.PDF:
        st.download_button(
            "Unduh PDF",
            data=lambda: read(one.id),
            file_name=f"pindaian-{one.id}.pdf",
            mime="application/pdf",
            on_click="ignore",
            key=f"bukti-unduh-{one.id}",
        )
    else:
        _large(one, caption, read, "Perbesar" if one.id in looks.small else "Buka")
    told = " · ".join(filter(None, [taken_in_words(one.taken), f"{one.by}, {indonesian_moment(one.at)}"]))
    st.caption(plain(told))


def _large(one: EvidenceLine, caption: str, read: Callable[[int], bytes], button: str) -> None:
    large = st.popover(button, key=f"bukti-besar-{one.id}", on_change="rerun")
    if not large.open:
        return
    try:
        large.image(read(one.id), alt=caption)
    except FileAway as away:
        large.warning(plain(away.sentence))
