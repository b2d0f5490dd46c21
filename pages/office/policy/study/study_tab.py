"""The tab "Register lain": a register of elsewhere assessed in memory; nothing of it is stored."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from db.law_in_sql.foreign_register import ForeignRegister
from db.office.practice import practice
from documents.tabular.study_sheet import LIMITS, MOST_ROWS, StudySheet, read_study
from domain.money import number
from domain.programme import Programme
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.policy.draft import drafted
from domain.regulation.policy.draft_checks import problems_of_draft
from domain.regulation.policy.study_columns import fields_of
from domain.roles import Person
from pages.office.policy.draft_slots import slots_of
from pages.office.policy.study.foreign_source import named_register, show_foreign
from pages.office.policy.study.study_form import ask_columns
from pages.office.policy.study.study_found import show_found
from pages.parts.reading_uploads import read_or_say
from pages.parts.store import database, today
from pages.parts.text import plain

_IN_FORCE: Final = "Hukum yang berlaku"
_FILE: Final = "Berkas"


@dataclass(frozen=True, slots=True)
class _Brought:
    file_id: str
    person_id: int
    sheet: StudySheet | None


def show_study_tab(person: Person, programme: Programme) -> None:
    """Ask for the file, what its columns are and the law, and show what comes out."""
    st.caption(
        "Daftar dari daerah lain dinilai di sini menurut aturan program ini. **Tidak ada yang disimpan:** "
        "berkas dan hasilnya hilang bila halaman ditutup. Yang tidak ada di berkas tetap belum diketahui, "
        "bukan “tidak”."
    )
    key = f"studi:{programme.key}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = _kind(programme, key)
        law = _law(programme, key)
    fields = fields_of(law.regulation, kind)
    register = _from_database(key)
    if register is not None:
        show_foreign(register, law, kind, fields, key)
        return
    sheet = _bring(person, key)
    if sheet is None:
        return
    for note in sheet.notes:
        st.caption(f"ℹ {plain(note)}")
    asked = ask_columns(sheet, fields, f"{key}:{kind}:{_file_id(key)}")
    if asked is not None:
        show_found(law, kind, fields, sheet, asked, f"{key}:hasil")


def _from_database(key: str) -> ForeignRegister | None:
    """The register of another database, where the installation names one and it is chosen."""
    register = named_register()
    if register is None:
        return None
    chosen = st.segmented_control(
        "Sumber", [_FILE, register.name], default=_FILE, format_func=plain, required=True, key=f"{key}:sumber"
    )
    return register if chosen == register.name else None


def _kind(programme: Programme, key: str) -> str:
    kinds = list(programme.law_on(today(), _known(programme)).regulation.rules_by_kind)
    return st.selectbox(
        "Jenis yang dinilai",
        kinds,
        format_func=lambda kind: str(getattr(kind, "label", kind)),
        key=f"{key}:jenis",
    )


def _law(programme: Programme, key: str) -> LawInForce:
    """The law in force today, or one of the visit's drafts on the day from which it is tried."""
    drafts = {
        f"Rancangan: {slot.draft.name}": slot.draft
        for slot in slots_of(programme, today()).slots
        if not slot.draft.changes_nothing
    }
    chosen = st.selectbox("Menurut", [_IN_FORCE, *drafts], key=f"{key}:hukum")
    draft = drafts.get(chosen)
    law = programme.law_on(_day(draft.since if draft else today()), _known(programme))
    if draft is None or problems_of_draft(draft, law):
        return law
    return drafted(law, draft)


def _day(since: date) -> date:
    return max(since, today())


def _known(programme: Programme) -> Practice:
    with database().read() as session:
        return practice(session, programme)


def _bring(person: Person, key: str) -> StudySheet | None:
    file = st.file_uploader(
        f"Berkas CSV, Excel (.xlsx) atau Parquet, paling banyak {number(MOST_ROWS)} baris",
        type=["csv", "txt", "xlsx", "parquet"],
        key=f"{key}:berkas",
        max_upload_size=LIMITS.most_bytes // 1024**2,
    )
    if file is None:
        for kept_as in ("dibaca", "hasil"):
            st.session_state.pop(f"{key}:{kept_as}", None)
        return None
    kept = st.session_state.get(f"{key}:dibaca")
    if not (isinstance(kept, _Brought) and (kept.file_id, kept.person_id) == (file.file_id, person.id)):
        kept = _Brought(file.file_id, person.id, read_or_say(read_study, file.getvalue()))
        st.session_state[f"{key}:dibaca"] = kept
    elif kept.sheet is None:
        st.error("Berkas ini tidak dapat dibaca. Hapus, lalu unggah yang sudah diperbaiki.")
    return kept.sheet


def _file_id(key: str) -> str:
    kept = st.session_state.get(f"{key}:dibaca")
    return kept.file_id if isinstance(kept, _Brought) else ""
