"""The filters of the caseload: quick views, one row of fields with counts, and what is left."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from db.blitar.caseload.client_filters import NOBODY, Agreed, ClientFilter, Facet, Status, Visited
from db.blitar.caseload.explorer import ClientSort, Explored
from domain.blitar.caseload.attention import days_without_visit
from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.stage import Stage
from domain.blitar.client import CLIENT_KINDS
from domain.blitar.goals_and_tasks import Goal
from domain.blitar.indicators import OFFICE_OWN
from domain.blitar.instruments import at
from domain.blitar.kinds import Sector
from domain.labelled import Labelled
from domain.money import number
from domain.regulation.law_in_force import LawInForce
from pages.blitar.clients.caseload import address_choices
from pages.blitar.clients.caseload.address_choices import DISTRICT_NAMES, pick, put_alone
from pages.parts.text import plain, shortened

_QUICK: Mapping[str, Mapping[str, str]] = {
    "Perlu dikunjungi": {address_choices.VISITED: Visited.OVERDUE},
    "Tindak lanjut lewat batas": {address_choices.AGREED: Agreed.OVERDUE},
    "Naik": {address_choices.MOVEMENT: Movement.UP},
    "Tetap": {address_choices.MOVEMENT: Movement.SAME},
    "Turun": {address_choices.MOVEMENT: Movement.DOWN},
    "Belum diukur lagi": {address_choices.MOVEMENT: Movement.NOT_MEASURED},
    "Tanpa data awal": {address_choices.MOVEMENT: Movement.UNKNOWN},
}
_QUICK_KEY = "binaan-cepat"


def show_quick_views() -> None:
    """Show the views asked for most, each of which puts every other choice away."""
    told = {name: address_choices.value_in_address(name) for name in address_choices.FILTERS}
    told = {name: value for name, value in told.items() if value}
    st.session_state[_QUICK_KEY] = next((name for name, view in _QUICK.items() if view == told), None)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader("Daftar binaan", anchor=False, width="content")
        st.pills(
            "Tampilan cepat",
            list(_QUICK),
            key=_QUICK_KEY,
            on_change=_open_quick_view,
            label_visibility="collapsed",
            width="content",
        )


def show_filters(found: Explored, law: LawInForce, *, with_mentors: bool) -> None:
    """Show every field with what each choice would leave."""
    by = found.counts.by
    with st.grid("auto", min_column_width=150, gap="small"):
        pick(address_choices.DISTRICT, "Kecamatan", _counted(DISTRICT_NAMES, by[Facet.DISTRICT]))
        if with_mentors:
            pick(address_choices.MENTOR, "Pendamping", _mentors(found))
        pick(
            address_choices.KIND,
            "Jenis",
            _counted({one.value: one.label for one in CLIENT_KINDS}, by[Facet.KIND]),
        )
        days = days_without_visit(law)
        pick(
            address_choices.VISITED,
            "Kunjungan terakhir",
            _counted(_labels(Visited), by[Facet.VISITED]),
            help=f"Perlu dikunjungi: lebih dari {days} hari tanpa kunjungan. Batas hari ditetapkan kantor; "
            "yang belum pernah dikunjungi dihitung sejak mulai didampingi.",
        )
        pick(address_choices.AGREED, "Tindak lanjut", _counted(_labels(Agreed), by[Facet.AGREED]))


def show_more_filters(found: Explored) -> None:
    """Show what is chosen less often, and the order."""
    with st.popover("Saringan lain dan urutan", icon=":material/tune:", type="tertiary"):
        _more(found.counts.by)


def show_what_is_left(found: Explored, wanted: ClientFilter) -> None:
    """Show how many binaan fit, by what, and how to undo it or to send it to somebody."""
    counts, told = found.counts, filter_in_words(wanted, found.mentors)
    of_all = f" dari {number(counts.everybody)}" if wanted.status is Status.OPEN else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{number(counts.fitting)}{of_all} binaan**", width="content")
        if told:
            st.caption(plain(shortened(told, 200)), width="content")
            st.button(
                "Hapus saringan", on_click=put_alone, type="tertiary", icon=":material/close:", key="hapus"
            )
        with st.popover("Salin tautan", icon=":material/link:", type="tertiary"):
            st.caption("Tautan ini membuka tampilan yang sama. Simpan sebagai markah atau kirim ke rekan.")
            st.code(_link(), language=None, wrap_lines=True)


def filter_in_words(wanted: ClientFilter, mentors: Mapping[int, str]) -> str:
    """The choices that were made, for whoever reads the list."""
    mentor = None
    if wanted.mentor_id is not None:
        mentor = "tanpa Pendamping" if wanted.mentor_id == NOBODY else mentors.get(wanted.mentor_id, "")
    goal = f"tujuan {wanted.goal.label} ({wanted.goal.citation.place})" if wanted.goal else None
    told = (
        f"“{wanted.text.strip()}”" if wanted.text.strip() else None,
        f"Kecamatan {DISTRICT_NAMES[wanted.district_code]}" if wanted.district_code else None,
        mentor,
        *(one.label for one in (wanted.kind, wanted.sector, wanted.stage, wanted.visited) if one),
        f"tindak lanjut {wanted.agreed.label.lower()}" if wanted.agreed else None,
        goal,
        f"perkembangan {wanted.movement.label}" if wanted.movement else None,
        None if wanted.status is Status.OPEN else f"status {wanted.status.label.lower()}",
    )
    return " · ".join(one for one in told if one)


def _more(by: Mapping[Facet, Mapping[str | None, int]]) -> None:
    with st.grid("auto", min_column_width=150, gap="small"):
        pick(address_choices.SECTOR, "Sektor", _counted(_labels(Sector), by[Facet.SECTOR]))
        pick(address_choices.STAGE, "Tahap", _counted(_labels(Stage), by[Facet.STAGE]))
        goals = {one.value: f"{one.label} ({one.letter})" for one in Goal}
        pick(
            address_choices.GOAL,
            "Tujuan",
            goals,
            none="Semua tujuan",
            help=f"{at('2(2)').place}. {OFFICE_OWN}",
        )
        pick(
            address_choices.MOVEMENT,
            "Perkembangan",
            _counted({one.value: one.label.capitalize() for one in Movement}, by[Facet.MOVEMENT]),
            help="Nilai terbaru dibanding data awal, pada tujuan yang dipilih atau pada semua tujuan. Turun "
            "bila satu indikator turun, naik bila ada yang naik dan tidak ada yang turun. Cara menghitung "
            "ini pilihan kantor.",
        )
        known = {one.value: one.label for one in Status if one is not Status.OPEN}
        pick(
            address_choices.STATUS,
            "Status",
            _counted(known, by[Facet.STATUS], but=Status.ALL),
            none="Didampingi",
        )
        orders = {one.value: one.label for one in ClientSort if one is not ClientSort.WAITING}
        pick(address_choices.SORT, "Urutan", orders, none=ClientSort.WAITING.label)


def _counted(words: Mapping[str, str], counts: Mapping[str | None, int], but: str = "") -> dict[str, str]:
    return {
        value: label if value == but else f"{label} · {number(counts.get(value, 0))}"
        for value, label in words.items()
    }


def _mentors(found: Explored) -> dict[str, str]:
    counted = found.counts.by[Facet.MENTOR]
    words = {
        str(number_): f"{name} · {number(counted[str(number_)])}" for number_, name in found.mentors.items()
    }
    if None in counted:
        words[str(NOBODY)] = f"Tanpa Pendamping · {number(counted[None])}"
    told = st.query_params.get(address_choices.MENTOR)
    return words if told is None or told in words else {**words, told: "Pendamping yang dipilih · 0"}


def _labels(kinds: type[Labelled]) -> dict[str, str]:
    return {one.value: one.label for one in kinds}


def _open_quick_view() -> None:
    put_alone(**_QUICK.get(st.session_state.get(_QUICK_KEY) or "", {}))


def _link() -> str:
    names = (*address_choices.FILTERS, address_choices.SORT, address_choices.VIEW)
    told = {name: st.query_params[name] for name in names if st.query_params.get(name)}
    return f"{st.context.url or ''}?{urlencode(told)}"
