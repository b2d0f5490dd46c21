"""The table of the binaan that are left, a page at a time; a row opens its story beside it."""

from collections.abc import Mapping, Sequence
from math import ceil

import pandas as pd
import streamlit as st

from db.blitar.caseload.explorer import Explored
from domain.blitar.caseload.attention import needs_visit, visit_in_short
from domain.blitar.caseload.overview import ClientOverview
from domain.blitar.caseload.progress import Movement, Rung
from domain.blitar.kinds import SubjectKind
from domain.dates import indonesian_date
from domain.regulation.law_in_force import LawInForce
from pages.blitar.clients.caseload.address_choices import DISTRICT_NAMES, put_alone
from pages.parts.coloured_column import Colour, coloured, label_in_colour
from pages.parts.opened_row import BY_A_TAP, opened_row
from pages.parts.signs import LATE

PAGE_SIZE = 50
SIGNS = {
    Movement.UP: "▲",
    Movement.SAME: "=",
    Movement.DOWN: "▼",
    Movement.NOT_MEASURED: "…",
    Movement.UNKNOWN: "–",
}
_KINDS = {SubjectKind.CLIENT_COOPERATIVE: "Koperasi", SubjectKind.CLIENT_MICRO: "Usaha mikro"}
_COLOURS: Mapping[Movement, Colour] = {
    Movement.UP: "green",
    Movement.SAME: "gray",
    Movement.DOWN: "red",
    Movement.NOT_MEASURED: "orange",
    Movement.UNKNOWN: "gray",
}
_MOVEMENTS = coloured({f"{SIGNS[one]} {one.label}": colour for one, colour in _COLOURS.items()})
_ROW, _HEAD, _TALLEST = 35, 38, 620


def page_now(state: str) -> int:
    """The page that is open of the list in some state; another state begins at the first."""
    told = st.session_state.get(_page_key(state), 1)
    return told if isinstance(told, int) else 1


def show_table(found: Explored, state: str, page: int, law: LawInForce) -> ClientOverview | None:
    """Show one page and give the binaan of the chosen row."""
    if not found.rows:
        st.info("Tidak ada binaan yang cocok dengan saringan ini. Hapus satu saringan, atau semuanya.")
        st.button("Tampilkan semua binaan", on_click=put_alone, key="semua")
        return None
    chosen = st.dataframe(
        pd.DataFrame([_line(row, law, found.rungs.get(row.id, ())) for row in found.rows]).fillna("–"),
        hide_index=True,
        on_select="rerun",
        selection_mode=BY_A_TAP,
        key=table_key(state, page),
        height=min(_HEAD + _ROW * len(found.rows), _TALLEST),
        column_config={"Nama": st.column_config.TextColumn(width=190), "Perkembangan": _MOVEMENTS},
    )
    pages = ceil(found.counts.fitting / PAGE_SIZE)
    if pages > 1:
        st.pagination(pages, key=_page_key(state))
    return opened_row(chosen, found.rows)


def table_key(state: str, page: int) -> str:
    """The key of the table that shows one page of the list in some state."""
    return f"binaan-tabel:{state}:{page}"


def movement_in_words(movement: Movement) -> str:
    """Where somebody went, with its sign."""
    return f"{SIGNS[movement]} {movement.label}"


def _line(row: ClientOverview, law: LawInForce, rungs: Sequence[Rung]) -> Mapping[str, object]:
    late = row.ended_on is None and needs_visit(row.since, row.last_visit_on, law)
    visited = visit_in_short(row.since, row.last_visit_on, law.day)
    return {
        "Nama": row.name,
        "Kunjungan terakhir": f"{LATE} {visited}" if late else visited,
        "Pendamping": row.mentor or "tanpa Pendamping",
        "Kecamatan": DISTRICT_NAMES.get(row.district_code or "", "–"),
        "Tindak lanjut": _follow_ups(row),
        "Perkembangan": label_in_colour(movement_in_words(row.movement)),
        **{rung.indicator.label: rung.before_and_after for rung in rungs},
        "Tahap": row.stage.label,
        "Jenis": _KINDS[row.kind],
        "Sektor": row.sector.label if row.sector else "–",
        "Nomor": row.number,
    } | ({} if row.ended_on is None else {"Diakhiri": indonesian_date(row.ended_on)})


def _follow_ups(row: ClientOverview) -> str:
    if row.overdue_follow_ups:
        return f"{LATE} {row.overdue_follow_ups} lewat batas, {row.open_follow_ups} terbuka"
    return f"{row.open_follow_ups} terbuka" if row.open_follow_ups else "–"


def _page_key(state: str) -> str:
    return f"binaan-halaman:{state}"
