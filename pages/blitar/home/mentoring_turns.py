"""On Beranda: visits, the report, recommendations and proposals that are a person's turn."""

import streamlit as st

from db.blitar.reporting.queue import MentoringQueue, mentoring_queue
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import BundleState
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitState
from domain.dates import indonesian_month
from domain.money import number
from domain.programme import may
from domain.roles import Person
from pages.blitar.screen_tabs import ReportsTab, VisitsTab, link_to
from pages.blitar.screens import REPORTS, VISITS
from pages.parts.store import database, today
from pages.parts.work_card import GO, work_card


def show_turns(person: Person) -> None:
    """Show one card for each kind of work that is this person's turn."""
    with database().read() as session:
        queue = mentoring_queue(session, person, today())
    if may(person, BlitarPermission.VERIFY_VISITS, BLITAR):
        _visits("Kunjungan untuk diverifikasi", queue, VisitState.SENT)
        _report(queue)
        _letters("Rekomendasi belum masuk surat", queue.unbundled)
        _returned(queue)
        _letters("Surat rekomendasi untuk dikirim", queue.letters.get(BundleState.SET, 0))
    elif may(person, BlitarPermission.RECORD_VISITS, BLITAR):
        _visits("Kunjungan dikembalikan untuk diperbaiki", queue, VisitState.RETURNED)
    if may(person, BlitarPermission.DECIDE_UPGRADES, BLITAR):
        _reports_card("Usul untuk diputuskan", queue.proposals, "Buka usulan", ReportsTab.UPGRADES)
        _letters("Surat rekomendasi untuk ditetapkan", queue.letters.get(BundleState.DRAFT, 0))


def _visits(title: str, queue: MentoringQueue, state: VisitState) -> None:
    with work_card(title, queue.visits.get(state, 0)):
        if state is VisitState.SENT and queue.for_others:
            st.caption(f"{number(queue.for_others)} lagi Anda catat sendiri; diverifikasi orang lain")
        st.page_link(
            VISITS,
            label="Buka Kunjungan",
            icon=GO,
            query_params=link_to(VisitsTab.LIST, status=state.value),
        )


def _report(queue: MentoringQueue) -> None:
    month = queue.unreported
    with work_card("Laporan bulan lalu", "terkirim" if month is None else "belum dikirim"):
        if month is not None:
            st.caption(indonesian_month(month))
        st.page_link(REPORTS, label="Buka Laporan", icon=GO)


def _returned(queue: MentoringQueue) -> None:
    """What the Kepala Dinas sent back; nothing where nothing came back."""
    if letters := queue.letters.get(BundleState.RETURNED, 0):
        _letters("Surat rekomendasi dikembalikan", letters)
    if queue.declined:
        title, tab = "Usul naik kelas belum ditetapkan", ReportsTab.UPGRADES
        _reports_card(title, queue.declined, "Baca alasannya", tab)


def _letters(title: str, count: int) -> None:
    _reports_card(title, count, "Buka Rekomendasi", ReportsTab.RECOMMENDATIONS)


def _reports_card(title: str, count: int, label: str, tab: ReportsTab) -> None:
    with work_card(title, count):
        st.page_link(REPORTS, label=label, icon=GO, query_params=link_to(tab))
