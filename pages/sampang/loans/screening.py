"""The forms before the meeting: papers looked at, and a withdrawal by the applicant."""

import streamlit as st

from db.sampang.origination.loan_files import StoredFile
from db.sampang.origination.screening import check_papers, withdraw
from domain.programme import may
from domain.roles import Person
from domain.sampang.eligibility import examine
from domain.sampang.origination.conditions import Around, hindrances_to
from domain.sampang.origination.loan_file import as_it_stands
from domain.sampang.origination.step_notes import PapersChecked, Withdrawal
from domain.sampang.origination.steps import Step, refusal_of
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.sampang.loans.papers_checked import show_papers
from pages.sampang.screens import INTAKE
from pages.sampang.step_sending import Sending, show_hindrances


def ask_papers_checked(person: Person, stored: StoredFile, around: Around) -> None:
    """The checklist, and the form that says that every paper was looked for."""
    show_papers(examine(as_it_stands(stored.file), around.law))
    if may(person, SampangPermission.ENTER_APPLICATIONS, SAMPANG):
        st.page_link(
            INTAKE,
            label="Ubah catatan berkas di Pengajuan",
            icon=":material/edit:",
            query_params={"no": str(stored.id)},
        )
    hindrances = hindrances_to(Step.CHECK_PAPERS, stored.file, around)
    if hindrances:
        st.markdown("**Belum dapat dinyatakan diperiksa:**")
        show_hindrances(hindrances, "periksa")
        return
    sending = Sending(person, stored, "check-papers", PapersChecked)
    sending.form.ask("on")
    sending.form.ask("note", aside="boleh kosong")
    sent = st.button("Nyatakan berkas diperiksa", type="primary", key=f"{sending.nonce}:form:kirim")
    st.caption("Yang belum ada masih dapat menyusul sampai pencairan (VIII.2.b, VIII.2.c).")
    if not sent or sending.refused():
        return
    checked = PapersChecked(**sending.form.answers())
    sending.send(
        lambda session, nonce, at: check_papers(session, person, stored.id, checked, nonce=nonce, at=at),
        "Tercatat: kelengkapan berkas sudah diperiksa.",
    )


def ask_withdrawal(person: Person, stored: StoredFile) -> None:
    """The form for an applicant who takes the application back; only where that is possible."""
    if refusal_of(Step.WITHDRAW, stored.file.stage, person):
        return
    with st.expander("Pemohon menarik pengajuannya"):
        sending = Sending(person, stored, "withdraw", Withdrawal)
        sending.form.ask("on")
        sending.form.ask("reason")
        sent = st.button("Tarik pengajuan ini", key=f"{sending.nonce}:form:kirim")
        st.caption("Tidak dapat dibatalkan. Dana yang sudah disisihkan untuk berkas ini bebas lagi.")
        if not sent or sending.refused():
            return
        withdrawal = Withdrawal(**sending.form.answers())
        sending.send(
            lambda session, nonce, at: withdraw(session, person, stored.id, withdrawal, nonce=nonce, at=at),
            "Tercatat: pengajuan ditarik oleh pemohon.",
        )
