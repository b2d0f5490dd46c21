"""Beranda: who you are, what waits for you, and what changed; without a persona, who you could be."""

from collections.abc import Sequence

import streamlit as st

from db.office.people import personas
from db.sampang.applications.application_list import Filter, ListRow, counts_by_verdict, list_applications
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.programme import may
from domain.programmes import PROGRAMMES
from domain.regulation.assessment import Verdict
from domain.roles import OfficePermission, OfficeRole, Person
from domain.sampang.origination.stages import UNDECIDED
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.office.home.roles import CAN_DO, GROUPS
from pages.office.home.waiting import GO, show_waiting
from pages.office.legal_basis.cards import DECISIONS, TAB
from pages.office.tour.guide import offer_tour
from pages.parts.acting import act_as, acting
from pages.parts.menu import (
    CALCULATOR,
    CLIENTS,
    ELIGIBILITY,
    FUND,
    INTAKE,
    LEGAL_BASIS,
    LOANS,
    MEETINGS,
    REPORTS,
    SUMMARY,
    VISITS,
)
from pages.parts.store import database
from pages.parts.text import plain, shortened
from pages.parts.verdicts import label_of
from pages.sampang.eligibility.application_list import UNDECIDED_IN_ADDRESS

_NEWEST = 5
_TEAM_FIRST = (
    Verdict.NEEDS_JUDGEMENT,
    Verdict.DEPENDS_ON_READING,
    Verdict.QUALIFIES,
    Verdict.INCOMPLETE,
    Verdict.NOT_QUALIFIED,
)
_OFFICER_FIRST = (
    Verdict.INCOMPLETE,
    Verdict.DEPENDS_ON_READING,
    Verdict.NEEDS_JUDGEMENT,
    Verdict.QUALIFIES,
    Verdict.NOT_QUALIFIED,
)


def main() -> None:
    """Show the screen."""
    person = acting()
    if person is None:
        _front_door()
        return
    if person.roles == {OfficeRole.LEADERSHIP}:
        st.switch_page(SUMMARY)
    st.title(f"Halo, {plain(person.name.split(' (')[0])}")
    st.caption(f"Anda bertindak sebagai {plain(' dan '.join(role.label for role in sorted(person.roles)))}.")
    _next_job(person)
    show_waiting(person)
    if may(person, SampangPermission.READ_APPLICATIONS, SAMPANG):
        _eligibility(person)
        _newest(person)


def _front_door() -> None:
    st.title("Dana Bergulir & Pendampingan")
    st.markdown(
        "Menilai pengajuan dana bergulir Sampang ketentuan demi ketentuan: apakah memenuhi syarat, apa "
        "yang masih kurang, dan berapa paling banyak; lalu mengantar berkasnya lewat survei dan rapat "
        "sampai uangnya cair. Mendampingi koperasi dan usaha mikro Blitar: kunjungan, perkembangan, laporan "
        "bulanan, dan 22 kecamatan yang tetap terlayani. Dasar hukum ada di setiap langkah."
    )
    st.caption("Semua orang, usaha, dan angka di sini adalah contoh. Pilih peran untuk mencobanya.")
    with database().read() as session:
        people = personas(session)
    for title, roles in GROUPS.items():
        members = [person for role in roles for person in people if role in person.roles]
        if members:
            st.subheader(title, anchor=False)
            with st.grid("auto", min_column_width=260, gap="small"):
                for person in members:
                    _persona_card(person)
    offer_tour()
    st.page_link(
        LEGAL_BASIS, label="Atau baca dahulu dasar hukumnya, tanpa memilih peran", icon=":material/menu_book:"
    )


def _persona_card(person: Person) -> None:
    with st.container(border=True, gap="xsmall"):
        st.button(plain(person.name), key=f"be:{person.id}", on_click=act_as, args=(person,), width="stretch")
        for role in sorted(person.roles):
            st.caption(CAN_DO[role])


