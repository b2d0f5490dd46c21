"""Perlu perhatian: at most five kinds; an open one lists its rows, each one click from its remedy."""

from collections.abc import Mapping
from math import ceil

import streamlit as st

from db.blitar.caseload.attention import attention_rows
from db.blitar.caseload.kinds_of_attention import (
    ClientToVisit,
    ContractToRenew,
    DutyToMeet,
    FollowUpToClose,
    IdleMentor,
    VisitToSend,
    Waiting,
)
from domain.blitar.caseload.attention import (
    WATCHED_BY,
    AttentionKind,
    count_in_words,
    days_before_contract_end,
    days_left_in_words,
    days_without_visit,
    late_in_words,
    visit_in_words,
)
from domain.blitar.caseload.duties import HALAL_FOOD, state_in_words
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_date, indonesian_month
from domain.programme import may
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.caseload.address_choices import (
    DISTRICT_NAMES,
    MENTOR,
    NEEDED,
    ONE,
    one_of,
    put,
    put_alone,
)
from pages.blitar.clients.caseload.reminding import offer_reminder
from pages.blitar.screen_tabs import MentorsTab, VisitsTab, link_to
from pages.parts.store import database
from pages.parts.text import plain, shortened
from pages.parts.wings import screen_at

PAGE_SIZE = 10
_GO = ":material/arrow_forward:"


