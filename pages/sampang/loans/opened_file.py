"""One file: where it stands, what can be done now, and below it everything that is recorded of it."""

import streamlit as st

from db.sampang.loans.loans import loan_of
from db.sampang.origination.around import surroundings
from db.sampang.origination.issued_papers import PaperKind, issued_papers
from db.sampang.origination.loan_files import StoredFile, stored_file
from db.sampang.servicing.loan_standing import loan_standing
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.programme import may
from domain.regions.regions import district
from domain.roles import Person
from domain.sampang.origination.stages import CLOSED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.store import database, today
from pages.parts.text import plain, shortened
from pages.sampang.collection.next_steps import show_next_step
from pages.sampang.eligibility.decision_line import show_decided
from pages.sampang.file_photos import show_paper_scans, show_survey_photos
from pages.sampang.loans.collateral_register import show_register
from pages.sampang.loans.file_letters import show_letters
from pages.sampang.loans.kin import BORROWER, show_kin
from pages.sampang.loans.next_step import show_now
from pages.sampang.loans.repaying import show_loan
from pages.sampang.loans.stage_signs import show_road, show_waiting, stage_badge
from pages.sampang.loans.survey_findings import show_survey
from pages.sampang.loans.timeline import show_timeline
from pages.sampang.screens import ELIGIBILITY, INTAKE, LOANS
from pages.sampang.settlement.settling_tab import show_settlement
from pages.sampang.step_sending import say_what_changed


def show_file(person: Person, application_id: int) -> None:
    """Show everything about one file."""
    with database().read() as session:
        stored = stored_file(session, person, application_id)
        around = surroundings(session, person, application_id, today())
        issued = issued_papers(session, person, application_id=application_id)
    # In a place of its own, so that the tabs below keep theirs, and with it the one that is open.
    with st.container():
        _heading(person, stored, is_told=any(paper.kind is PaperKind.REFUSAL for paper in issued))
        say_what_changed(stored)
        show_now(person, stored, around)
    _tabs(person, stored)


def _tabs(person: Person, stored: StoredFile) -> None:
    names = ["Riwayat", "Survei", "Agunan", "Rumah tangga", "Angsuran", "Surat", "Pindaian"]
    is_paid_out = stored.file.stage is Stage.DISBURSED
    # Whoever opens a loan that was paid out comes for its account.
    past, survey, collateral, kin, instalments, letters, scans, *after = st.tabs(
        [*names, "Pelunasan", "Penagihan"] if is_paid_out else names,
        default="Angsuran" if is_paid_out else None,
    )
    with past:
        show_timeline(person, stored)
    with survey:
        show_survey(stored.file)
        show_survey_photos(person, stored)
    with collateral:
        show_register(person, stored)
    with kin:
        show_kin(person, stored)
    with instalments:
        show_loan(person, stored)
    with letters:
        show_letters(person, stored)
    with scans:
        show_paper_scans(person, stored)
    for tab, show in zip(after, (show_settlement, _collecting), strict=False):
        with tab:
            show(person, stored)


def _collecting(person: Person, stored: StoredFile) -> None:
    with database().read() as session:
        loan = loan_of(session, person, stored.id)
    if loan is not None:
        show_next_step(person, loan.id)


def _standing(person: Person, application_id: int) -> None:
    with database().read() as session:
        found = loan_standing(session, person, application_id, today())
    if found is not None:
        st.markdown(f"**{plain(found.told)}**")


def _back() -> None:
    st.query_params.pop("no", None)


def _heading(person: Person, stored: StoredFile, *, is_told: bool) -> None:
    st.button("← Semua pinjaman", on_click=_back, type="tertiary")
    who, stage, older = stored.file.application.applicant, stored.file.stage, stored.file.older
    st.title(plain(shortened(who.name, 120)))
    place = district(who.district_code) if who.district_code else None
    asked = stored.file.application.amount
    told = [
        stored.number,
        who.kind.label,
        f"Kec. {place.name}" if place else "kecamatan belum diisi",
        "jumlah belum diisi" if asked is None else f"{'pinjaman' if older else 'diminta'} {rupiah(asked)}",
    ]
    st.caption(plain(" · ".join(told)))
    stage_badge(stage)
    if stage is Stage.DISBURSED:
        _standing(person, stored.id)
    if older is None:
        show_road(stage)
    else:
        st.caption(
            f"Pinjaman lama, diambil alih per {indonesian_date(older.cut_off)} (tafsir O-21). Survei, "
            "penetapan dan perjanjiannya terjadi sebelum aplikasi ini."
        )
    show_decided(stored.file)
    show_waiting(stage, is_told=is_told)
    with st.container(horizontal=True):
        address = {"no": str(stored.id)}
        whose = {BORROWER: str(stored.id)}
        st.page_link(LOANS, label="Berkas peminjam", icon=":material/folder_shared:", query_params=whose)
        if older is None:
            st.page_link(ELIGIBILITY, label="Kelayakan", icon=":material/fact_check:", query_params=address)
        if may(person, SampangPermission.ENTER_APPLICATIONS, SAMPANG) and stage not in CLOSED:
            st.page_link(INTAKE, label="Ubah isian", icon=":material/edit:", query_params=address)
