"""Bringing a workbook: its template, the place to upload it, what was read, and the lines that come back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from documents.tabular.returned_lines import returned_lines
from documents.tabular.told_workbook import ToldWorkbook, read_told
from documents.tabular.workbook_form import WorkbookForm
from documents.tabular.workbook_template import template_of
from domain.money import number
from domain.roles import Person
from domain.tabular.workbook import BadLine
from pages.parts.reading_uploads import read_or_say
from pages.parts.store import today
from pages.parts.text import plain
from pages.parts.uploads import name_of

_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Brought:
    """What somebody brought: under which name, what was read of it, and a mark of this bringing."""

    name: str
    told: ToldWorkbook
    person_id: int
    nonce: str


def offer_template(form: WorkbookForm, file_name: str) -> None:
    """The button that gives the template."""
    st.download_button(
        "Unduh templat (.xlsx)",
        lambda: template_of(form, made_on=today()),
        file_name=file_name,
        mime=_XLSX,
        on_click="ignore",
        icon=":material/download:",
    )


def bring(form: WorkbookForm, person: Person, key: str, label: str) -> Brought | None:
    """The place for the file, and what was read of it; None until something was."""
    place = st.session_state.setdefault(key, uuid4().hex)
    file = st.file_uploader(
        label,
        key=f"{place}:berkas",
        on_change=forget_brought,
        args=(key,),
        max_upload_size=form.limits.most_bytes // 1024**2,
    )
    kept = st.session_state.get(_kept(key))
    if isinstance(kept, Brought) and kept.person_id == person.id:
        return kept
    if not isinstance(file, UploadedFile):
        return None
    told = read_or_say(read_told, file.getvalue(), form)
    if told is None:
        return None
    brought = Brought(name_of(file.name), told, person.id, uuid4().hex)
    st.session_state[_kept(key)] = brought
    return brought


def is_brought(key: str) -> bool:
    """Whether something was brought and is being looked at."""
    return _kept(key) in st.session_state


def forget_brought(key: str) -> None:
    """Drop what was brought."""
    st.session_state.pop(_kept(key), None)


def put_away(key: str) -> None:
    """Drop what was brought with the file itself, once it was taken in."""
    forget_brought(key)
    st.session_state.pop(key, None)


def show_notes(brought: Brought) -> None:
    """What a person should know about how it was read."""
    for note in brought.told.notes:
        st.caption(f"ℹ {plain(note)}")


def show_returned(form: WorkbookForm, bad: Sequence[BadLine], warning: str, file_name: str) -> None:
    """The lines that come back, each with its reasons, and all of them as a file; nothing where none do."""
    wrong = [one for one in bad if one.faults]
    if not wrong:
        return
    st.warning(f"{number(len(wrong))} baris perlu diperbaiki{warning}")
    with st.container(height=260 if len(wrong) > 4 else "content"):
        for one in wrong[:_SHOWN]:
            told = " ".join(fault.told for fault in one.faults)
            st.markdown(f"**{one.raw.sheet.label}, baris {one.raw.line}** · {plain(told)}")
    if len(wrong) > _SHOWN:
        st.caption(f"Ditampilkan {_SHOWN} baris pertama; semuanya ada di berkas unduhan.")
    along = len(bad) - len(wrong)
    if along:
        st.caption(
            f"Berkas unduhan juga memuat {number(along)} baris lain yang tidak salah: baris itu bagian dari "
            "isian yang sama, jadi kembali bersama."
        )
    st.download_button(
        f"Unduh {number(len(bad))} baris yang dikembalikan",
        lambda: returned_lines(form, bad, made_on=today()),
        file_name=file_name,
        mime=_XLSX,
        on_click="ignore",
        icon=":material/download:",
    )


def _kept(key: str) -> str:
    return f"{key}:isi"
