"""Loading the office's own copy of a regulation: what was found is shown before anything is kept."""

from collections.abc import Sequence
from typing import Final
from uuid import uuid4

import streamlit as st

from db.office.own_texts import keep_own_text
from domain.problems import Problem
from domain.programme import Programme, may
from domain.regulation.law_in_force import LawInForce
from domain.regulation.own_text import MOST_BYTES, OwnText, checked_text
from domain.roles import OfficePermission, Person
from pages.parts.sending import send
from pages.parts.text import plain
from pages.parts.uploads import name_of

_LONGEST_NAME: Final = 100
_MOST_LISTED: Final = 40
_HOW: Final = (
    "Berkas teks biasa (.txt, UTF-8), paling besar {most} MB. Program memotongnya menurut penomoran naskah: "
    "{example}. Bila ada ketentuan yang tidak terpotong dengan benar, tulis tempatnya dalam kurung siku di "
    "awal barisnya, misalnya [{mark}], lalu pilih berkasnya lagi. Salinan yang lama tetap tersimpan."
)


def offer_own_copy(person: Person | None, programme: Programme, law: LawInForce) -> None:
    """Let the administrator load a copy; others see nothing here."""
    if person is None or not may(person, OfficePermission.KEEP_LAW_TEXTS, programme):
        return
    nonce = st.session_state.setdefault(_nonce(programme), uuid4().hex)
    told = st.session_state.get(_told(programme))
    regulation = law.regulation
    with st.expander("Muat salinan naskah kantor", icon=":material/upload_file:", expanded=bool(told)):
        said = st.empty()
        if told:
            said.success(plain(told))
        places = regulation.clauses
        st.caption(
            plain(
                _HOW.format(
                    most=MOST_BYTES // 1024**2,
                    example=f"{len(places)} ketentuan, dari {places[0]} sampai {places[-1]}",
                    mark=places[-1],
                )
            )
        )
        file = st.file_uploader(
            f"Naskah {regulation.instrument.name}",
            type=["txt"],
            max_upload_size=MOST_BYTES // 1024**2,
            key=f"{nonce}:naskah",
        )
        if file is None:
            return
        found = checked_text(file.getvalue(), regulation)
        if isinstance(found, Problem):
            st.error(plain(found.sentence))
            return
        _preview(found)
        if st.button("Simpan salinan ini", type="primary", key=f"{nonce}:simpan"):
            _keep(person, programme, name_of(file.name, _LONGEST_NAME), file.getvalue(), nonce)


def _preview(found: OwnText) -> None:
    """How much was found, and what a person should look at before keeping it."""
    st.markdown(f"**Ditemukan {found.sentence}.** Belum disimpan.")
    if found.missing:
        st.warning(f"Belum ditemukan: {plain(_listed(found.missing))}.")
    if found.unknown_marks:
        st.warning(f"Tanda yang bukan tempat dalam peraturan ini: {plain(_listed(found.unknown_marks))}.")
    if found.doubtful:
        lines = [f"{plain(one.short)}: “{plain(one.words)}”" for one in found.doubtful[:_MOST_LISTED]]
        st.warning(
            "Periksa naskah: kata-kata ini dikutip program, tetapi tidak ada dalam ketentuan itu menurut "
            "salinan ini.\n" + "".join(f"\n- {line}" for line in lines)
        )


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_LISTED
    return ", ".join(names[:_MOST_LISTED]) + (f", dan {more} lagi" if more > 0 else "")


def _keep(person: Person, programme: Programme, name: str, data: bytes, nonce: str) -> None:
    done = send(lambda session, at: keep_own_text(session, person, programme, name, data, nonce=nonce, at=at))
    if done is None:
        return
    st.session_state[_told(programme)] = (
        f"Salinan {name} tersimpan; bunyinya sekarang tampil di samping ketentuan."
    )
    st.session_state.pop(_nonce(programme), None)
    st.rerun()


def _nonce(programme: Programme) -> str:
    return f"naskah-{programme.key}"


def _told(programme: Programme) -> str:
    return f"naskah-{programme.key}-kabar"
