"""What the Ketua Harian sees before the money goes out: to consent, or to send the request back."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from db.refusals import SelfApproval
from db.sampang.loans.disbursing import disburse, return_request, withdraw_request
from db.sampang.origination.around import surroundings
from db.sampang.origination.loan_files import StepTaken, StoredFile
from domain.closings import ClosingReason
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.problems import Problem
from domain.programme import may
from domain.roles import Person
from domain.sampang.fund.position import Position
from domain.sampang.loan import Schedule, schedule_of, terms_by_law
from domain.sampang.origination.asked_costs import AskedCost, costs_of
from domain.sampang.origination.conditions import Around, hindrances_to
from domain.sampang.origination.records import Agreement, Decision, PaymentRequest
from domain.sampang.origination.step_notes import Consent, RequestReturned
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.saved_notice import NextStep, Saved
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.calculator.loan_figures import show_schedule
from pages.sampang.loans.agreement_form import costs_by_rate
from pages.sampang.screens import FUND
from pages.sampang.step_sending import Sending, show_hindrances


def ask_consent(person: Person, stored: StoredFile, around: Around) -> None:
    """The request with all that is to be looked at, the consent, and below it the way back."""
    approval, agreement, request = stored.file.approval, stored.file.agreement, stored.file.request
    if approval is None or agreement is None or request is None:
        raise RuntimeError("a requested file has its approval, its agreement and its request")
    _summary(approval, agreement, request)
    _costs(request, costs_of(request, costs_by_rate(stored, request.on)))
    if may(person, SampangPermission.READ_FUND, SAMPANG):
        _fund(around.position, approval)
    if _asker(stored).by_id == person.id:
        st.warning(plain(SelfApproval().sentence))
        ask_request_back(person, stored)
        return
    _consent(person, stored, approval)
    with st.expander("Kembalikan permintaan kepada petugas"):
        _ask_return(person, stored)


def ask_request_back(person: Person, stored: StoredFile) -> None:
    """Let the one who asked take the request back; nothing for anybody else."""
    if _asker(stored).by_id != person.id:
        return
    what = f"permintaan pencairan {stored.file.application.applicant.name}"
    sending = Sending(person, stored, "request-back", ClosingReason)
    with st.popover("Tarik permintaan", icon=":material/undo:"):
        st.markdown(f"**Tarik {plain(what)}?**")
        sending.form.ask("reason", label="Mengapa ditarik", hint="mis. nomor rekening salah")
        sent = st.button("Ya, tarik permintaan ini", type="primary", key=f"{sending.nonce}:kirim")
    if not sent or sending.refused():
        return
    why = ClosingReason(**sending.form.answers())
    sending.send(
        lambda session, nonce, at: withdraw_request(session, person, stored.id, why, nonce=nonce, at=at),
        "Permintaan pencairan ditarik. Perbaiki isiannya, lalu minta lagi.",
    )


def _consent(person: Person, stored: StoredFile, approval: Decision) -> None:
    sending = Sending(person, stored, "disburse", Consent)
    on = sending.form.ask("on")
    day = on or today()
    if on is None:
        st.caption("Tanggal pencairan belum diisi; jadwal di bawah ini dihitung seandainya hari ini.")
    with database().read() as session:
        around = surroundings(session, person, stored.id, day)
    _preview(approval, around, day)
    hindrances = hindrances_to(Step.DISBURSE, stored.file, around)
    if hindrances:
        st.markdown("**Belum dapat dicairkan:**")
        show_hindrances(hindrances, "cairkan")
        return
    looked = sending.form.tick("looked", "Jumlah, rekening, dan berkasnya sudah saya periksa")
    label = f"Setujui pencairan {rupiah(approval.amount or 0)}"
    if not st.button(label, type="primary", key=f"{sending.nonce}:send"):
        return
    unlooked = [] if looked else [Problem("looked", "Periksa dahulu, lalu beri tanda di sini.")]
    if sending.refused(unlooked):
        return
    sending.send(
        lambda session, nonce, at: disburse(session, person, stored.id, on=day, nonce=nonce, at=at),
        Saved(
            f"Dicairkan dan dibukukan: {rupiah(approval.amount or 0)}, {indonesian_date(day)}.",
            next_step=NextStep("Ke Kas dana", FUND, {}),
        ),
    )


def _ask_return(person: Person, stored: StoredFile) -> None:
    sending = Sending(person, stored, "return", RequestReturned)
    sending.form.ask("on")
    sending.form.ask("reason")
    sent = st.button("Kembalikan permintaan", key=f"{sending.nonce}:form:kirim")
    if not sent or sending.refused():
        return
    returned = RequestReturned(**sending.form.answers())
    sending.send(
        lambda session, nonce, at: return_request(session, person, stored.id, returned, nonce=nonce, at=at),
        "Permintaan dikembalikan kepada petugas beserta alasannya.",
    )


def _summary(approval: Decision, agreement: Agreement, request: PaymentRequest) -> None:
    left, right = st.columns(2)
    left.metric("Jumlah (VI.2.b)", rupiah(approval.amount or 0))
    left.caption(f"{approval.term_months} bulan, ditetapkan {indonesian_date(approval.on)}")
    right.markdown(
        f"Rekening Bank Jatim **{plain(agreement.account_number)}**  \n"
        f"atas nama {plain(agreement.account_holders)} (III.5, VIII.2.a)"
    )
    policy = request.insurance_policy or "belum ada"
    right.caption(
        plain(
            f"SPP-LS {request.number}, {indonesian_date(request.on)}, diminta {request.requested_by}. "
            f"Polis {policy}."
        )
    )


def _costs(request: PaymentRequest, costs: Sequence[AskedCost]) -> None:
    """Each cost beside the office's rate; what is not by a rate is no small print, nor is its reason."""
    by_rate = [f"{cost.name} {rupiah(cost.asked)}" for cost in costs if cost.asked == cost.by_rate]
    if by_rate:
        st.caption(plain(f"Biaya peminjam menurut ketetapan: {', '.join(by_rate)} (VIII.5.d)."))
    for cost in costs:
        if cost.asked != cost.by_rate:
            rate = "belum ada" if cost.by_rate is None else rupiah(cost.by_rate)
            told = f"Biaya {cost.name}: ketetapan {rate} · diminta {rupiah(cost.asked)} (VIII.5.d)"
            st.markdown(plain(told))
    if request.note:
        st.markdown(plain(f"Alasan biaya berbeda: {request.note}"))


def _fund(position: Position, approval: Decision) -> None:
    if position.is_open:
        st.markdown(
            f"Kas dana {rupiah(position.cash)}; belum terikat {rupiah(position.free)}, "
            f"di luar {rupiah(approval.amount or 0)} yang sudah disisihkan untuk berkas ini (VIII.5.b)."
        )


def _preview(approval: Decision, around: Around, on: date) -> None:
    terms = terms_by_law(approval.amount or 0, approval.term_months or 0, on, around.law)
    if isinstance(terms, Problem):
        st.error(plain(terms.sentence))
        return
    schedule: Schedule = schedule_of(terms)
    first = schedule.first_instalment
    st.caption(
        f"Angsuran pertama {indonesian_date(schedule.rows[0].due_on)}; masa tenggang "
        f"{rupiah(schedule.instalment_in_grace)} sebulan, sesudahnya {rupiah(first.total)} (III.6, VIII.5.c)."
    )
    with st.expander("Lihat jadwal angsuran"):
        show_schedule(schedule)


def _asker(stored: StoredFile) -> StepTaken:
    return next(one for one in reversed(stored.timeline) if one.step is Step.REQUEST_DISBURSEMENT)
