"""Moving up: where the binaan stand goal by goal, the proposals that wait, and what was decided."""

import streamlit as st

from db.blitar.caseload.goal_counts import goal_counts
from db.blitar.caseload.proposal_list import PAGE_SIZE, confirmed_between, declined_proposals, proposals
from db.office.practice import law_of
from domain.blitar.caseload.proposal import Proposal
from domain.blitar.caseload.upgrade import GROWN, QUALITY
from domain.blitar.kinds import SubjectKind
from domain.blitar.office_setting import target_set
from domain.blitar.parameters import UPGRADE_TARGET
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_date, year_of
from domain.programme import may
from domain.regions.regions import district
from domain.roles import Person
from pages.blitar.clients.card.upgrade_line import show_decision
from pages.blitar.reports.upgrades.bars import show_goals, show_proposable
from pages.blitar.reports.upgrades.upgrade_deciding import show_decision_form
from pages.blitar.screens import CLIENTS
from pages.parts.store import database, today
from pages.parts.text import plain, plain_label, shortened


def show_upgrades(person: Person) -> None:
    """Show first what waits, then the year, the goals, and what was decided."""
    st.caption(
        f"Koperasi Berkualitas dan Usaha Mikro Naik Kelas ditetapkan Kepala Dinas. {QUALITY.place} menyebut "
        f"bidangnya dan {GROWN.place} pertumbuhannya, keduanya tanpa ukuran. "
        "Program hanya menunjukkan data awal, data terbaru, dan buktinya."
    )
    with database().read() as session:
        counts = goal_counts(session, person)
    _declined(person)
    _waiting(person)
    if may(person, BlitarPermission.PROPOSE_UPGRADES, BLITAR):
        show_proposable(counts)
    _year(person)
    show_goals(counts)
    _decided(person)


def _year(person: Person) -> None:
    first, last = year_of(today())
    with database().read() as session:
        confirmed = confirmed_between(session, person, first, last)
        law = law_of(session, BLITAR, today())
    st.subheader(f"Ditetapkan tahun {first.year}", anchor=False)
    st.markdown(
        f"**{confirmed.get(SubjectKind.CLIENT_MICRO, 0)} usaha mikro** naik kelas dan "
        f"**{confirmed.get(SubjectKind.CLIENT_COOPERATIVE, 0)} koperasi** menjadi Koperasi Berkualitas."
    )
    if target := target_set(law, UPGRADE_TARGET):
        st.caption(f"Sasaran koperasi dan usaha mikro naik kelas setahun: {plain(target.told)}.")


def _waiting(person: Person) -> None:
    page = int(st.session_state.get("usul-menunggu", 1))
    with database().read() as session:
        found = proposals(session, person, decided=False, page=page)
    st.subheader(f"Menunggu Kepala Dinas: {found.total}", anchor=False)
    if not found.total:
        st.info("Tidak ada usul yang menunggu keputusan.")
    for one in found.rows:
        with st.container(border=True, gap="small"):
            _client_link(one)
            show_decision(person, one)
            if may(person, BlitarPermission.DECIDE_UPGRADES, BLITAR):
                show_decision_form(person, one)
    _pages(found.total, "usul-menunggu")


def _declined(person: Person) -> None:
    """What came back to who proposed it, with the way to propose it again; nothing where none did."""
    if not may(person, BlitarPermission.PROPOSE_UPGRADES, BLITAR):
        return
    page = int(st.session_state.get("usul-kembali") or 1)
    with database().read() as session:
        declined = declined_proposals(session, person, page=page)
    if not declined.total:
        return
    st.subheader(f"Belum ditetapkan, dikembalikan kepada Anda: {declined.total}", anchor=False)
    for one in declined.rows:
        with st.container(border=True, gap="small"):
            _client_link(one)
            told = one.decision.reason if one.decision else ""
            st.warning(f"↩ {plain(one.decided_by)}: {plain(told)}")
            st.markdown(f"Usul Anda {indonesian_date(one.proposed_on)}: {plain(one.reason)}")
            st.caption("Perbaiki lewat “Usulkan naik kelas” pada kartu binaan; alasan semula ikut terisi.")
    _pages(declined.total, "usul-kembali")


def _decided(person: Person) -> None:
    page = int(st.session_state.get("usul-diputuskan", 1))
    with database().read() as session:
        found = proposals(session, person, decided=True, page=page)
    st.subheader(f"Sudah diputuskan: {found.total}", anchor=False)
    if not found.total:
        st.caption("Belum ada usul yang diputuskan.")
    for one in found.rows:
        with st.container(border=True, gap="small"):
            _client_link(one)
            show_decision(person, one)
    _pages(found.total, "usul-diputuskan")


def _client_link(one: Proposal) -> None:
    found = district(one.district_code) if one.district_code else None
    where = f" · {found.name}" if found else ""
    told = f"{one.client_number} · {shortened(one.client_name)}{where} · {one.kind.label}"
    st.page_link(CLIENTS, label=plain_label(told), query_params={"binaan": str(one.client_id)})


def _pages(total: int, key: str) -> None:
    if total > PAGE_SIZE:
        st.pagination(-(-total // PAGE_SIZE), key=key)
