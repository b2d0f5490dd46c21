"""A register in another database that the installation names: chosen here, assessed where it lies."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from db.law_in_sql.foreign_register import ForeignColumns, ForeignRegister, ForeignRegisterError, columns_of
from db.law_in_sql.study import Studied
from documents.tabular.study_sheet import StudySheet
from domain.regulation.law_in_force import LawInForce
from domain.regulation.policy.study_columns import StudyField, ToldColumns
from pages.office.policy.study.study_form import AskedColumns, ask_columns
from pages.office.policy.study.study_found import show_found
from pages.parts.installation import setting
from pages.parts.text import plain


@dataclass(frozen=True, slots=True)
class _Opened:
    source: tuple[str, str]  # its name and table: the address stays with the settings
    columns: ForeignColumns
    sheet: StudySheet


def named_register() -> ForeignRegister | None:
    """The register of another database that the settings of the server name, if they do."""
    url, table = setting("STUDY_REGISTER_URL"), setting("STUDY_REGISTER_TABLE")
    return ForeignRegister(setting("STUDY_REGISTER_NAME") or table, table, url) if url and table else None


def show_foreign(
    register: ForeignRegister, law: LawInForce, kind: str, fields: Sequence[StudyField], key: str
) -> None:
    """Open it, ask what its columns are, and assess it in its own database."""
    st.caption(
        "Register ini dinilai di dalam basis datanya sendiri dan hanya dibaca: yang keluar dari sana hanya "
        "hitungannya, kata-kata pada kolom ya/tidak dan pilihan, dan hasil 1.000 baris pertama."
    )
    if st.button("Buka register ini", icon=":material/database:", key=f"{key}:buka"):
        _open(register, key)
    opened = st.session_state.get(f"{key}:terbuka")
    if not isinstance(opened, _Opened) or opened.source != (register.name, register.table):
        return
    first = opened.columns.primary
    marks = sorted(range(len(opened.columns.names)), key=lambda at: (opened.columns.names[at] != first, at))
    asked = ask_columns(opened.sheet, fields, f"{key}:{kind}:basis", marks=marks)
    if asked is not None:
        _found(register, opened, law, kind, fields, asked, key)


def _open(register: ForeignRegister, key: str) -> None:
    st.session_state.pop(f"{key}:terbuka", None)
    with st.spinner("Membuka …"):
        try:
            columns = columns_of(register)
        except ForeignRegisterError as error:
            st.error(plain(error.sentence))
            return
    st.session_state[f"{key}:terbuka"] = _Opened(
        (register.name, register.table), columns, StudySheet(columns.names, (), ())
    )


def _found(
    register: ForeignRegister,
    opened: _Opened,
    law: LawInForce,
    kind: str,
    fields: Sequence[StudyField],
    asked: AskedColumns,
    key: str,
) -> None:
    def assess() -> tuple[Studied, ToldColumns]:
        from db.law_in_sql.foreign_study import study_in_database

        names = opened.columns.names
        places = {names[at]: one for at, one in asked.places.items()}
        mark = names[asked.number_at or 0]
        return study_in_database(register, opened.columns, law, kind, places, mark, asked.money)

    show_found(law, kind, fields, opened.sheet, asked, f"{key}:hasil-basis", assess)
