"""The list of applications with its filters, a page at a time."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from math import ceil
from typing import Any

import pandas as pd
import streamlit as st

from db.sampang.applications.application_list import (
    FileGroup,
    Filter,
    ListRow,
    Page,
    Sort,
    counts_by_group,
    list_applications,
    total_of,
)
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.regions.regions import SAMPANG_REGENCY, district, districts
from domain.regulation.assessment import Verdict
from domain.roles import Person
from domain.sampang.kinds import ApplicantKind
from domain.sampang.largest import kept_most_in_words
from domain.sampang.origination.stages import Stage
from pages.parts.address import pills
from pages.parts.coloured_column import coloured, label_in_colour
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.store import database
from pages.parts.verdicts import colour_of, label_of
from pages.sampang.law import law_today
from pages.sampang.standing import DUE

PAGE_SIZE = 50
RESULT_IN_ADDRESS = "hasil"
_ALL = "semua"
_VERDICTS = coloured({label_of(one): colour_of(one) for one in Verdict} | {DUE: "gray"})


def show_list(person: Person) -> None:
    """Show the filters, the counts, and one page of the list."""
    st.title("Kelayakan")
    wanted, sort = _filters()
    law = law_today()
    with database().read() as session:
        by_group = counts_by_group(session, person, wanted, law=law)
    group = _group_pills(by_group, wanted)
    counts = by_group[group] if group else sum(map(Counter, by_group.values()), Counter())
    wanted = replace(wanted, group=group, verdict=_verdict_pills(counts))
    number = st.session_state.get("halaman", 1)
    with database().read() as session:
        total = total_of(counts, wanted.verdict)
        asked: dict[str, Any] = {"page_size": PAGE_SIZE, "sort": sort, "law": law, "total": total}
        found = list_applications(session, person, wanted, page=number, **asked)
        if number > 1 and not found.rows:
            number = 1
            found = list_applications(session, person, wanted, page=1, **asked)
    _table(found, (number - 1) * PAGE_SIZE)
    pages = ceil(found.total / PAGE_SIZE)
    if pages > 1:
        st.pagination(pages, key="halaman")


def _filters() -> tuple[Filter, Sort]:
    names = {entry.code: entry.name for entry in districts(SAMPANG_REGENCY.code)}
    search, kind, place, status, order = st.columns([3, 2, 2, 2, 2])
    text = search.text_input(
        "Cari nama atau nomor", key="nama", bind="query-params", type="search", placeholder="nama atau nomor"
    )
    with kind:
        chosen_kind = _any_of("Jenis", "jenis", {str(one): one.label for one in ApplicantKind})
    with place:
        chosen_place = _any_of("Kecamatan", "kecamatan", names)
    with status:
        chosen_status = _any_of("Status", "status", {str(one): one.label for one in Stage})
    sort = order.selectbox(
        "Urutan", list(Sort), format_func=lambda one: one.label, key="urutan", persist_state="session"
    )
    wanted = Filter(
        text=text or "",
        kind=ApplicantKind(chosen_kind) if chosen_kind else None,
        district_code=chosen_place,
        status=Stage(chosen_status) if chosen_status else None,
    )
    return wanted, Sort(sort or Sort.NEWEST)


def _any_of(label: str, key: str, names: Mapping[str, str]) -> str | None:
    """One of a few values, or nothing for all of them; kept while another screen is open."""
    return st.selectbox(
        label,
        list(names),
        index=None,
        format_func=lambda value: names[value],
        placeholder="Semua",
        key=key,
        persist_state="session",
    )


def _group_pills(
    counts: Mapping[FileGroup, Mapping[Verdict | None, int]], wanted: Filter
) -> FileGroup | None:
    """The undecided ones at first; who looks for a name or a status finds it wherever it is."""
    found = {group: sum(counts[group].values()) for group in FileGroup}
    words = {group.value: f"{group.label} · {found[group]}" for group in FileGroup}
    words[_ALL] = f"Semua · {sum(found.values())}"
    looks = bool(wanted.text.strip()) or wanted.status is not None
    otherwise = _ALL if looks else FileGroup.UNDECIDED.value
    chosen = pills("berkas" if not looks else "berkas-dicari", "Berkas", words, otherwise)
    return FileGroup(chosen) if chosen and chosen != _ALL else None


def _verdict_pills(counts: Mapping[Verdict | None, int]) -> Verdict | None:
    words = {verdict.value: f"{label_of(verdict)} · {counts.get(verdict, 0)}" for verdict in Verdict}
    chosen = pills(RESULT_IN_ADDRESS, "Hasil", words, kind=Verdict)
    return Verdict(chosen) if chosen else None


def _table(found: Page, before: int) -> None:
    if not found.rows:
        st.info("Tidak ada pengajuan yang cocok. Kosongkan pencarian atau pilih saringan lain.")
        return
    first, last = before + 1, before + len(found.rows)
    st.caption(f"{first}-{last} dari {found.total} pengajuan. Ketuk satu baris untuk membukanya.")
    chosen = st.dataframe(
        pd.DataFrame([_line(row) for row in found.rows]),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key=f"tabel-{before}",
        column_config={"Hasil": _VERDICTS},
        height=min(38 + 35 * len(found.rows), 620),
    )
    if one := opened_row(chosen, found.rows):
        st.query_params["no"] = str(one.id)
        st.rerun()


def _line(row: ListRow) -> dict[str, object]:
    place = district(row.district_code) if row.district_code else None
    return {
        "Nomor": row.number,
        "Nama": row.name,
        "Hasil": label_in_colour(_verdict(row)),
        "Diminta": "belum diisi" if row.amount is None else rupiah(row.amount),
        "Paling banyak": _most(row),
        "Jenis": row.kind.label,
        "Kecamatan": place.name if place else "–",
        "Diajukan": indonesian_date(row.filed_on) if row.filed_on else "–",
        "Status": row.status.label,
    }


def _verdict(row: ListRow) -> str:
    if row.is_older:
        return "Pinjaman lama"
    return DUE if row.is_due else label_of(row.verdict)


def _most(row: ListRow) -> str:
    return "–" if row.verdict is None else kept_most_in_words(row.most, row.verdict)
