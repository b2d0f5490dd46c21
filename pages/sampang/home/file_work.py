"""What waits in the fund for a person: files by stage, collateral, reversals, and the fund itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from db.sampang.applications.application_list import counts_by_stage
from db.sampang.fund.opening_balance import fund
from db.sampang.loans.reversal_lists import returned_reversals, waiting_reversals
from db.sampang.origination.waiting_files import work_waiting
from db.sampang.takeover.takeovers import takeovers
from domain.money import number, rupiah
from domain.programme import may
from domain.roles import Permission, Person
from domain.sampang.origination.stages import READY_TO_MEET, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from pages.parts.store import database
from pages.parts.work_card import GO, work_card
from pages.sampang.fund.fund_tabs import PART, FundTab
from pages.sampang.home.loan_work import loan_cards_for
from pages.sampang.screens import FUND, LOANS, MEETINGS

_STAGE_IN_ADDRESS = "tahap"


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
    _Job("Siap dirapatkan", READY_TO_MEET, SampangPermission.RECORD_DECISIONS, MEETINGS),
    _Job("Menunggu perjanjian", (Stage.APPROVED,), SampangPermission.RECORD_AGREEMENTS),
    _Job("Menunggu permintaan cair", (Stage.AGREED,), SampangPermission.REQUEST_DISBURSEMENTS),
    _Job("Permintaan cair untuk disetujui", (Stage.REQUESTED,), SampangPermission.APPROVE_DISBURSEMENTS),
)


def cards_for(person: Person) -> list[Callable[[Person], None]]:
    """What draws the cards of the work that is this person's."""
    cards: list[Callable[[Person], None]] = []
    if _jobs_of(person):
        cards.append(_files)
    if may(person, SampangPermission.REVERSE_PAYMENTS, SAMPANG):
        cards.append(_reversals)
    if may(person, SampangPermission.APPROVE_TAKEOVER, SAMPANG):
        cards.append(_takeovers)
    if may(person, SampangPermission.RECORD_PAYMENTS, SAMPANG):
        cards.append(_returned_reversals)
    if may(person, SampangPermission.READ_FUND, SAMPANG):
        cards.append(_fund)
    cards.extend(loan_cards_for(person))
    return cards


def _jobs_of(person: Person) -> list[_Job]:
    return [job for job in _JOBS if may(person, job.permission, SAMPANG)]


def _files(person: Person) -> None:
    with database().read() as session:
        counts = counts_by_stage(session, person)
        work = work_waiting(session, person)
    for job in _jobs_of(person):
        with work_card(job.title, sum(counts.get(stage, 0) for stage in job.stages)):
            if Stage.AGREED in job.stages and work.returned:
                st.caption(f"{number(work.returned)} di antaranya dikembalikan Ketua Harian.")
            if job.page == MEETINGS:
                st.page_link(MEETINGS, label="Buka rapat Pokjanis", icon=GO)
            else:
                _stage_links(counts, job.stages)
    if SampangRole.BANK in person.roles:
        with work_card("Agunan belum diterima bank", sum(work.without_collateral.values())):
            _stage_links(work.without_collateral, tuple(work.without_collateral))


def _stage_links(counts: Mapping[Stage, int], stages: tuple[Stage, ...]) -> None:
    for stage in stages:
        if count := counts.get(stage, 0):
            which = f" {stage.label.lower()}" if len(stages) > 1 else ""
            st.page_link(
                LOANS,
                label=f"Lihat {number(count)} berkas{which}",
                icon=GO,
                query_params={_STAGE_IN_ADDRESS: stage.value},
            )


def _reversals(person: Person) -> None:
    with database().read() as session:
        waiting = waiting_reversals(session, person)
    with work_card("Pembalikan angsuran", len(waiting)):
        if waiting:
            st.page_link(FUND, label="Buka Kas dana", icon=GO)


def _takeovers(person: Person) -> None:
    with database().read() as session:
        waiting = [one for one in takeovers(session, person) if one.waits]
    if waiting:
        with work_card("Pengambilalihan pinjaman lama", len(waiting)):
            st.page_link(FUND, label="Buka Pinjaman lama", icon=GO, query_params={PART: str(FundTab.OLDER)})


def _returned_reversals(person: Person) -> None:
    with database().read() as session:
        returned = returned_reversals(session, person)
    if returned:
        with work_card("Usul pembalikan dikembalikan", len(returned)):
            st.page_link(FUND, label="Baca alasannya di Kas dana", icon=GO)


def _fund(person: Person) -> None:
    with database().read() as session:
        position = fund(session, person).position
    with work_card("Dana bebas", rupiah(position.free) if position.is_open else "belum dibuka"):
        st.page_link(FUND, label="Lihat Kas dana", icon=GO)
