"""What a study found: verdicts, who falls out at which provision, amounts, and the rows as a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from db.law_in_sql.amounts_in_sql import RunsOverError
from db.law_in_sql.foreign_register import ForeignRegisterError
from db.law_in_sql.study import Studied, study
from documents.tabular.study_result import as_csv, as_workbook
from documents.tabular.study_sheet import StudySheet
from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.regulation.assessment import VERDICT_LABELS, Verdict
from domain.regulation.law_in_force import LawInForce
from domain.regulation.outcomes import Outcome
from domain.regulation.policy.study_columns import StudyField, ToldColumns, told_columns
from domain.tabular.sheet_cells import as_text
from pages.office.policy.study.study_form import AskedColumns
from pages.parts.text import plain

_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OUTCOMES: Final = {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.UNKNOWN}
_AMOUNT: Final = "Jumlah terbesar (rupiah)"


@dataclass(frozen=True, slots=True)
class _Kept:
    asked: AskedColumns
    law: LawInForce
    kind: str
    sheet: StudySheet
    told: ToldColumns
    found: Studied


def show_found(
    law: LawInForce,
    kind: str,
    fields: Sequence[StudyField],
    sheet: StudySheet,
    asked: AskedColumns,
    key: str,
    assess: Callable[[], tuple[Studied, ToldColumns]] | None = None,
) -> None:
    """Assess at a press, and show what was found until something of it is chosen anew."""
    pressed = st.button("Nilai register ini", type="primary", icon=":material/calculate:", key=f"{key}:nilai")
    if pressed:
        with st.spinner("Menilai …"):
            try:
                found, told = assess() if assess else _of_file(law, kind, fields, sheet, asked)
            except ForeignRegisterError as error:
                st.error(plain(error.sentence))
                return
            except RunsOverError:
                st.error("Angka dalam rancangan ini terlalu besar untuk dihitung. Kecilkan, lalu nilai lagi.")
                return
        st.session_state[key] = _Kept(asked, law, kind, sheet, told, found)
    kept = st.session_state.get(key)
    if not isinstance(kept, _Kept) or kept.sheet is not sheet:
        return
    if (kept.asked, kept.kind, kept.law) == (asked, kind, law):
        _show(kept, fields, key)


def _of_file(
    law: LawInForce, kind: str, fields: Sequence[StudyField], sheet: StudySheet, asked: AskedColumns
) -> tuple[Studied, ToldColumns]:
    told = told_columns(sheet.rows, asked.places, asked.money)
    return study(law, kind, fields, told), told


def _show(kept: _Kept, fields: Sequence[StudyField], key: str) -> None:
    found, law = kept.found, kept.law
    st.subheader("Hasil")
    st.markdown(
        f"**{number(found.size)} baris** dinilai menurut {plain(law.regulation.instrument.name)} "
        f"pada {indonesian_date(law.day)}. Simulasi, bukan keputusan."
    )
    rows = [(VERDICT_LABELS[one], number(count)) for one, count in found.verdicts.items() if count]
    st.dataframe(pd.DataFrame(rows, columns=pd.Index(["Hasil", "Baris"])), hide_index=True)
    _amounts(found)
    _provisions(found)
    _what_is_missing(kept, fields)
    _downloads(kept, key)


def _amounts(found: Studied) -> None:
    if found.amounts is None:
        return
    told = found.amounts
    if not told.some:
        st.markdown("Belum ada jumlah terbesar yang pasti: datanya belum cukup.")
        return
    middle = "" if told.middle is None else f"nilai tengah {plain(rupiah(told.middle))}, "
    st.markdown(
        f"Jumlah terbesar yang sudah pasti menurut data: {number(told.some)} baris, seluruhnya "
        f"**{plain(rupiah(told.added))}**; {middle}tertinggi {plain(rupiah(told.largest))}."
    )


def _provisions(found: Studied) -> None:
    st.markdown("**Ketentuan yang menentukan**, yang paling banyak tidak terpenuhi di atas")
    deciding = sorted(
        (one for one in found.provisions if one.decides), key=lambda one: (-one.not_met, -one.unknown)
    )
    rows = [(one.rule.place, one.not_met, one.unknown, one.met, one.rule.title) for one in deciding]
    names = ["Tempat", "Tidak terpenuhi", "Belum diketahui", "Terpenuhi", "Ketentuan"]
    st.dataframe(pd.DataFrame(rows, columns=pd.Index(names)), hide_index=True, width="stretch")


def _what_is_missing(kept: _Kept, fields: Sequence[StudyField]) -> None:
    told = kept.told
    used = {one.name for one in kept.asked.places.values()}
    without = [one.name for one in fields if one.name not in used]
    rows = [
        (name, told.unread[name], told.examples.get(name, ""), told.blank[name])
        for name in told.blank
        if told.unread[name] or told.blank[name]
    ]
    if rows:
        st.markdown("**Sel yang kosong atau tidak terbaca** dihitung belum diketahui")
        names = ["Dibaca sebagai", "Tidak terbaca", "Contoh", "Kosong"]
        st.dataframe(pd.DataFrame(rows, columns=pd.Index(names)), hide_index=True, width="stretch")
    if without:
        with st.expander(f"{number(len(without))} hal tidak ada di register, jadi belum diketahui"):
            for name in without:
                st.markdown(f"- {plain(name)}")


def _downloads(kept: _Kept, key: str) -> None:
    if len(kept.found.rows) < kept.found.size:
        st.caption(f"Berkas hasil memuat {number(len(kept.found.rows))} baris pertama.")
    with st.container(horizontal=True):
        st.download_button(
            "Unduh hasil (CSV)",
            lambda: as_csv(*_listed(kept)),
            file_name="hasil-register-lain.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
            key=f"{key}:csv",
        )
        st.download_button(
            "Unduh hasil (.xlsx)",
            lambda: as_workbook(*_listed(kept)),
            file_name="hasil-register-lain.xlsx",
            mime=_XLSX,
            on_click="ignore",
            icon=":material/download:",
            key=f"{key}:xlsx",
        )


def _listed(kept: _Kept) -> tuple[list[str], list[list[str | int | None]]]:
    """The headings and the rows of the file: the mark of each row, its verdict, its amount, its outcomes."""
    found, at = kept.found, kept.asked.number_at
    rules = [f"{one.rule.place} {one.rule.title}" for one in found.provisions]
    amounts = [_AMOUNT] if found.amounts else []
    rows: list[list[str | int | None]] = []
    for place, verdict, amount, *outcomes in found.rows:
        mark = place if isinstance(place, str) else place + 1 if at is None else _mark(kept.sheet, place, at)
        told = [str(_OUTCOMES[one]) for one in outcomes]
        rows.append([mark, VERDICT_LABELS[Verdict(verdict)], *([amount] if amounts else []), *told])
    return [kept.asked.number_name, "Hasil", *amounts, *rules], rows


def _mark(sheet: StudySheet, place: int, at: int) -> str:
    row = sheet.rows[place]
    return as_text(row[at]) if at < len(row) else ""
