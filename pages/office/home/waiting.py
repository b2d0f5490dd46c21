"""What waits for a person: files by stage, collateral, reversals, proposals, and the fund."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from db.blitar.staffing.assignments import posting
from db.blitar.staffing.staff import staff
from db.office.settings import pending
from db.sampang.applications.application_list import counts_by_stage
from db.sampang.fund.opening_balance import fund
from db.sampang.loans.payments import waiting_reversals
from db.sampang.origination.waiting_files import work_waiting
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.coverage import coverage_on
from domain.money import number, rupiah
from domain.programme import Programme, listed, may
from domain.programmes import PROGRAMMES
from domain.roles import OfficePermission, Permission, Person
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from pages.office.home.caseload import show_caseload_waiting
from pages.office.home.mentoring import show_mentoring
from pages.office.home.roles import CAN_DO
from pages.office.legal_basis.books import PROGRAM
from pages.office.legal_basis.cards import DECISIONS, TAB
from pages.parts.menu import COVERAGE, FUND, LEGAL_BASIS, LOANS, MEETINGS, MENTORS
from pages.parts.store import database, today

GO = ":material/arrow_forward:"
STAGE_IN_ADDRESS = "tahap"
_DECIDING = (OfficePermission.PROPOSE_SETTINGS, OfficePermission.APPROVE_SETTINGS)


@dataclass(frozen=True, slots=True)
class _Job:
    """Files at these stages wait for whoever has the permission, and are done on a screen."""

    title: str
    stages: tuple[Stage, ...]
    permission: Permission
    page: Path = LOANS


_JOBS = (
    _Job("Berkas masuk untuk diperiksa", (Stage.FILED,), SampangPermission.CHECK_PAPERS),
    _Job("Berkas untuk disurvei", (Stage.CHECKED,), SampangPermission.RECORD_SURVEYS),
    _Job("Siap dirapatkan", (Stage.SURVEYED, Stage.POSTPONED), SampangPermission.RECORD_DECISIONS, MEETINGS),
    _Job("Menunggu perjanjian", (Stage.APPROVED,), SampangPermission.RECORD_AGREEMENTS),
    _Job("Menunggu permintaan cair", (Stage.AGREED,), SampangPermission.REQUEST_DISBURSEMENTS),
    _Job("Permintaan cair untuk disetujui", (Stage.REQUESTED,), SampangPermission.APPROVE_DISBURSEMENTS),
)


def show_waiting(person: Person) -> None:
    """Show one card for each kind of work, or kindly what the person can do here."""
    st.subheader("Yang menunggu Anda", anchor=False)
    jobs = [job for job in _JOBS if may(person, job.permission, SAMPANG)]
    deciding = [one for one in PROGRAMMES if any(may(person, each, one) for each in _DECIDING)]
    covers = may(person, BlitarPermission.READ_COVERAGE, BLITAR)
    if not (jobs or deciding or covers):
        told = " ".join(CAN_DO[role] for role in sorted(person.roles))
        st.info(f"Saat ini belum ada yang menunggu. Yang dapat Anda lakukan di sini: {told}")
    with st.grid("auto", min_column_width=220, gap="small"):
        if jobs:
            _files(person, jobs)
        if may(person, SampangPermission.REVERSE_PAYMENTS, SAMPANG):
            _reversals(person)
        for programme in deciding:
            _proposals(person, programme)
        if may(person, SampangPermission.READ_FUND, SAMPANG):
            _fund(person)
        if may(person, BlitarPermission.RECORD_VISITS, BLITAR):
            show_caseload_waiting(person)
        if may(person, BlitarPermission.READ_REPORTS, BLITAR):
            show_mentoring(person)
        if covers:
            _coverage(person)
        if may(person, BlitarPermission.HAND_OVER_CLIENTS, BLITAR):
            _left_behind(person)


def _files(person: Person, jobs: list[_Job]) -> None:
    with database().read() as session:
        counts = counts_by_stage(session, person)
        work = work_waiting(session, person)
    for job in jobs:
        with _card(job.title, sum(counts.get(stage, 0) for stage in job.stages)):
            if Stage.AGREED in job.stages and work.returned:
                st.caption(f"{number(work.returned)} di antaranya dikembalikan Ketua Harian.")
            if job.page == MEETINGS:
                st.page_link(MEETINGS, label="Buka rapat Pokjanis", icon=GO)
            else:
                _stage_links(counts, job.stages)
    if SampangRole.BANK in person.roles:
        with _card("Agunan belum diterima bank", sum(work.without_collateral.values())):
            _stage_links(work.without_collateral, tuple(work.without_collateral))


def _stage_links(counts: Mapping[Stage, int], stages: tuple[Stage, ...]) -> None:
    for stage in stages:
        if count := counts.get(stage, 0):
            which = f" {stage.label.lower()}" if len(stages) > 1 else ""
            st.page_link(
                LOANS,
                label=f"Lihat {number(count)} berkas{which}",
                icon=GO,
                query_params={STAGE_IN_ADDRESS: stage.value},
            )


def _reversals(person: Person) -> None:
    with database().read() as session:
        waiting = waiting_reversals(session, person)
    with _card("Pembalikan angsuran", len(waiting)):
        if waiting:
            st.page_link(FUND, label="Buka Kas dana", icon=GO)


def _proposals(person: Person, programme: Programme) -> None:
    with database().read() as session:
        waiting = pending(session, person, programme)
    others = [proposal for proposal in waiting if proposal.proposed_by_id != person.id]
    with _card(f"Usulan ketetapan kantor · {programme.name}", len(waiting)):
        if may(person, OfficePermission.APPROVE_SETTINGS, programme) and others:
            st.caption(f"{number(len(others))} dapat Anda setujui.")
        elif waiting:
            st.caption(f"Menunggu {listed(programme.carriers(OfficePermission.APPROVE_SETTINGS))}.")
        st.page_link(
            LEGAL_BASIS,
            label="Buka ketetapan kantor",
            icon=GO,
            query_params={TAB: DECISIONS, PROGRAM: programme.key},
        )


def _fund(person: Person) -> None:
    with database().read() as session:
        position = fund(session, person).position
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.metric("Dana bebas", rupiah(position.free) if position.is_open else "belum dibuka")
        st.page_link(FUND, label="Lihat Kas dana", icon=GO)


def _coverage(person: Person) -> None:
    with database().read() as session:
        found = posting(session, person)
    uncovered = [one for one in coverage_on(today(), found.services, found.assignments) if not one.is_covered]
    with _card("Kecamatan tanpa Pendamping", len(uncovered)):
        if uncovered:
            st.caption(", ".join(one.district.name for one in uncovered[:3]))
        st.page_link(COVERAGE, label="Buka Cakupan", icon=GO)


def _left_behind(person: Person) -> None:
    with database().read() as session:
        people = staff(session, person)
    left = sum(one.clients for one in people if one.service.last_day < today())
    with _card("Binaan menunggu serah terima", left):
        st.page_link(MENTORS, label="Buka Pendamping", icon=GO)


def _card(title: str, count: int) -> DeltaGenerator:
    card = st.container(border=True, gap="xsmall", height="stretch")
    card.metric(title, number(count))
    return card
