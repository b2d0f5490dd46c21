"""A template to download, and the filled one to upload, look through and take in."""

from hashlib import sha256
from uuid import uuid4

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from db.blitar.visiting.pile_lookups import pile_clients
from documents.blitar.visiting.filled_template import read_workbook
from documents.blitar.visiting.template import ListedClient, visit_template
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.pile_rows import MOST_ROWS, RawTable
from domain.blitar.visiting.pile_swaps import swap_doubts
from domain.money import number
from domain.regions.regions import district
from domain.roles import Person
from pages.blitar.visits.piles.pile import SORTED, TAKEN, XLSX, Sorted, Upload, look_through
from pages.blitar.visits.piles.pile_preview import show_pile
from pages.blitar.visits.piles.swap_question import ask_swaps
from pages.blitar.visits.piles.whose import Whose, ask_whose
from pages.parts.reading_uploads import read_or_say
from pages.parts.store import database, today
from pages.parts.text import plain_label
from pages.parts.uploads import LARGEST_FORM, name_of

_NONCE, _UPLOAD = "formulir-kertas", "formulir-kertas:berkas"
_LONGEST_NAME = 100


def show_upload(person: Person, whose: Whose) -> None:
    """Show the template, the place for the filled one, and what became of it."""
    st.caption(
        f"Satu baris untuk satu formulir, paling banyak {number(MOST_ROWS)} baris. Baris yang baik dapat "
        "langsung masuk; yang perlu diperbaiki kembali sebagai berkas dengan alasannya."
    )
    mentor = ask_whose(
        whose,
        "Pendamping, bila kolomnya kosong",
        key="formulir-pendamping",
        nobody="Dari kolom Pendamping, atau dari register bila kosong",
    )
    _offer_template(person, whose, mentor)
    upload = _uploaded(person)
    if upload is not None:
        chosen = None if whose.is_own or mentor is None else mentor.mentor_id
        _go_on(person, whose, upload, chosen)


def _go_on(person: Person, whose: Whose, upload: Upload, chosen: int | None) -> None:
    table = ask_swaps(upload)
    if table is None:
        st.button("Unggah berkas lain", icon=":material/refresh:", on_click=_another)
        return
    rows = _looked_through(person, upload.nonce, table, chosen)
    show_pile(person, whose, upload, rows, another=_another)


def _uploaded(person: Person) -> Upload | None:
    """The file that was uploaded last and can be read; it stays while another tab is open."""
    nonce = st.session_state.setdefault(_NONCE, uuid4().hex)
    file = st.file_uploader(
        "Templat yang sudah diisi (.xlsx)",
        key=f"{nonce}:berkas",
        max_upload_size=LARGEST_FORM,
        on_change=_forget,
    )
    kept = st.session_state.get(_UPLOAD)
    if isinstance(kept, Upload) and kept.person_id == person.id:
        return kept
    if not isinstance(file, UploadedFile):
        return None
    data = file.getvalue()
    table = read_or_say(read_workbook, data)
    if table is None:
        return None
    name = name_of(file.name, _LONGEST_NAME)
    upload = Upload(name, sha256(data).hexdigest(), table, person.id, uuid4().hex, swap_doubts(table.rows))
    st.session_state[_UPLOAD] = upload
    return upload


def _looked_through(person: Person, nonce: str, table: RawTable, mentor_id: int | None) -> Sorted:
    """What can be done with the rows; worked out once for each file, answer and chosen Pendamping."""
    key = (nonce, table, mentor_id)
    kept = st.session_state.get(SORTED)
    if kept is not None and kept[0] == key and isinstance(kept[1], Sorted):
        return kept[1]
    bar = st.progress(0.1, text="Memeriksa …")
    found = look_through(
        person,
        table,
        mentor_id=mentor_id,
        day=today(),
        progress=lambda share, told: bar.progress(share, text=told),
    )
    bar.empty()
    st.session_state[SORTED] = (key, found)
    return found


def _offer_template(person: Person, whose: Whose, mentor: Service | None) -> None:
    mentor_id, name = (None, "") if mentor is None else (mentor.mentor_id, mentor.name)
    names = {number_: one.name for number_, one in whose.by_id.items()}
    day = today()

    def made() -> bytes:
        with database().read() as session:
            found = pile_clients(session, person, mentor_id=None if whose.is_own else mentor_id)
        clients = [
            ListedClient(one.number, one.name, _place(one.district_code), names.get(one.mentor_id or 0, ""))
            for one in found
        ]
        return visit_template(clients, mentor=name, made_on=day)

    st.download_button(
        "Unduh templat" + (f" untuk {plain_label(name)}" if name and not whose.is_own else ""),
        data=made,
        file_name=f"templat-kunjungan-{day}.xlsx",
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="formulir-templat",
    )


def _place(code: str | None) -> str:
    found = district(code) if code else None
    return found.name if found else ""


def _forget() -> None:
    """Drop what was uploaded before."""
    for key in (_UPLOAD, SORTED, TAKEN):
        st.session_state.pop(key, None)


def _another() -> None:
    """Begin with another file."""
    _forget()
    st.session_state.pop(_NONCE, None)
