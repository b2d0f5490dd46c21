"""Loading the official boundaries of a regency from the office's own file, and going back."""

from uuid import uuid4

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from db.office.boundaries import drop_boundaries, load_boundaries
from domain.programme import Programme, may
from domain.regions.boundary_file import MOST_BYTES
from domain.regions.regions import districts
from domain.roles import OfficePermission, Person
from pages.parts.map.shapes import Shapes
from pages.parts.sending import send
from pages.parts.text import plain, shortened
from pages.parts.uploads import LARGEST_FORM

_MEGABYTE = 1024 * 1024
_LONGEST_NAME = 100


def offer_boundaries(person: Person, programme: Programme, shapes: Shapes) -> None:
    """Let the administrator load official boundaries; others see nothing here."""
    if not may(person, OfficePermission.LOAD_BOUNDARIES, programme):
        return
    regency = programme.regency
    nonce = st.session_state.setdefault(f"batas-{programme.regency.code}", uuid4().hex)
    told = st.session_state.get(_told(programme))
    with st.expander("Muat batas resmi (GeoJSON)", icon=":material/map:", expanded=bool(told)):
        if told:
            st.success(told)
        st.caption(
            f"Satu berkas GeoJSON dengan {len(districts(regency.code))} kecamatan {regency.name} sebagai "
            f"poligon dalam WGS 84, paling besar {MOST_BYTES // _MEGABYTE} MB. Isi setiap poligon dengan "
            "kode Kemendagri atau nama kecamatan. Berkas yang tidak cocok ditolak dengan alasannya, dan "
            "peta yang sekarang tetap dipakai."
        )
        file = st.file_uploader(
            "Berkas GeoJSON", type=["geojson", "json"], key=f"{nonce}:berkas", max_upload_size=LARGEST_FORM
        )
        with st.container(horizontal=True):
            load = st.button("Muat batas ini", type="primary", disabled=file is None, key=f"{nonce}:muat")
            drop = shapes.official and st.button("Kembali ke batas pendekatan", key=f"{nonce}:kembali")
        if load and file is not None:
            _load(person, programme, file, nonce)
        elif drop:
            _drop(person, programme, nonce)


def _load(person: Person, programme: Programme, file: UploadedFile, nonce: str) -> None:
    name = shortened(file.name, _LONGEST_NAME) or "tanpa nama"
    done = send(
        lambda session, at: load_boundaries(
            session, person, programme, name, file.getvalue(), nonce=nonce, at=at
        )
    )
    if done is None:
        return
    _done(
        programme, f"Batas resmi dari berkas {plain(name)} sekarang dipakai di peta {programme.regency.name}."
    )


def _drop(person: Person, programme: Programme, nonce: str) -> None:
    if send(lambda session, at: drop_boundaries(session, person, programme, nonce=nonce, at=at)) is None:
        return
    _done(programme, f"Peta {programme.regency.name} kembali memakai batas pendekatan.")


def _done(programme: Programme, told: str) -> None:
    st.session_state[_told(programme)] = told
    st.session_state.pop(f"batas-{programme.regency.code}", None)
    st.rerun()


def _told(programme: Programme) -> str:
    return f"batas-{programme.regency.code}-kabar"
