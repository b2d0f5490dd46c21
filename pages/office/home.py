"""Beranda: who you are, what waits for you, and what changed; without a persona, who you could be."""

from collections.abc import Mapping, Sequence

import streamlit as st

from db.application_list import ListRow, counts_by_verdict, list_applications
from db.people import personas
from db.settings import pending
from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.regulation.assessment import Verdict
from domain.roles import Permission, Person, Role, may
from pages.parts.acting import act_as, acting
from pages.parts.legal_basis.cards import DECISIONS, TAB
from pages.parts.menu import CALCULATOR, ELIGIBILITY, INTAKE, LEGAL_BASIS
from pages.parts.store import database
from pages.parts.text import plain, shortened
from pages.parts.verdicts import label_of

_NEWEST = 5
_GO = ":material/arrow_forward:"
_GROUPS: Mapping[str, tuple[Role, ...]] = {
    "Dinas dan Pokjanis Sampang": (Role.OFFICER, Role.TEAM_MEMBER, Role.TEAM_LEAD, Role.BANK),
    "Pendampingan Blitar": (Role.FACILITATOR, Role.MENTOR, Role.AGENCY_HEAD),
    "Pimpinan dan administrator": (Role.LEADERSHIP, Role.ADMINISTRATOR),
}
_CAN_DO: Mapping[Role, str] = {
    Role.OFFICER: "Mengisi pengajuan dan langsung melihat apakah memenuhi syarat.",
    Role.TEAM_MEMBER: "Membaca pengajuan dan mencatat penilaian Pokjanis.",
    Role.TEAM_LEAD: "Membaca pengajuan, menilai, dan menyetujui ketetapan kantor.",
    Role.BANK: "Menghitung angsuran dan membaca dasar hukum. Layar pinjaman dan penagihan menyusul.",
    Role.FACILITATOR: "Membaca dasar hukum. Layar binaan dan cakupan menyusul.",
    Role.MENTOR: "Membaca dasar hukum. Layar kunjungan menyusul.",
    Role.AGENCY_HEAD: "Membaca dasar hukum. Layar pendampingan menyusul.",
    Role.LEADERSHIP: "Membaca dasar hukum. Ringkasan untuk pimpinan menyusul.",
    Role.ADMINISTRATOR: "Mengusulkan setelan kantor dan ketetapan tafsir.",
}
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
    st.title(f"Halo, {plain(person.name.split(' (')[0])}")
    st.caption(f"Anda bertindak sebagai {plain(' dan '.join(role.label for role in sorted(person.roles)))}.")
    _next_job(person)
    _waiting(person)
    if may(person.roles, Permission.READ_APPLICATIONS):
        _newest(person)


def _front_door() -> None:
    st.title("Dana Bergulir & Pendampingan")
    st.markdown(
        "Menilai pengajuan dana bergulir Sampang ketentuan demi ketentuan: apakah memenuhi syarat, apa "
        "yang masih kurang, dan berapa paling banyak, dengan dasar hukum di setiap jawaban."
    )
    st.caption("Semua orang, usaha, dan angka di sini adalah contoh. Pilih peran untuk mencobanya.")
    with database().read() as session:
        people = personas(session)
    for title, roles in _GROUPS.items():
        members = [person for role in roles for person in people if role in person.roles]
        if members:
            st.subheader(title, anchor=False)
            with st.grid("auto", min_column_width=260, gap="small"):
                for person in members:
                    _persona_card(person)
    st.page_link(
        LEGAL_BASIS, label="Atau baca dahulu dasar hukumnya, tanpa memilih peran", icon=":material/menu_book:"
    )


def _persona_card(person: Person) -> None:
    with st.container(border=True, gap="xsmall"):
        st.button(plain(person.name), key=f"be:{person.id}", on_click=act_as, args=(person,), width="stretch")
        for role in sorted(person.roles):
            st.caption(_CAN_DO[role])


def _next_job(person: Person) -> None:
    with st.container(horizontal=True):
        if may(person.roles, Permission.ENTER_APPLICATIONS):
            st.page_link(INTAKE, label="**Isi pengajuan baru**", icon=":material/edit_note:")
        if may(person.roles, Permission.READ_APPLICATIONS):
            st.page_link(ELIGIBILITY, label="Semua pengajuan", icon=":material/balance:")
        if may(person.roles, Permission.PROPOSE_SETTINGS):
            st.page_link(
                LEGAL_BASIS,
                label="**Usulkan ketetapan kantor**",
                icon=":material/gavel:",
                query_params={TAB: DECISIONS},
            )
        st.page_link(CALCULATOR, label="Kalkulator angsuran", icon=":material/calculate:")
        st.page_link(LEGAL_BASIS, label="Dasar hukum", icon=":material/menu_book:")


def _waiting(person: Person) -> None:
    st.subheader("Yang menunggu Anda", anchor=False)
    reads = may(person.roles, Permission.READ_APPLICATIONS)
    proposes = may(person.roles, Permission.PROPOSE_SETTINGS)
    approves = may(person.roles, Permission.APPROVE_SETTINGS)
    if not (reads or proposes or approves):
        told = " ".join(_CAN_DO[role] for role in sorted(person.roles))
        st.info(f"Saat ini belum ada yang menunggu. Yang dapat Anda lakukan di sini: {told}")
        return
    with st.grid("auto", min_column_width=220, gap="small"):
        if reads:
            _applications_waiting(person)
        if proposes or approves:
            _proposals_waiting(person, approves)


def _applications_waiting(person: Person) -> None:
    with database().read() as session:
        counts = counts_by_verdict(session, person)
    for verdict in _OFFICER_FIRST if may(person.roles, Permission.ENTER_APPLICATIONS) else _TEAM_FIRST:
        count = number(counts.get(verdict, 0))
        with st.container(border=True, gap="xsmall", height="stretch"):
            st.metric(label_of(verdict), count)
            st.page_link(
                ELIGIBILITY,
                label=f"Lihat {count} pengajuan",
                icon=_GO,
                query_params={"putusan": verdict.value},
            )


def _proposals_waiting(person: Person, approves: bool) -> None:
    with database().read() as session:
        waiting = pending(session, person)
    others = [proposal for proposal in waiting if proposal.proposed_by_id != person.id]
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.metric("Usulan ketetapan kantor", number(len(waiting)))
        if approves and others:
            st.caption(f"{number(len(others))} dapat Anda setujui.")
        elif waiting:
            st.caption(f"Menunggu {Role.TEAM_LEAD.label}.")
        st.page_link(LEGAL_BASIS, label="Buka ketetapan kantor", icon=_GO, query_params={TAB: DECISIONS})


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
                icon=_GO,
                query_params={"no": str(row.id)},
            )
            amount = rupiah(row.amount) if row.amount is not None else "jumlah belum diisi"
            filed = f"diajukan {indonesian_date(row.filed_on)}" if row.filed_on else row.status.label.lower()
            st.caption(f"{row.kind.label} · {amount} · {filed} · {label_of(row.verdict)}")


main()
