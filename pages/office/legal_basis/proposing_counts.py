"""The grid that proposes how many usaha mikro and koperasi each kecamatan has, with source and day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from db.office.settings import propose_setting
from domain.dates import indonesian_date
from domain.money import number
from domain.problems import Problem
from domain.programme import Programme
from domain.regions.business_counts import SOURCE, BusinessCounts, counts_from, faults_of, typed_counts
from domain.regions.regions import District, districts
from domain.regulation.law_in_force import LawInForce
from domain.regulation.office_proposals import SettingProposed
from domain.regulation.parameter import Parameter, Value
from domain.regulation.wording import parameter_value
from domain.roles import Person
from domain.typed import Day, Reason
from domain.typed_numbers import parse_count
from pages.parts.fields import Form
from pages.parts.sending import send
from pages.parts.store import today
from pages.parts.text import plain

_ROW, _HEAD = 35, 38  # pixels
_DISTRICT, _BUSINESSES, _COOPERATIVES = "Kecamatan", "Usaha mikro", "Koperasi"
Typed = Mapping[str, tuple[int | None, int | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is asked beside the grid."""

    source: Annotated[str, SOURCE]
    since: Annotated[date, Day("Keadaan pada tanggal")]
    reason: Reason


def propose_counts(
    person: Person,
    programme: Programme,
    parameter: Parameter,
    law: LawInForce,
    nonce: str,
    start: Mapping[str, Any],
) -> str:
    """Ask for the counts of all kecamatan; gives the proposal's title once it is stored."""
    current = parameter.entry_on(law.day)
    now = f", keadaan {indonesian_date(current.since)}" if current else ""
    st.caption(f"Sekarang: {plain(parameter_value(parameter, current.value if current else None))}{now}.")
    again = _counts_of(start.get("value"))
    filled = {"since": start.get("since"), "reason": start.get("reason"), "source": again.source}
    form = Form(f"{nonce}:{parameter.key}", filled, _Asked)
    here = districts(programme.regency.code)
    with st.container(border=True):
        form.ask("source", hint="mis. data BPS atau ODS, dengan tahunnya")
        since = form.ask("since")
        form.ask("reason", hint="mis. pemutakhiran data tahunan")
        typed, unread = _grid(form.nonce, here, again)
        sent = st.button("Ajukan usulan", type="primary", key=f"{form.nonce}:kirim")
    if not sent:
        return ""
    told = form.answers()
    counts, half = typed_counts(told["source"], typed, {one.code: one.name for one in here})
    faults = [one for one in faults_of(counts, programme.regency.code) if one.field != "source"]
    # What cannot be read is told first; until then the rest of its row looks half filled.
    wrong = unread or [*half, *faults]
    if _has(form, [*form.problems, *form.blanks(), *wrong, *_too_early(since)]):
        return ""
    proposed, value = SettingProposed(since=told["since"], reason=told["reason"]), counts.written()
    stored = send(
        lambda session, at: propose_setting(
            session, person, programme, parameter, value, proposed, nonce=nonce, at=at
        )
    )
    return parameter.label if stored is not None else ""


def _has(form: Form, problems: list[Problem]) -> bool:
    """Say every problem beside its field, or under the grid, and tell whether there is any."""
    for one in form.say(problems):
        st.markdown(f":red[⚠ {plain(one.sentence)}]")
    if problems:
        st.error("Belum diajukan: perbaiki dahulu isian yang bertanda ⚠. Yang sudah Anda ketik tetap ada.")
    return bool(problems)


def show_counts(regency: str, value: Value) -> None:
    """Every kecamatan with what was counted there, for whoever approves."""
    counts = _counts_of(value)
    with st.expander("Angka tiap kecamatan"):
        rows = _frame(districts(regency), counts)
        st.dataframe(
            rows,
            hide_index=True,
            height=_HEAD + _ROW * len(rows),
            placeholder="belum diketahui",
            column_config=_columns(st.column_config.NumberColumn(format="localized", width=110)),
        )


def _grid(nonce: str, here: tuple[District, ...], again: BusinessCounts) -> tuple[Typed, list[Problem]]:
    """One row for each kecamatan, and what cannot be read; a blank cell is a number that nobody knows.

    The cells are text, so that "1.234" stays what the office means by it.
    """
    st.caption(
        "Isi kedua angka satu kecamatan, atau tempel dari lembar kerja. Yang dibiarkan kosong tetap "
        "belum diketahui, bukan 0. Hitungan lama tetap berlaku untuk hari-harinya."
    )
    base, editor = f"{nonce}:awal", f"{nonce}:tabel"
    if base not in st.session_state or editor not in st.session_state:
        st.session_state[base] = st.session_state.get(f"{nonce}:isi", _typed_frame(here, again))
    edited = st.data_editor(
        st.session_state[base],
        column_config=_columns(st.column_config.TextColumn(width=110)),
        disabled=[_DISTRICT],
        num_rows="fixed",
        hide_index=True,
        height=_HEAD + _ROW * len(here),
        placeholder="–",
        key=editor,
    )
    st.session_state[f"{nonce}:isi"] = edited
    return _read(here, edited)


def _read(here: tuple[District, ...], edited: pd.DataFrame) -> tuple[Typed, list[Problem]]:
    found: dict[str, tuple[int | None, int | None]] = {}
    unread: list[Problem] = []
    for one, *cells in zip(here, edited[_BUSINESSES], edited[_COOPERATIVES], strict=True):
        businesses, cooperatives = (parse_count("" if pd.isna(cell) else str(cell)) for cell in cells)
        told = [read for read in (businesses, cooperatives) if isinstance(read, Problem)]
        unread += [Problem("value", f"{one.name}: {wrong.sentence}") for wrong in told]
        found[one.code] = _known(businesses), _known(cooperatives)
    return found, unread


def _known(read: int | Problem | None) -> int | None:
    return None if isinstance(read, Problem) else read


def _typed_frame(here: tuple[District, ...], counts: BusinessCounts) -> pd.DataFrame:
    """The counts as the cells show them, to be typed over."""
    known = _frame(here, counts)
    for name in (_BUSINESSES, _COOPERATIVES):
        known[name] = pd.Series([None if pd.isna(n) else number(int(n)) for n in known[name]], dtype="object")
    return known


def _frame(here: tuple[District, ...], counts: BusinessCounts) -> pd.DataFrame:
    told = [counts.by_district.get(one.code) for one in here]
    return pd.DataFrame(
        {
            _DISTRICT: [one.name for one in here],
            _BUSINESSES: pd.array([one.businesses if one else None for one in told], dtype="Int64"),
            _COOPERATIVES: pd.array([one.cooperatives if one else None for one in told], dtype="Int64"),
        }
    )


def _columns(count: ColumnConfig) -> dict[str, ColumnConfig]:
    return {
        _DISTRICT: st.column_config.TextColumn(pinned=True),
        _BUSINESSES: count,
        _COOPERATIVES: count,
    }


def _counts_of(value: Any) -> BusinessCounts:
    found = counts_from(value) if isinstance(value, str) else None
    return found or BusinessCounts("", {})


def _too_early(day: date | None) -> list[Problem]:
    if day is None or day <= today():
        return []
    return [Problem("since", f"Hitungan paling baru keadaan hari ini, {indonesian_date(today())}.")]
