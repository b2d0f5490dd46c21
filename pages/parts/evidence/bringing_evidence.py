"""Bringing photos and scans: from the telephone's camera or a file, made small before they are kept."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from domain.declared import label_of
from domain.evidence.brought import LARGEST_BROUGHT, EvidenceTold, Prepared
from domain.evidence.contents import FileKind
from domain.problems import Problem
from domain.typed import LONGEST_LINE
from pages.parts.text import plain
from pages.parts.uploads import name_of

KINDS: Final = ("jpg", "jpeg", "png", "webp", "heic", "heif", "pdf")
Ready = list[tuple[Prepared, EvidenceTold]]
_MEGABYTE: Final = 1024 * 1024
_CONSENT: Final = "Simpan tempat dan waktu yang tercatat di fotonya"
_WHY: Final = (
    "Hanya bila Anda setuju. Tanpa centang, keduanya tidak dibaca; dari foto yang disimpan keduanya selalu "
    "dihapus. PDF disimpan seperti aslinya."
)
_PDF_AS_IT_CAME: Final = (
    "PDF disimpan seperti aslinya: tempat dan waktu dari foto di dalamnya mungkin masih ada. "
    "Tidak ingin? Unggah sebagai foto."
)


def ask_evidence(nonce: str) -> tuple[Ready, list[Problem]]:
    """Ask for photos and scans; give those that are ready to be kept, and what is wrong with the others."""
    files = st.file_uploader(
        "Foto atau pindaian",
        type=list(KINDS),
        accept_multiple_files=True,
        key=f"{nonce}:bukti-berkas",
        max_upload_size=LARGEST_BROUGHT // _MEGABYTE,
        help="Di telepon, pilih Kamera untuk memotret langsung. JPEG, PNG, WebP, HEIC, atau PDF.",
    )
    brought = list(files or ())
    # The camera asks the person for leave as soon as it is drawn, so only on wish.
    if st.toggle("Potret dengan kamera di layar ini", key=f"{nonce}:bukti-kamera"):
        shot = st.camera_input("Kamera", key=f"{nonce}:bukti-potret", label_visibility="collapsed")
        brought += [shot] if shot else []
    if not brought:
        return [], []
    tells_place = st.checkbox(_CONSENT, key=f"{nonce}:bukti-setuju", help=_WHY)
    caption = st.text_input(
        label_of(EvidenceTold, "caption"),
        key=f"{nonce}:bukti-keterangan",
        max_chars=LONGEST_LINE,
        placeholder="mis. papan nama usaha dengan NIB",
    )
    told = EvidenceTold(caption=(caption or "").replace("\0", "").strip())
    made = [(name_of(one.name), _made(nonce, one.file_id, one.getvalue, tells_place)) for one in brought]
    _say_made(made)
    ready = [(one, told) for _, one in made if isinstance(one, Prepared)]
    return ready, [one for _, one in made if isinstance(one, Problem)]


def _made(nonce: str, file_id: str, read: Callable[[], bytes], tells_place: bool) -> Prepared | Problem:
    """The file made ready, once for each file and answer, so that a tap stays quick."""
    kept: dict[tuple[str, bool], Prepared | Problem] = st.session_state.setdefault(f"{nonce}:bukti-siap", {})
    if (file_id, tells_place) not in kept:
        from domain.evidence.photographs import prepared

        kept[file_id, tells_place] = prepared(read(), tells_place=tells_place)
    return kept[file_id, tells_place]


def _say_made(made: list[tuple[str, Prepared | Problem]]) -> None:
    for name, one in made:
        if isinstance(one, Problem):
            st.markdown(f":red[⚠ {plain(name)}: {plain(one.sentence)}]")
    ready = [one for _, one in made if isinstance(one, Prepared)]
    if ready:
        size = sum(len(one.data) for one in ready)
        st.caption(f"✔ {len(ready)} siap, {max(1, size // 1024)} KB akan disimpan.")
    if any(one.kind is FileKind.PDF for one in ready):
        st.caption(_PDF_AS_IT_CAME)
