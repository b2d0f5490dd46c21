"""The files on their way to the money: which stage each has reached, and whom it waits for."""

from collections.abc import Mapping
from dataclasses import replace
from math import ceil
from typing import Any

import pandas as pd
import streamlit as st

from db.sampang.applications.application_list import (
    Filter,
    ListRow,
    counts_by_stage,
    list_applications,
    total_of,
)
from db.sampang.origination.approved import approved_amounts
from domain.money import rupiah
from domain.regions.regions import district
from domain.roles import Person
from domain.sampang.origination.stages import CANDIDATES, COMMITTED, Stage
from domain.sampang.origination.waiting_files import stages_waiting_for
from domain.sampang.programme import SAMPANG
from pages.parts.address import pills
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.store import database
from pages.sampang.loans.stage_signs import stage_label, who_is_next

PAGE_SIZE = 50
_FROM_THE_COUNTER_ON = (
    Stage.FILED,
    *CANDIDATES,
    *COMMITTED,
    Stage.REFUSED,
    Stage.WITHDRAWN,
)
_PAGE = "pinjaman-halaman"
STAGE = "tahap"


def show_files(person: Person) -> None:
    """Show the search, the stages with their counts, and one page of the files."""
    wanted = _filter(person)
    with database().read() as session:
        counts = counts_by_stage(session, person, wanted)
    if stage := _stage_pills(counts):
        wanted = replace(wanted, status=stage)
    number = st.session_state.get(_PAGE, 1)
    with database().read() as session:
        asked: dict[str, Any] = {"page_size": PAGE_SIZE, "total": total_of(counts, stage)}
        found = list_applications(session, person, wanted, page=number, **asked)
        if number > 1 and not found.rows:
            number = 1
            found = list_applications(session, person, wanted, **asked)
        approved = approved_amounts(session, person, [row.id for row in found.rows])
    _table(found.rows, found.total, (number - 1) * PAGE_SIZE, approved)
    pages = ceil(found.total / PAGE_SIZE)
    if pages > 1:
        st.pagination(pages, key=_PAGE)


def _filter(person: Person) -> Filter:
    search, mine = st.columns([3, 2], vertical_alignment="bottom")
    text = search.text_input(
        "Cari nama atau nomor",
        key="cari-pinjaman",
        type="search",
        placeholder="nama atau nomor",
        persist_state="session",
    )
    only_mine = mine.toggle("Hanya yang menunggu saya", key="menunggu-saya", persist_state="session")
    stages = stages_waiting_for(person.roles_in(SAMPANG.key)) if only_mine else _FROM_THE_COUNTER_ON
    return Filter(text=text or "", stages=stages)


def _stage_pills(counts: Mapping[Stage, int]) -> Stage | None:
    words = {stage.value: f"{stage_label(stage)} · {counts.get(stage, 0)}" for stage in _FROM_THE_COUNTER_ON}
    chosen = pills(STAGE, "Tahap", words, kind=Stage)
    return Stage(chosen) if chosen else None


def _table(rows: tuple[ListRow, ...], total: int, before: int, approved: Mapping[int, int]) -> None:
    if not rows:
        st.info("Tidak ada berkas yang cocok. Kosongkan pencarian atau pilih tahap lain.")
        return
    st.caption(f"{before + 1}-{before + len(rows)} dari {total} berkas. Ketuk satu baris untuk membukanya.")
    chosen = st.dataframe(
        pd.DataFrame([_line(row, approved.get(row.id)) for row in rows]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key=f"pinjaman-tabel-{before}",
        height=min(38 + 35 * len(rows), 620),
    )
    if one := opened_row(chosen, rows):
        st.query_params["no"] = str(one.id)
        st.rerun()


def _line(row: ListRow, approved: int | None) -> dict[str, str]:
    place = district(row.district_code) if row.district_code else None
    return {
        "Nomor": row.number,
        "Nama": row.name,
        "Tahap": stage_label(row.status),
        "Menunggu siapa": who_is_next(row.status),
        "Jumlah": _amount(row, approved),
        "Kecamatan": place.name if place else "–",
    }


def _amount(row: ListRow, approved: int | None) -> str:
    if approved is not None:
        return f"{rupiah(approved)} (ditetapkan)"
    if row.amount is None:
        return "belum diisi"
    return f"{rupiah(row.amount)} (diminta)"