def show_attention(person: Person, counts: Mapping[AttentionKind, int], law: LawInForce) -> None:
    """Show what waits of each kind, and the rows of the open one."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.subheader("Perlu perhatian", anchor=False, width="content")
        st.caption(f"Pemantauan dan evaluasi ({WATCHED_BY.place}), keadaan {indonesian_date(law.day)}.")
    if not any(counts.values()):
        st.success("✔ Tidak ada yang menunggu: binaan dikunjungi, tindak lanjut tepat waktu.")
        return
    opened = one_of(AttentionKind, NEEDED)
    waiting = [kind for kind in AttentionKind if counts.get(kind) or opened is kind]
    with st.container(horizontal=True, gap="small"):
        for kind in waiting:
            _choice(kind, counts.get(kind, 0), opened is kind)
    if none := [kind.label.lower() for kind in AttentionKind if kind not in waiting]:
        st.caption(f"✔ Tidak ada: {', '.join(none)}.")
    if opened is not None:
        _rows(person, opened, counts.get(opened, 0), law)


def meaning_of(kind: AttentionKind, law: LawInForce) -> str:
    """What a kind counts, and who set its measure."""
    match kind:
        case AttentionKind.NO_VISIT:
            days = days_without_visit(law)
            return f"Lebih dari {days} hari tanpa kunjungan; batas hari ditetapkan kantor."
        case AttentionKind.FOLLOW_UPS:
            return "Disepakati saat kunjungan, belum ditutup, dan batas tanggalnya sudah lewat."
        case AttentionKind.IDLE_MENTORS:
            month = indonesian_month(law.day)
            return f"Bertugas sejak sebelum {month}, dan belum ada kunjungan terkirim pada {month}."
        case AttentionKind.NOT_SENT:
            return "Masih draf atau dikembalikan Fasilitator, jadi belum dihitung."
        case AttentionKind.CONTRACTS:
            days = days_before_contract_end(law)
            return f"Hari terakhir bertugas dalam {days} hari; jangka hari ditetapkan kantor."
        case AttentionKind.DUTIES:
            return HALAL_FOOD.told
    raise AssertionError(kind)


def _choice(kind: AttentionKind, count: int, is_open: bool) -> None:
    st.button(
        f"**{count_in_words(kind, count)}** · {kind.label}",
        on_click=put,
        kwargs={NEEDED: None if is_open else kind.value},
        icon=":material/expand_less:" if is_open else None,
        type="primary" if is_open else "secondary",
        key=f"perlu:{kind}",
    )


def _rows(person: Person, kind: AttentionKind, count: int, law: LawInForce) -> None:
    with st.container(border=True):
        st.markdown(f"**{kind.label}: {count_in_words(kind, count)}**")
        if not count:
            st.success("✔ Sudah tidak ada. Pilih jenis lain, atau lanjutkan ke daftar di bawah.")
            return
        st.caption(meaning_of(kind, law))
        key, pages = f"perlu-halaman:{kind}", ceil(count / PAGE_SIZE)
        page = min(st.session_state.get(key, 1), pages)
        with database().read() as session:
            rows = attention_rows(session, person, kind, law, page=page, page_size=PAGE_SIZE)
        for place, row in enumerate(rows):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                _row(person, row, law, place)
                offer_reminder(person, row, law)
        if pages > 1:
            st.pagination(pages, key=key, max_visible_pages=5)


def _row(person: Person, row: Waiting, law: LawInForce, place: int) -> None:
    match row:
        case ClientToVisit():
            where = DISTRICT_NAMES.get(row.district_code or "", "kecamatan belum diisi")
            since = visit_in_words(row.since, row.last_visit_on, law.day)
            _told(row.name, f"{since} · {where} · {row.mentor or 'tanpa Pendamping'}")
            address = link_to(VisitsTab.RECORD, **{ONE: str(row.client_id)})
            _visit_link(person, "Catat kunjungan", address, row.client_id, place)
        case FollowUpToClose():
            late = f"{late_in_words(row.due_on, law.day)}, {row.doer.label}"
            _told(row.told, f"{row.name} · {late} · {row.mentor or 'tanpa Pendamping'}")
            _visit_link(person, "Tutup tindak lanjut", {"kunjungan": str(row.visit_id)}, row.client_id, place)
        case IdleMentor():
            _idle(person, row, place)
        case VisitToSend():
            _told(row.name, f"{indonesian_date(row.on)} · {row.state.label.lower()} · {row.mentor}")
            _visit_link(person, "Buka kunjungan", {"kunjungan": str(row.visit_id)}, None, place)
        case DutyToMeet():
            where = DISTRICT_NAMES.get(row.district_code or "", "kecamatan belum diisi")
            state = state_in_words(HALAL_FOOD, row.value)
            _told(row.name, f"{state} · {where} · {row.mentor or 'tanpa Pendamping'}")
            address = link_to(VisitsTab.RECORD, **{ONE: str(row.client_id)})
            _visit_link(person, "Catat kunjungan", address, row.client_id, place)
        case ContractToRenew():
            told = f"{row.kind.label} · {days_left_in_words(row.last_day, law.day)}"
            _told(row.mentor, f"{told} · {row.clients} binaan")
            _link(person, "pendamping", "Buka Pendamping", {"orang": str(row.mentor_id)})


def _idle(person: Person, row: IdleMentor, place: int) -> None:
    last = f"terakhir {indonesian_date(row.last_visit_on)}" if row.last_visit_on else "belum pernah"
    _told(row.mentor, f"{row.clients} binaan · kunjungan {last}")
    if may(person, BlitarPermission.VERIFY_VISITS, BLITAR) or not may(
        person, BlitarPermission.RECORD_VISITS, BLITAR
    ):
        mentor = {MENTOR: str(row.mentor_id)}
        st.button("Lihat binaannya", on_click=put_alone, kwargs=mentor, key=f"binaannya:{place}", icon=_GO)
        _link(person, "pendamping", "Jadwal kerja", link_to(MentorsTab.WEEK))
    else:
        _link(person, "kunjungan", "Catat kunjungan", link_to(VisitsTab.RECORD))


def _visit_link(
    person: Person, label: str, address: Mapping[str, str], client_id: int | None, place: int
) -> None:
    """The way to the visits; who has no such screen opens the binaan instead."""
    if not _link(person, "kunjungan", label, address) and client_id is not None:
        st.button("Buka binaan", on_click=put, kwargs={ONE: str(client_id)}, key=f"buka:{place}", icon=_GO)


def _link(person: Person, screen: str, label: str, address: Mapping[str, str]) -> bool:
    page = screen_at(BLITAR, screen, person)
    if page is not None:
        st.page_link(page, label=label, icon=_GO, query_params=dict(address))
    return page is not None


def _told(name: str, rest: str) -> None:
    st.markdown(f"**{plain(shortened(name, 80))}**  \n{plain(rest)}", width="stretch")