def _next_job(person: Person) -> None:
    with st.container(horizontal=True):
        if may(person, SampangPermission.ENTER_APPLICATIONS, SAMPANG):
            st.page_link(INTAKE, label="**Isi pengajuan baru**", icon=":material/edit_note:")
        if may(person, SampangPermission.READ_APPLICATIONS, SAMPANG):
            st.page_link(ELIGIBILITY, label="Semua pengajuan", icon=":material/balance:")
        if may(person, SampangPermission.RECORD_DECISIONS, SAMPANG):
            st.page_link(MEETINGS, label="**Rapat Pokjanis**", icon=":material/groups:")
        if may(person, SampangPermission.READ_LOANS, SAMPANG):
            st.page_link(LOANS, label="Pinjaman", icon=":material/account_balance_wallet:")
        if may(person, SampangPermission.READ_FUND, SAMPANG):
            st.page_link(FUND, label="Kas dana", icon=":material/account_balance:")
        if any(may(person, OfficePermission.PROPOSE_SETTINGS, one) for one in PROGRAMMES):
            st.page_link(
                LEGAL_BASIS,
                label="**Usulkan ketetapan kantor**",
                icon=":material/gavel:",
                query_params={TAB: DECISIONS},
            )
        if may(person, BlitarPermission.READ_CLIENTS, BLITAR):
            _mentoring_jobs(person)
        else:
            st.page_link(CALCULATOR, label="Kalkulator angsuran", icon=":material/calculate:")
        st.page_link(LEGAL_BASIS, label="Dasar hukum", icon=":material/menu_book:")


def _mentoring_jobs(person: Person) -> None:
    if may(person, BlitarPermission.RECORD_VISITS, BLITAR):
        st.page_link(
            VISITS,
            label="**Catat kunjungan**",
            icon=":material/edit_location_alt:",
            query_params={"lihat": "Catat"},
        )
    st.page_link(CLIENTS, label="Binaan", icon=":material/diversity_3:")
    st.page_link(REPORTS, label="Laporan", icon=":material/summarize:")


def _eligibility(person: Person) -> None:
    with database().read() as session:
        counts = counts_by_verdict(session, person, Filter(stages=UNDECIDED))
    st.subheader("Kelayakan berkas yang belum diputus", anchor=False)
    order = _OFFICER_FIRST if may(person, SampangPermission.ENTER_APPLICATIONS, SAMPANG) else _TEAM_FIRST
    with st.grid("auto", min_column_width=180, gap="small"):
        for verdict in order:
            count = number(counts.get(verdict, 0))
            with st.container(border=True, gap="xsmall", height="stretch"):
                st.metric(label_of(verdict), count)
                st.page_link(
                    ELIGIBILITY,
                    label=f"Lihat {count} pengajuan",
                    icon=GO,
                    query_params={"putusan": verdict.value, UNDECIDED_IN_ADDRESS: "true"},
                )


def _newest(person: Person) -> None:
    with database().read() as session:
        rows = list_applications(session, person, page_size=_NEWEST).rows
    st.subheader("Pengajuan terbaru", anchor=False)
    if not rows:
        st.caption("Belum ada pengajuan. Mulailah dengan mengisi yang pertama.")
    _rows(rows)


def _rows(rows: Sequence[ListRow]) -> None:
    for row in rows:
        with st.container(border=True, gap="xsmall"):
            st.page_link(
                ELIGIBILITY,
                label=f"**{plain(shortened(row.name, 60)) or 'Tanpa nama'}** · {plain(row.number)}",
                icon=GO,
                query_params={"no": str(row.id)},
            )
            amount = rupiah(row.amount) if row.amount is not None else "jumlah belum diisi"
            filed = f"diajukan {indonesian_date(row.filed_on)}" if row.filed_on else row.status.label.lower()
            st.caption(f"{row.kind.label} · {amount} · {filed} · {label_of(row.verdict)}")


main()
