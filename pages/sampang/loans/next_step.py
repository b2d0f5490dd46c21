"""What can be done with a file now: the forms of its stage, or what stands in their way."""

from collections.abc import Callable

import streamlit as st

from db.sampang.origination.loan_files import StoredFile
from domain.programme import listed, may
from domain.roles import Person
from domain.sampang.origination.conditions import Around, hindrances_to
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import STEPS, Step, refusal_of
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.text import plain
from pages.sampang.loans.consenting import ask_consent, ask_request_back
from pages.sampang.loans.preparing import ask_for_agreement, ask_for_payment
from pages.sampang.loans.screening import ask_papers_checked, ask_withdrawal
from pages.sampang.loans.surveying import ask_finding, ask_minutes
from pages.sampang.screens import INTAKE, MEETINGS
from pages.sampang.step_sending import show_hindrances

_CAME_BACK = (Step.RETURN_REQUEST, Step.WITHDRAW_REQUEST)
Part = Callable[[Person, StoredFile, Around], None]


def show_now(person: Person, stored: StoredFile, around: Around) -> None:
    """Show the card of the present stage, and the way out for an applicant who withdraws."""
    with st.container(border=True):
        st.subheader("Sekarang")
        _PARTS.get(stored.file.stage, _resting)(person, stored, around)
        ask_withdrawal(person, stored)


def _checking(person: Person, stored: StoredFile, around: Around) -> None:
    if not _refused(person, stored, Step.CHECK_PAPERS):
        ask_papers_checked(person, stored, around)
        return
    _hindered(Step.CHECK_PAPERS, stored, around)


def _surveying(person: Person, stored: StoredFile, around: Around) -> None:
    if not may(person, SampangPermission.RECORD_SURVEYS, SAMPANG):
        _refused(person, stored, Step.CLOSE_SURVEY)
        _hindered(Step.CLOSE_SURVEY, stored, around)
        return
    has_mine = any(one.surveyor == person.name for one in stored.file.findings)
    with st.expander("Temuan survei saya", expanded=not has_mine, icon=":material/edit_note:"):
        ask_finding(person, stored, around)
    if _refused(person, stored, Step.CLOSE_SURVEY) or _hindered(Step.CLOSE_SURVEY, stored, around):
        return
    first = stored.file.survey is None
    label = "Tetapkan hasil survei" if first else "Ganti hasil survei"
    with st.expander(label, expanded=first and has_mine, icon=":material/task_alt:"):
        ask_minutes(person, stored, around)


def _awaiting_meeting(person: Person, stored: StoredFile, around: Around) -> None:
    if stored.file.stage is Stage.POSTPONED and stored.file.decision is not None:
        st.markdown(f"Ditunda: {plain(stored.file.decision.reason)}")
    st.markdown("Berkas ini menunggu keputusan rapat Pokjanis (VI.2.b).")
    if may(person, SampangPermission.RECORD_DECISIONS, SAMPANG):
        st.page_link(MEETINGS, label="Buka Rapat Pokjanis", icon=":material/groups:")
    if may(person, SampangPermission.RECORD_SURVEYS, SAMPANG):
        _surveying(person, stored, around)


def _signing(person: Person, stored: StoredFile, around: Around) -> None:
    _form_or_reasons(Step.SIGN_AGREEMENT, ask_for_agreement, person, stored, around)


def _requesting(person: Person, stored: StoredFile, around: Around) -> None:
    last = stored.timeline[-1]
    if last.step in _CAME_BACK:
        st.warning(f"↩ {plain(last.step.label)} oleh {plain(last.by)}: {plain(last.note)}")
        if may(person, STEPS[Step.REQUEST_DISBURSEMENT].permission, SAMPANG):
            st.caption("Isian di bawah adalah permintaan yang lalu; perbaiki, lalu minta lagi.")
    _form_or_reasons(Step.REQUEST_DISBURSEMENT, ask_for_payment, person, stored, around)


def _consenting(person: Person, stored: StoredFile, around: Around) -> None:
    if _refused(person, stored, Step.DISBURSE):
        _hindered(Step.DISBURSE, stored, around)
        ask_request_back(person, stored)
    else:
        ask_consent(person, stored, around)


def _resting(_person: Person, stored: StoredFile, _around: Around) -> None:
    told = {
        Stage.DISBURSED: "Pinjaman sudah dicairkan; angsurannya dicatat di bawah, pada Angsuran.",
        Stage.REFUSED: "Pengajuan ini ditolak; suratnya di bawah, pada Surat.",
        Stage.WITHDRAWN: "Pengajuan ini ditarik oleh pemohon.",
    }
    st.markdown(told[stored.file.stage])


def _drafting(person: Person, stored: StoredFile, _around: Around) -> None:
    st.markdown("Pengajuan ini masih draf; ajukan dahulu (VI.1).")
    if may(person, SampangPermission.ENTER_APPLICATIONS, SAMPANG):
        st.page_link(
            INTAKE,
            label="Lanjutkan di Pengajuan",
            icon=":material/edit:",
            query_params={"no": str(stored.id)},
        )


def _form_or_reasons(step: Step, form: Part, person: Person, stored: StoredFile, around: Around) -> None:
    """The form where the person may and nothing stands in the way; otherwise every reason."""
    refused = _refused(person, stored, step)
    if not _hindered(step, stored, around) and not refused:
        form(person, stored, around)


def _refused(person: Person, stored: StoredFile, step: Step) -> bool:
    """Say why this person cannot take the step, if so: for most it is simply the work of others."""
    refusal = refusal_of(step, stored.file.stage, person)
    if refusal and not may(person, STEPS[step].permission, SAMPANG):
        who = listed(SAMPANG.carriers(STEPS[step].permission))
        st.caption(plain(f"Langkah ini dikerjakan oleh {who}; dengan peran Anda, berkas ini dapat dibaca."))
    elif refusal:
        st.caption(plain(refusal))
    return bool(refusal)


def _hindered(step: Step, stored: StoredFile, around: Around) -> bool:
    """Show what the file still lacks for the step, if anything."""
    hindrances = hindrances_to(step, stored.file, around)
    if hindrances:
        st.markdown(f"**Yang masih menghalangi “{plain(step.label)}”:**")
        show_hindrances(hindrances, step.value)
    return bool(hindrances)


_PARTS: dict[Stage, Part] = {
    Stage.DRAFT: _drafting,
    Stage.FILED: _checking,
    Stage.CHECKED: _surveying,
    Stage.SURVEYED: _awaiting_meeting,
    Stage.POSTPONED: _awaiting_meeting,
    Stage.APPROVED: _signing,
    Stage.AGREED: _requesting,
    Stage.REQUESTED: _consenting,
}
